import { createHash } from "node:crypto";
import { remembered } from "../syntax/remembered.ts";
import type { ArticleHead } from "./article.ts";
import { authorsOf } from "./credit.ts";
import { recordingOf } from "./recording.ts";
import { cutSlug, MAX_SLUG_BYTES, slugBytes, wordsOf } from "./slug.ts";

/**
 * The subject of a feed: all articles, or those of one section, tag or author. A podcast has the episodes of
 * everything, or of one section.
 */
export type Scope = { readonly kind: "everything" } | FolderScope | PodcastScope;

export type FolderScope = { readonly kind: "section" | "tag" | "author"; readonly slug: string };

/** `section` is the slug of a section. The podcast of everything has none. */
export type PodcastScope = { readonly kind: "podcast"; readonly section?: string };

/** The kinds of scopes that have a folder of their own, which is the first part of their keys and paths. */
export const SCOPE_FOLDERS = { section: "sections", tag: "tags", author: "authors" } as const;
export const SCOPE_KINDS = ["section", "tag", "author"] as const satisfies readonly ScopeKind[];
export type ScopeKind = keyof typeof SCOPE_FOLDERS;

export const EVERYTHING: Scope = { kind: "everything" };

/** The podcast of everything. */
export const PODCAST: PodcastScope = { kind: "podcast" };

/**
 * The name of a scope in the ledger, in ids and in cache keys: `everything`, `tags/boats`, `podcast/sections/world`.
 */
export function scopeKey(scope: Scope): string {
  if (scope.kind === "everything") return "everything";
  if (scope.kind === "podcast") return scope.section === undefined ? PODCAST_KEY : PODCAST_SECTIONS + scope.section;
  return `${SCOPE_FOLDERS[scope.kind]}/${scope.slug}`;
}

const PODCAST_KEY = "podcast";
const PODCAST_SECTIONS = `${PODCAST_KEY}/${SCOPE_FOLDERS.section}/`;

/** A scope and its name for people. */
export type NamedScope = { readonly scope: Scope; readonly name: string };

/**
 * The scopes of an article without the scope of everything. Tags or authors with the same slug are one scope. An
 * article with a recording is an episode of its podcasts, whether or not the publication has them now.
 */
export function scopesOf(article: ArticleHead): readonly NamedScope[] {
  const isEpisode = recordingOf(article) !== undefined;
  const scopes: NamedScope[] = [
    ...(article.section === undefined ? [] : [named("section", article.section, article.section)]),
    ...article.tags.map((tag) => named("tag", nameSlug(tag), tag)),
    ...authorsOf(article).map(({ name }) => named("author", nameSlug(name), name)),
    ...(isEpisode ? podcastsIn(article.section) : []),
  ];
  return [...new Map(scopes.map((each) => [scopeKey(each.scope), each])).values()];
}

function podcastsIn(section: string | undefined): NamedScope[] {
  const whole = { scope: PODCAST, name: "" };
  return section === undefined ? [whole] : [whole, { scope: { kind: "podcast", section }, name: section }];
}

function named(kind: ScopeKind, slug: string, name: string): NamedScope {
  return { scope: { kind, slug }, name };
}

/**
 * The slug of a tag or a name. If it has no letters or digits (`🛳`), the slug is made of its code points. A slug that
 * is cut ends in a hash of the whole one, so that two long names stay two.
 */
export const nameSlug = remembered((name: string): string => {
  const slug =
    wordsOf(name) || Array.from(name, (character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`).join("-");
  // Three bytes of UTF-8 is the most for a unit of UTF-16.
  if (slug.length * 3 <= MAX_SLUG_BYTES || slugBytes(slug) <= MAX_SLUG_BYTES) return slug;
  return cutSlug(slug, `-${createHash("sha256").update(slug).digest("hex").slice(0, 10)}`);
});

/** The scope with this key, as `scopeKey` writes it. */
export function scopeOfKey(key: string): Scope {
  if (key === PODCAST_KEY) return PODCAST;
  if (key.startsWith(PODCAST_SECTIONS)) return { kind: "podcast", section: key.slice(PODCAST_SECTIONS.length) };
  const [folder = "", ...rest] = key.split("/");
  const kind = SCOPE_KINDS.find((each) => SCOPE_FOLDERS[each] === folder);
  return kind === undefined ? EVERYTHING : { kind, slug: rest.join("/") };
}
