import { linksOf } from "../../src/model/navigation.ts";
import type { Publication } from "../../src/model/publication.ts";
import { instantOf } from "../../src/model/timestamp.ts";
import { articlePath, pagePath } from "../../src/site/addresses.ts";
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
  const { navigation: _, ...facts } = artifact.publication;
  const publication: Publication = { ...facts, address: origin };
  const content = indexContent(artifact, publication, division);
  const mediaByPath = new Map(artifact.media.map((media) => [media.path, media]));

  return {
    isFixed: true,
    publication: async () => publication,
    publicationModified: async (now) => Math.min(now, content.modified),
    pageFacts: async (now) => {
      const { navigation } = artifact.ledger;
      const changed = Math.max(content.pagesModified, navigation ? instantOf(navigation.modified) : 0);
      const links = linksOf(artifact.pages, pagePath);
      return { key: "", modified: Math.min(now, changed), listKey: "", navigation: links };
    },
    head: async (selection, now) => feedHead(publication, selection, namesAt(content, now)),
    version: async () => ({ key: SAME_KEY }),
    feed: async (selection, document, now) => openFeed(content, selection, document, division, now),
    article: async (slug, now) => lookUp(content, slug, now),
    around: async (article, now) => aroundAt(content, article.id, now),
    catalogueVersion: async (now) => catalogueVersionAt(content, now),
    redirect: async (path, now) => {
      const item = content.byFormerPath.get(formerPathKey(path));
      if (item?.article && releaseOf(item, now) !== "hidden") return articlePath(item.article.slug);
      const page = artifact.pages.find(({ formerPaths = [] }) =>
        formerPaths.some((each) => formerPathKey(each) === formerPathKey(path)),
      );
      return page && pagePath(page.slug);
    },
    page: async (slug, now) => {
      const page = artifact.pages.find((each) => each.slug === slug);
      return page && { page, version: SAME_KEY, modified: pageModified(artifact, content, slug, now) };
    },
    pages: async (now) =>
      artifact.pages
        .filter(({ status }) => status === "published")
        .toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
        .map(({ slug }) => ({ path: pagePath(slug), modified: pageModified(artifact, content, slug, now) })),
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

function pageModified({ ledger }: ContentArtifact, content: ContentIndex, slug: string, now: number): number {
  const version = ledger.pageTexts?.[slug];
  return Math.min(now, Math.max(content.modified, version ? instantOf(version.modified) : 0));
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
