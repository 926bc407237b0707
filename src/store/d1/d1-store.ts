import type { Document, FeedHead } from "../../model/feed.ts";
import type { MediaFile } from "../../model/media-file.ts";
import type { Publication } from "../../model/publication.ts";
import { EVERYTHING, scopeKey } from "../../model/scope.ts";
import { isFiltered, type Selection } from "../../model/selection.ts";
import { CLOUD_PATH, HUB_PATH, PLACEHOLDER_ORIGIN } from "../../site/addresses.ts";
import type { ArticleLookup, ArticleStore, Version } from "../article-store.ts";
import { feedHead } from "../feed-head.ts";
import { foundingDay } from "../founding-day.ts";
import type { NewsroomSettings } from "./newsroom-settings.ts";
import { openCutFeed, openStoredFeed } from "./read/d1-feed.ts";
import { documentTag } from "./read/document-tag.ts";
import { type FeedRow, readFeedRow } from "./read/feed-row.ts";
import { lookUpArticle, lookUpFormerPath } from "./read/read-article.ts";
import { readArchiveRow } from "./read/read-document.ts";
import { catalogueOf, recentArticles, sitemapArticles, sitemapParts } from "./read/read-listings.ts";
import { findMediaFile } from "./read/read-media.ts";

/**
 * Opens the newsroom's database as readers see it, addresses placed below `origin`. Every answer reads as many rows as it shows, never as
 * many as there are. D1 is one SQLite in one place: a read from afar pays the distance, so what was rendered is kept under its version.
 */
export function openD1Store(db: D1Database, settings: NewsroomSettings, origin: string): ArticleStore {
  const publication: Publication = {
    ...placed(settings.publication, origin),
    address: origin,
    // A newsroom is its own hub, whatever hub the file names.
    hub: origin + HUB_PATH,
    cloud: origin + CLOUD_PATH,
  };
  const { division } = settings;
  const row = (key: string, now: number) => readFeedRow(db, division, key, now);

  const head = async (selection: Selection, now: number): Promise<FeedHead | undefined> => {
    const keys = [scopeKey(selection.scope), ...selection.tags.map((slug) => scopeKey({ kind: "tag", slug }))];
    const wanted = keys.filter((key) => key !== scopeKey(EVERYTHING));
    const known = await Promise.all(wanted.map((key) => row(key, now)));
    const names = new Map(known.flatMap((each) => (each ? [[each.key, each.name]] : [])));
    return feedHead(publication, selection, (key) => names.get(key));
  };

  /** Of a selection that is cut, only its bytes can tell: it may take in entries from anywhere. */
  const version = async (selection: Selection, document: Document, now: number): Promise<Version> => {
    if (isCut(selection)) return documentVersion(await row(scopeKey(EVERYTHING), now));
    const feed = await row(scopeKey(selection.scope), now);
    if (!feed) return { key: "" };
    const archive = document.kind === "archive" ? await readArchiveRow(db, feed.number, document.number) : undefined;
    if (document.kind === "archive" && !archive) return { key: "" };
    const tag = documentTag(settings, feed, archive);
    return {
      key: tag,
      tag,
      modified: Math.max((archive ?? feed).modified, settings.modified),
      ...(feed.next_change !== null && { validUntil: feed.next_change }),
    };
  };

  return {
    publication: async () => publication,
    publicationModified: async (now) => Math.min(now, settings.modified),
    head,
    version,
    feed: async (selection, document, now) => {
      const about = await head(selection, now);
      if (!about) return undefined;
      return isCut(selection)
        ? openCutFeed(db, settings, about, document, now)
        : openStoredFeed(db, settings, about, document);
    },
    article: async (slug, now): Promise<ArticleLookup> => lookUpArticle(db, settings, { slug, origin, now }),
    redirect: async (path, now) => lookUpFormerPath(db, settings, path, now),
    catalogueVersion: async (now) => {
      const everything = await row(scopeKey(EVERYTHING), now);
      const modified = Math.max(settings.modified, Date.parse(foundingDay(publication)), everything?.changed ?? 0);
      return { modified, ...documentVersion(everything) };
    },
    catalogue: async (now) => catalogueOf(db, settings, publication, now),
    recent: async (since, most, now) => recentArticles(db, settings, { since, most, now, origin }),
    sitemapParts: async (now) => sitemapParts(db, settings, now),
    sitemapPart: async (part, now) => sitemapArticles(db, settings, { part, now, origin }),
    media: async (path, now): Promise<MediaFile | undefined> => {
      const own = settings.media.get(path);
      return own ? placed(own, origin) : findMediaFile(db, settings, { path, origin, now });
    },
  };
}

function isCut(selection: Selection): boolean {
  return isFiltered(selection) || selection.limit !== undefined;
}

function documentVersion(everything: FeedRow | undefined): Version {
  const { changed = 0, next_change = null } = everything ?? {};
  return { key: String(changed), ...(next_change !== null && { validUntil: next_change }) };
}

function placed<Value>(value: Value, origin: string): Value {
  return JSON.parse(JSON.stringify(value).replaceAll(PLACEHOLDER_ORIGIN, origin));
}
