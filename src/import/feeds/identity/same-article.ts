import type { EntryIdentity } from "./entry-identity.ts";

/** What tells articles apart that have one guid: old addresses as `identityOf` gives them, title and time. */
export type ArticleFacts = {
  readonly addresses: readonly string[];
  readonly title: string;
  readonly published: string;
};

/** An entry that this import took. `document` is the name of its document. */
type TakenEntry = ArticleFacts & { readonly document: string; readonly idApart: string; id: string };

/** `rename`: an earlier entry of this import has to have another id. */
export type TakenId =
  | { readonly kind: "repeated" }
  | {
      readonly kind: "article";
      readonly id: string;
      readonly rename?: { readonly from: string; readonly to: string };
    };

/**
 * Gives every entry its id. Entries that share a guid but not an address are different articles, and each of them has
 * its id apart, whichever comes first. An article that is there keeps its id.
 */
export class EntryIds {
  readonly #taken = new Map<string, TakenEntry[]>();
  readonly #factsBefore: (id: string) => ArticleFacts | undefined;

  /** @param factsBefore the facts of the article with this id, if it was there before this import */
  constructor(factsBefore: (id: string) => ArticleFacts | undefined) {
    this.#factsBefore = factsBefore;
  }

  take(identity: EntryIdentity, { title, published }: { title: string; published: string }, document: string): TakenId {
    const { id: shared, idApart, isByGuid, addresses } = identity;
    const entry = { addresses, title, published };
    const others = this.#taken.get(shared) ?? [];
    if (others.some((other) => isSame(other, entry, isByGuid, other.document === document)))
      return { kind: "repeated" };
    const before = this.#factsBefore(shared);
    const isThere = before !== undefined && !others.some((other) => other.id === shared);
    const id = this.#factsBefore(idApart)
      ? idApart
      : (isThere && isSame(before, entry, isByGuid, false)) || (!before && others.length === 0)
        ? shared
        : idApart;
    const first = others.find((other) => other.id === shared);
    others.push({ ...entry, document, idApart, id });
    this.#taken.set(shared, others);
    if (!first || before) return { kind: "article", id };
    first.id = first.idApart;
    return { kind: "article", id, rename: { from: shared, to: first.idApart } };
  }
}

/**
 * Whether two entries with one guid are one article. A post keeps its guid when its address or its title changes, so
 * that difference alone decides only within one document, which does not have one post twice.
 */
function isSame(one: ArticleFacts, other: ArticleFacts, isByGuid: boolean, isOneDocument: boolean): boolean {
  const hasSameTitle = one.title === other.title;
  const hasSameTime = one.published === other.published;
  if (one.addresses.some((address) => other.addresses.includes(address)))
    return isByGuid || hasSameTitle || hasSameTime;
  const isBothAddressed = one.addresses.length > 0 && other.addresses.length > 0;
  if (isOneDocument) return !isBothAddressed && hasSameTitle && hasSameTime;
  if (isBothAddressed) return hasSameTitle && hasSameTime;
  return one.addresses.length + other.addresses.length > 0 || hasSameTitle || hasSameTime;
}
