import { EVERYTHING, nameSlug, type Scope, type ScopeKind } from "../model/scope.ts";
import { percentDecodeOrKeep } from "../syntax/percent.ts";
import { ATOM_PATH, JSON_FEED_PATH, NEGOTIATED_PATH, RSS_PATH } from "./addresses.ts";

/**
 * The feed that another system has at an address.
 *
 * `scopes` are the subjects that the address may mean, the most likely first: WordPress calls a section a category, and
 * other systems call a tag one. `path` is the form of the feed here, as in `scopePrefix(scope) + path`.
 */
export type ForeignFeed = { readonly scopes: readonly Scope[]; readonly path: string };

/** The last parts of the paths of feeds in other systems, in lower case. */
const NAMES: Readonly<Record<string, string>> = {
  feed: RSS_PATH,
  "feed/rss": RSS_PATH,
  "feed/rss2": RSS_PATH,
  "feed/rdf": RSS_PATH,
  "feed/atom": ATOM_PATH,
  "feed/json": JSON_FEED_PATH,
  rss: RSS_PATH,
  rss2: RSS_PATH,
  atom: ATOM_PATH,
  "rss.xml": RSS_PATH,
  "rss2.xml": RSS_PATH,
  "rss.php": RSS_PATH,
  "feed.xml": RSS_PATH,
  "feed.rss": RSS_PATH,
  "index.xml": RSS_PATH,
  "index.rss": RSS_PATH,
  "index.rdf": RSS_PATH,
  "rdf.xml": RSS_PATH,
  "atom.xml": ATOM_PATH,
  "feed.atom": ATOM_PATH,
  "index.atom": ATOM_PATH,
  "feed.json": JSON_FEED_PATH,
  "index.json": JSON_FEED_PATH,
  "feeds/posts/default": ATOM_PATH,
  "feeds/posts/summary": ATOM_PATH,
  "feeds/all.rss.xml": RSS_PATH,
  "feeds/all.atom.xml": ATOM_PATH,
};
const MAX_NAME_PARTS = 3;

/** The values of the query parameters `feed` (WordPress), `alt` (Blogger) and `format` (Squarespace). */
const QUERY_FORMS: Readonly<Record<string, string>> = {
  rss: RSS_PATH,
  rss2: RSS_PATH,
  rdf: RSS_PATH,
  atom: ATOM_PATH,
  json: JSON_FEED_PATH,
};

/** The folders of scopes in other systems, and the kinds of scopes here that they may mean. */
const FOLDERS: Readonly<Record<string, readonly ScopeKind[]>> = {
  category: ["section", "tag"],
  categories: ["section", "tag"],
  section: ["section", "tag"],
  sections: ["section"],
  topic: ["section", "tag"],
  topics: ["section", "tag"],
  tag: ["tag", "section"],
  tags: ["tag"],
  tagged: ["tag", "section"],
  label: ["tag", "section"],
  labels: ["tag", "section"],
  author: ["author"],
  authors: ["author"],
};

/** Folders that hold a whole site or its blog. `index.php` precedes every path of some installations of WordPress. */
const WHOLE: ReadonlySet<string> = new Set([
  "blog",
  "news",
  "posts",
  "post",
  "articles",
  "weblog",
  "home",
  "index.php",
]);

const MAX_PATH_PARTS = 8;

/**
 * Finds the feed that WordPress, Ghost, Blogger, Hugo, Jekyll and other systems have at an address. Returns undefined
 * if it is not the address of a feed of articles: feeds of comments and of dates have no counterpart here.
 */
export function foreignFeed({ pathname, searchParams }: URL): ForeignFeed | undefined {
  const parts = pathname.split("/").filter((part) => part !== "");
  if (parts.length > MAX_PATH_PARTS) return undefined;
  const asked = formInQuery(searchParams);
  const known = knownFeed(parts.map(percentDecodeOrKeep));
  if (known) return asked === undefined ? known : { ...known, path: asked };
  // Without one of the names, only the parameter says that a feed is wanted: `/category/x/?feed=atom`.
  const scopes = asked === undefined ? undefined : scopesAt(parts.map(percentDecodeOrKeep));
  return scopes && asked !== undefined ? { scopes, path: asked } : undefined;
}

function formInQuery(query: URLSearchParams): string | undefined {
  const value = query.get("feed") ?? query.get("alt") ?? query.get("format");
  return value === null ? undefined : QUERY_FORMS[value.toLowerCase()];
}

function knownFeed(parts: readonly string[]): ForeignFeed | undefined {
  const blogger = partsAfter(parts, ["feeds", "posts", "default", "-"]) ?? partsAfter(parts, ["feed", "tagged"]);
  if (blogger) return named(["tag", "section"], blogger.at(-1), ATOM_PATH);
  const [folder, ...rest] = partsAfter(parts, ["feed"]) ?? [];
  const file = /^(.+)\.xml$/i.exec((folder === "by_tag" ? rest[0] : folder) ?? "")?.[1];
  if (file !== undefined) return named(folder === "by_tag" ? ["tag", "section"] : ["section", "tag"], file, RSS_PATH);
  for (let count = Math.min(MAX_NAME_PARTS, parts.length); count > 0; count -= 1) {
    const name = parts.slice(-count).join("/").toLowerCase();
    const path = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    const scopes = path === undefined ? undefined : scopesAt(parts.slice(0, -count));
    if (path === undefined || scopes === undefined) continue;
    // A slash too many at an address of ours, such as `/tags/x/feed/`.
    const isOurs = name === "feed" && /^(?:sections|tags|authors)$/.test(parts[0] ?? "");
    return { scopes, path: isOurs ? NEGOTIATED_PATH : path };
  }
  return undefined;
}

/** The scopes that a path before the name of a feed may mean. Returns undefined if it means none. */
function scopesAt(parts: readonly string[]): readonly Scope[] | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return [EVERYTHING];
  const folder = first.toLowerCase();
  if (Object.hasOwn(FOLDERS, folder) && rest.length > 0)
    // WordPress puts the parents of a category before it: `/category/world/europe/feed/`.
    return named(FOLDERS[folder] ?? [], rest.at(-1), "")?.scopes;
  if (WHOLE.has(folder) && rest.length > 0) return scopesAt(rest);
  if (rest.length > 0) return undefined;
  const section: Scope = { kind: "section", slug: nameSlug(first) };
  return WHOLE.has(folder) ? [section, EVERYTHING] : [section];
}

function named(kinds: readonly ScopeKind[], name: string | undefined, path: string): ForeignFeed | undefined {
  if (name === undefined) return undefined;
  return { scopes: kinds.map((kind): Scope => ({ kind, slug: nameSlug(name) })), path };
}

/** What follows `start`, or undefined if the parts do not begin with it. */
function partsAfter(parts: readonly string[], start: readonly string[]): readonly string[] | undefined {
  const begins = start.every((part, index) => parts[index]?.toLowerCase() === part);
  return begins && parts.length > start.length ? parts.slice(start.length) : undefined;
}
