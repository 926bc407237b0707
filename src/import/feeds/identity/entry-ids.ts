import type { EntryIdentity } from "./entry-identity.ts";
import { type ArticleFacts, KnownArticles } from "./known-articles.ts";

/** An entry that this import took. */
type TakenEntry = { readonly facts: ArticleFacts; readonly document: string; readonly idApart: string };

/**
 * The entries of one guid. `holder` is the one that has the id of the guid and was not there before. Nearly every guid
 * has one entry, so `known` is made for the second one.
 */
type Group = { readonly first: TakenEntry; known?: KnownArticles; holder: TakenEntry | undefined; hasBefore: boolean };

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
  readonly #groups = new Map<string, Group>();
  readonly #factsBefore: (id: string) => ArticleFacts | undefined;

  /** @param factsBefore the facts of the article with this id, if it was there before this import */
  constructor(factsBefore: (id: string) => ArticleFacts | undefined) {
    this.#factsBefore = factsBefore;
  }

  /** @param document the name of the document that has the entry */
  take(
    { id: shared, idApart, isByGuid, addresses }: EntryIdentity,
    { title, published }: { readonly title: string; readonly published: string },
    document: string,
  ): TakenId {
    const facts = { addresses, title, published };
    const entry = { facts, document, idApart };
    const group = this.#groups.get(shared);
    if (group && this.#knownOf(group, isByGuid).has(facts, document)) return { kind: "repeated" };
    const before = this.#factsBefore(shared);
    const isBefore = before !== undefined && !group?.hasBefore && isArticle(before, facts, isByGuid);
    const hasShared = this.#factsBefore(idApart) === undefined && (isBefore || (!before && !group));
    const id = hasShared ? shared : idApart;
    if (!group) {
      const holder = hasShared && !before ? entry : undefined;
      this.#groups.set(shared, { first: entry, holder, hasBefore: hasShared && before !== undefined });
      return { kind: "article", id };
    }
    this.#knownOf(group, isByGuid).add(facts, document);
    group.hasBefore ||= isBefore && hasShared;
    const { holder } = group;
    group.holder = undefined;
    return { kind: "article", id, ...(holder && { rename: { from: shared, to: holder.idApart } }) };
  }

  #knownOf(group: Group, isByGuid: boolean): KnownArticles {
    if (group.known) return group.known;
    const known = new KnownArticles(isByGuid);
    known.add(group.first.facts, group.first.document);
    group.known = known;
    return known;
  }
}

/** Whether an entry is the article that was there before the import. */
function isArticle(before: ArticleFacts, entry: ArticleFacts, isByGuid: boolean): boolean {
  const known = new KnownArticles(isByGuid);
  known.add(before, "before");
  return known.has(entry, "now");
}
