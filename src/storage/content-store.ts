import { ATOM_PATH, FRONT_PATH, JSON_FEED_PATH, OWN_ORIGIN, RSS_PATH } from "../model/addresses.ts";
import type { Article } from "../model/article.ts";
import type { Feed, FeedHead } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { dueAt, lastChange, nextChange, releaseAt } from "../model/release.ts";
import { tagUri } from "../model/tag-uri.ts";
import { instantOf, latest, parseTimestamp, type Timestamp } from "../model/timestamp.ts";
import type { ArticleLookup, ArticleStore, FeedLimits } from "./article-store.ts";
import type { ContentArtifact } from "./content-artifact.ts";

/**
 * Opens the shelf: the content a build compiled into the Worker, its addresses placed below `origin`.
 * All of it sits in memory, so an answer costs no I/O; a few thousand articles are its reach (the bundle's size is the bound).
 */
export function openContentStore(artifactText: string, origin: string): ArticleStore {
  const artifact: ContentArtifact = JSON.parse(artifactText.replaceAll(OWN_ORIGIN, origin));
  const publication: Publication = { ...artifact.publication, address: origin };
  const head: FeedHead = {
    id: tagUri(publication.identity, "feeds/everything"),
    title: publication.title,
    description: publication.description,
    addresses: feedAddresses(origin),
    publication,
  };
  const newestFirst = artifact.articles.toSorted(byEntryOrder);
  const bySlug = new Map(newestFirst.map((article) => [article.slug, article]));
  const byFormerSlug = new Map(newestFirst.flatMap((article) => article.formerSlugs.map((slug) => [slug, article])));
  const byId = new Map(newestFirst.map((article) => [article.id, article]));
  const mediaByPath = new Map(artifact.media.map((media) => [media.path, media]));

  /** A draft is on the shelf only in a development build, and there it is meant to be seen. */
  const stateAt = (article: Article, now: number) => (article.status === "draft" ? "out" : releaseAt(article, now));

  return {
    publication: async () => publication,
    head: async () => head,

    feed: async (_selection, limits, now) => {
      const seen = newestFirst.filter((article) => stateAt(article, now) === "out");
      const validUntil = earliest(newestFirst.map((article) => nextChange(article, now)));
      const entries = withinLimits(seen, limits);
      const founded = foundingDay(publication);
      const changes = newestFirst.map((article) => lastChange(article, now));
      return {
        ...head,
        entries,
        updated: latest(founded, ...entries.map((article) => article.updated)),
        modified: Math.max(instantOf(founded), ...changes.filter((change) => change !== undefined)),
        ...(validUntil === undefined ? {} : { validUntil }),
      } satisfies Feed;
    },

    article: async (slug, now): Promise<ArticleLookup> => {
      const article = bySlug.get(slug);
      if (!article) {
        const moved = byFormerSlug.get(slug);
        return moved && stateAt(moved, now) !== "hidden" ? { kind: "moved", slug: moved.slug } : { kind: "unknown" };
      }
      switch (stateAt(article, now)) {
        case "hidden":
          return { kind: "unknown" };
        case "withdrawn":
          return { kind: "withdrawn", ...(article.retraction ? { retraction: article.retraction } : {}) };
        case "out": {
          const validUntil = nextChange(article, now);
          const modified = lastChange(article, now) ?? instantOf(article.updated);
          return { kind: "found", article, modified, ...(validUntil === undefined ? {} : { validUntil }) };
        }
      }
    },

    media: async (path, now) => {
      const media = mediaByPath.get(path);
      if (!media) return undefined;
      const isUsed = (id: string) => {
        const article = byId.get(id);
        return article !== undefined && stateAt(article, now) === "out";
      };
      return media.ofPublication || media.articles.some(isUsed) ? media.file : undefined;
    },
  };
}

/** Newest first, by the moment of release; ids break ties so that the order never wavers. */
function byEntryOrder(a: Article, b: Article): number {
  return dueAt(b) - dueAt(a) || (a.id < b.id ? -1 : 1);
}

/** RFC 4287 wants an `updated` even of a feed without entries: the day the publication's identity was fixed. */
function foundingDay(publication: Publication): Timestamp {
  const day = parseTimestamp(`${publication.identity.date}T00:00:00Z`);
  if ("fault" in day) throw new Error(`identity date is not a day: ${publication.identity.date}`);
  return day.timestamp;
}

function feedAddresses(origin: string): Feed["addresses"] {
  return {
    html: origin + FRONT_PATH,
    rss: origin + RSS_PATH,
    atom: origin + ATOM_PATH,
    json: origin + JSON_FEED_PATH,
  };
}

/** Element names, addresses and times around the content of an entry, roughly, in bytes. */
const ENTRY_OVERHEAD = 2_000;

function withinLimits(newestFirst: readonly Article[], limits: FeedLimits): Article[] {
  const encoder = new TextEncoder();
  const entries: Article[] = [];
  let bytes = 0;
  for (const article of newestFirst.slice(0, limits.entries)) {
    bytes += encoder.encode(article.body).length + ENTRY_OVERHEAD;
    if (bytes > limits.bytes && entries.length > 0) break;
    entries.push(article);
  }
  return entries;
}

function earliest(moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter((moment) => moment !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
