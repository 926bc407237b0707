import type { Publication } from "../../src/model/publication.ts";
import { formerPathKey } from "../../src/site/former-path.ts";
import { textWithPublicOrigin } from "../../src/site/public-origin.ts";
import type { ArticleLookup, ArticleStore, CatalogueVersion } from "../../src/store/article-store.ts";
import { feedHead } from "../../src/store/feed-head.ts";
import type { ContentArtifact } from "../../src/store/files/content-artifact.ts";
import { type Item, lastChangeOf, nextChangeOf, releaseOf } from "../../src/store/files/item.ts";
import type { Division } from "../../src/store/history.ts";
import { withdrawalOf, withNotice } from "../../src/store/withdrawal.ts";
import { aroundAt } from "./content-around.ts";
import { catalogueAt, lastChangeBy, nextChangeAfter } from "./content-catalogue.ts";
import { openFeed } from "./content-feed.ts";
import { type ContentIndex, indexContent, namesAt } from "./content-index.ts";
import { monthOfArticles, monthsAt, recentArticles, sitemapPartAt, sitemapPartsAt } from "./content-listed-articles.ts";

/**
 * Content changes only with a new deploy or with the clock, which `validUntil` covers, so one key serves for all
 * versions.
 */
const SAME_KEY = "";

/**
 * The reference for every store: all content in memory, looked through anew for each answer. It is slow, and simple
 * enough to be trusted.
 */
export function openMemoryStore(artifactText: string, origin: string, division: Division): ArticleStore {
  const artifact: ContentArtifact = JSON.parse(textWithPublicOrigin(artifactText, origin));
  const publication: Publication = { ...artifact.publication, address: origin };
  const content = indexContent(artifact, publication, division);
  const mediaByPath = new Map(artifact.media.map((media) => [media.path, media]));

  return {
    isFixed: true,
    publication: async () => publication,
    publicationModified: async (now) => Math.min(now, content.modified),
    pageFacts: async (now) => ({ key: "", modified: Math.min(now, content.pagesModified) }),
    head: async (selection, now) => feedHead(publication, selection, namesAt(content, now)),
    version: async () => ({ key: SAME_KEY }),
    feed: async (selection, document, now) => openFeed(content, selection, document, division, now),
    article: async (slug, now) => lookUp(content, slug, now),
    around: async (article, now) => aroundAt(content, article.id, now),
    catalogueVersion: async (now) => catalogueVersionAt(content, now),
    redirect: async (path, now) => {
      const item = content.byFormerPath.get(formerPathKey(path));
      return item && releaseOf(item, now) !== "hidden" ? item.article?.slug : undefined;
    },
    catalogue: async (now) => catalogueAt(content, now),
    recent: async (since, max, now) => recentArticles(content, since, max, now),
    months: async (now) => monthsAt(content, now),
    month: async (month, now) => monthOfArticles(content, month, now),
    sitemapParts: async (now) => sitemapPartsAt(content, now),
    sitemapPart: async (part, now) => sitemapPartAt(content, part, now),
    media: async (path, now) => {
      const media = mediaByPath.get(path);
      if (!media) return undefined;
      const isUsed = (id: string) => {
        const item = content.items.get(id);
        return item !== undefined && releaseOf(item, now) === "out";
      };
      return media.ofPublication || media.articles.some(isUsed) ? media.file : undefined;
    },
  };
}

/** Every request for a list reads the key. The other members look at all articles, so they are computed on demand. */
function catalogueVersionAt(content: ContentIndex, now: number): CatalogueVersion {
  return {
    key: SAME_KEY,
    get modified() {
      return lastChangeBy(content, now);
    },
    get validUntil() {
      return nextChangeAfter(content, now);
    },
  };
}

function lookUp(content: ContentIndex, slug: string, now: number): ArticleLookup {
  const item = content.bySlug.get(slug);
  if (!item) {
    const moved = content.byFormerSlug.get(slug);
    return moved && releaseOf(moved, now) !== "hidden"
      ? { kind: "moved", slug: moved.article?.slug ?? moved.record.slug }
      : { kind: "unknown" };
  }
  switch (releaseOf(item, now)) {
    case "hidden":
      return { kind: "unknown" };
    case "withdrawn": {
      const { time, reason, language, notice } = withNotice(withdrawalOf(item, content.publication), item);
      return {
        kind: "withdrawn",
        time,
        language,
        ...(notice?.title !== undefined && { title: notice.title }),
        ...(reason !== undefined && { retraction: { time, reason } }),
      };
    }
    case "out":
      return item.article ? found(content, item, item.article, now) : { kind: "unknown" };
  }
}

function found(content: ContentIndex, item: Item, article: NonNullable<Item["article"]>, now: number): ArticleLookup {
  const validUntil = nextChangeOf(item, now);
  return {
    kind: "found",
    article,
    version: SAME_KEY,
    modified: Math.min(now, Math.max(content.modified, lastChangeOf(item, now))),
    ...(Number.isFinite(validUntil) && { validUntil }),
  };
}
