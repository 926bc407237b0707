import type { FeedHead } from "../model/feed.ts";
import { podcastOf } from "../model/podcast.ts";
import type { Publication } from "../model/publication.ts";
import { type PodcastScope, type Scope, scopeKey } from "../model/scope.ts";
import type { Selection } from "../model/selection.ts";
import { tagUri } from "../model/tag-uri.ts";
import { feedAddresses, selectionQuery } from "../site/feed-links.ts";
import { percentEncodePath } from "../syntax/percent.ts";

/**
 * Gives the name of a section, tag or author by its `scopeKey`. Returns undefined if nothing was ever published under
 * it.
 */
export type NameOf = (key: string) => string | undefined;

/** `isTitle`: the name is a title by itself, and does not need that of the publication. */
type ScopeDescription = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly isTitle?: boolean;
};

/**
 * The name of a scope, and its description if the publication gives one. A section or podcast that the publication
 * lists exists without any article.
 */
function describeScope(publication: Publication, scope: Scope, nameOf: NameOf): ScopeDescription | undefined {
  if (scope.kind === "podcast") return describePodcast(publication, scope);
  if (scope.kind === "everything") return { name: publication.title, description: publication.description };
  const section = scope.kind === "section" && publication.sections.find(({ slug }) => slug === scope.slug);
  if (section) return { name: section.title, description: section.description };
  const name = nameOf(scopeKey(scope));
  return name === undefined ? undefined : { name };
}

function describePodcast(publication: Publication, scope: PodcastScope): ScopeDescription | undefined {
  const podcast = podcastOf(publication, scope);
  const section = publication.sections.find(({ slug }) => slug === scope.section);
  const above = section ?? (scope.section === undefined ? publication : undefined);
  if (!podcast || !above) return undefined;
  const { title = above.title, description = above.description } = podcast;
  return { name: title, description, isTitle: podcast.title !== undefined };
}

/**
 * Builds the head of a selection's feed. Returns undefined if the selection's scope, or a tag it filters by, does not
 * exist.
 */
export function feedHead(publication: Publication, selection: Selection, nameOf: NameOf): FeedHead | undefined {
  const about = describeScope(publication, selection.scope, nameOf);
  if (!about) return undefined;
  const tags = selection.tags.map((slug) => nameOf(scopeKey({ kind: "tag", slug })));
  if (!tags.every((name) => name !== undefined)) return undefined;
  const isWhole = selection.scope.kind === "everything";
  const isTitle = about.isTitle === true || about.name === publication.title;
  const filters = [...tags, ...(selection.words === undefined ? [] : [`“${selection.words}”`])];
  const name = [...(isWhole && filters.length > 0 ? [] : [about.name]), ...filters].join(" + ");
  return {
    id: feedId(publication, selection),
    name,
    title: name === about.name && isTitle ? name : `${name} — ${publication.title}`,
    // With filters, the feed is about less than its scope.
    ...(filters.length === 0 && about.description !== undefined && { description: about.description }),
    addresses: feedAddresses(publication.address, selection),
    publication,
    selection,
  };
}

/**
 * The feed's permanent id (a tag URI, RFC 4151), the same on every host and in every format. Characters that a tag URI
 * cannot hold are percent-encoded.
 */
function feedId({ identity }: Publication, selection: Selection): string {
  const key = percentEncodePath(scopeKey(selection.scope));
  return tagUri(identity, `feeds/${key}${selectionQuery(selection)}`);
}
