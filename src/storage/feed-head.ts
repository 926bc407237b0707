import { feedAddresses } from "../model/addresses.ts";
import type { FeedHead } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { type Scope, scopeKey } from "../model/scope.ts";
import { type Selection, selectionQuery } from "../model/selection.ts";
import { tagUri } from "../model/tag-uri.ts";
import type { Shelf } from "./shelf.ts";

/** What a scope is called and, for a section, what it says of itself; nothing for one that nothing was ever published under. */
export function describeScope(
  shelf: Shelf,
  scope: Scope,
  now: number,
): { name: string; description: string } | undefined {
  const { publication } = shelf;
  if (scope.kind === "everything") return { name: publication.title, description: publication.description };
  const section = scope.kind === "section" && publication.sections.find(({ slug }) => slug === scope.slug);
  if (section) return { name: section.title, description: section.description ?? publication.description };
  const key = scopeKey(scope);
  if ((shelf.histories.get(key)?.lengthAt(now) ?? 0) === 0) return undefined;
  return { name: shelf.scopes.get(key)?.name ?? scope.slug, description: publication.description };
}

export function feedHead(shelf: Shelf, selection: Selection, now: number): FeedHead | undefined {
  const { publication } = shelf;
  const about = describeScope(shelf, selection.scope, now);
  if (!about) return undefined;
  const tags = selection.tags.map((slug) => describeScope(shelf, { kind: "tag", slug }, now)?.name);
  if (!tags.every((name) => name !== undefined)) return undefined;
  const isWhole = selection.scope.kind === "everything";
  const filters = [...tags, ...(selection.words === undefined ? [] : [`“${selection.words}”`])];
  const name = [...(isWhole && filters.length > 0 ? [] : [about.name]), ...filters].join(" + ");
  return {
    id: feedId(publication, selection),
    name,
    title: name === publication.title ? name : `${name} — ${publication.title}`,
    description: about.description,
    addresses: feedAddresses(publication.address, selection),
    publication,
    selection,
  };
}

/** Permanent, independent of host and form. Signs that a tag URI cannot hold are percent-encoded. */
function feedId({ identity }: Publication, selection: Selection): string {
  const key = scopeKey(selection.scope).split("/").map(encodeURIComponent).join("/");
  return tagUri(identity, `feeds/${key}${selectionQuery(selection)}`);
}
