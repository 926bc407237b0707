import type { FeedHead } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { type Scope, scopeKey } from "../model/scope.ts";
import { type Selection, selectionQuery } from "../model/selection.ts";
import { tagUri } from "../model/tag-uri.ts";
import { feedAddresses } from "../site/addresses.ts";

/** What a section, tag or author is called, by `scopeKey`; nothing for one that nothing was ever published under. */
export type NameOf = (key: string) => string | undefined;

/** What a scope is called and, for a section, what it says of itself. A section that the publication lists needs no articles. */
function describeScope(
  publication: Publication,
  scope: Scope,
  nameOf: NameOf,
): { name: string; description: string } | undefined {
  const { description } = publication;
  if (scope.kind === "everything") return { name: publication.title, description };
  const section = scope.kind === "section" && publication.sections.find(({ slug }) => slug === scope.slug);
  if (section) return { name: section.title, description: section.description ?? description };
  const name = nameOf(scopeKey(scope));
  return name === undefined ? undefined : { name, description };
}

/** Nothing where the selection's scope, or a tag that it asks for, is not known. */
export function feedHead(publication: Publication, selection: Selection, nameOf: NameOf): FeedHead | undefined {
  const about = describeScope(publication, selection.scope, nameOf);
  if (!about) return undefined;
  const tags = selection.tags.map((slug) => nameOf(scopeKey({ kind: "tag", slug })));
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
