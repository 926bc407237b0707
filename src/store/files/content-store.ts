import type { Publication } from "../../model/publication.ts";
import { PLACEHOLDER_ORIGIN } from "../../site/addresses.ts";
import { formerPathKey } from "../../site/former-path.ts";
import type { ArticleLookup, ArticleStore, CatalogueVersion } from "../article-store.ts";
import { feedHead } from "../feed-head.ts";
import type { Division } from "../history.ts";
import { withdrawalOf } from "../withdrawal.ts";
import type { ContentArtifact } from "./content-artifact.ts";
import { catalogueAt, lastChangeBy, nextChangeAfter } from "./content-catalogue.ts";
import { openFeed } from "./content-feed.ts";
import { type ContentIndex, indexContent, namesAt } from "./content-index.ts";
import { recentArticles, sitemapPartAt, sitemapPartsAt } from "./content-listed-articles.ts";
import { type Item, lastChangeOf, nextChangeOf, releaseOf } from "./item.ts";

/** Content changes with the Worker that carries it, and by the clock, which `validUntil` tells of: what was rendered holds until then. */
const SAME_KEY = "";

/**
 * Opens the shelf: the content a build compiled into the Worker, its addresses placed below `origin`.
 * All of it sits in memory, so an answer costs no I/O; a few thousand articles are its reach (the bundle's size is the bound).
 */
export function openContentStore(artifactText: string, origin: string, division: Division): ArticleStore {
  const artifact: ContentArtifact = JSON.parse(artifactText.replaceAll(PLACEHOLDER_ORIGIN, origin));
  const publication: Publication = { ...artifact.publication, address: origin };
  const shelf = indexContent(artifact, publication, division);
  const mediaByPath = new Map(artifact.media.map((media) => [media.path, media]));

  return {
    publication: async () => publication,
    publicationModified: async (now) => Math.min(now, shelf.modified),
    head: async (selection, now) => feedHead(publication, selection, namesAt(shelf, now)),
    version: async () => ({ key: SAME_KEY }),
    feed: async (selection, document, now) => openFeed(shelf, selection, document, division, now),
    article: async (slug, now) => lookUp(shelf, slug, now),
    catalogueVersion: async (now) => catalogueVersionAt(shelf, now),
    redirect: async (path, now) => {
      const item = shelf.byFormerPath.get(formerPathKey(path));
      return item && releaseOf(item, now) !== "hidden" ? item.article?.slug : undefined;
    },
    catalogue: async (now) => catalogueAt(shelf, division, now),
    recent: async (since, most, now) => recentArticles(shelf, since, most, now),
    sitemapParts: async (now) => sitemapPartsAt(shelf, now),
    sitemapPart: async (part, now) => sitemapPartAt(shelf, part, now),
    media: async (path, now) => {
      const media = mediaByPath.get(path);
      if (!media) return undefined;
      const isUsed = (id: string) => {
        const item = shelf.items.get(id);
        return item !== undefined && releaseOf(item, now) === "out";
      };
      return media.ofPublication || media.articles.some(isUsed) ? media.file : undefined;
    },
  };
}

/** Every request for a list asks for the key; the rest is looked for only when the list is made. */
function catalogueVersionAt(shelf: ContentIndex, now: number): CatalogueVersion {
  return {
    key: SAME_KEY,
    get modified() {
      return lastChangeBy(shelf, now);
    },
    get validUntil() {
      return nextChangeAfter(shelf, now);
    },
  };
}

function lookUp(shelf: ContentIndex, slug: string, now: number): ArticleLookup {
  const item = shelf.bySlug.get(slug);
  if (!item) {
    const moved = shelf.byFormerSlug.get(slug);
    return moved && releaseOf(moved, now) !== "hidden"
      ? { kind: "moved", slug: moved.article?.slug ?? moved.record.slug }
      : { kind: "unknown" };
  }
  switch (releaseOf(item, now)) {
    case "hidden":
      return { kind: "unknown" };
    case "withdrawn": {
      const { time, reason } = withdrawalOf(item, shelf.publication);
      return { kind: "withdrawn", ...(reason !== undefined && { retraction: { time, reason } }) };
    }
    case "out":
      return item.article ? found(shelf, item, item.article, now) : { kind: "unknown" };
  }
}

function found(shelf: ContentIndex, item: Item, article: NonNullable<Item["article"]>, now: number): ArticleLookup {
  const validUntil = nextChangeOf(item, now);
  return {
    kind: "found",
    article,
    version: SAME_KEY,
    modified: Math.min(now, Math.max(shelf.modified, lastChangeOf(item, now))),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}
