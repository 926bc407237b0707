import type { Document, FeedHead } from "../../model/feed.ts";
import type { MediaFile } from "../../model/media-file.ts";
import type { Publication } from "../../model/publication.ts";
import { EVERYTHING, scopeKey } from "../../model/scope.ts";
import { isFiltered, type Selection } from "../../model/selection.ts";
import { articlePath, CLOUD_PATH, HUB_PATH } from "../../site/addresses.ts";
import { withPublicOrigin } from "../../site/public-origin.ts";
import type { ArticleLookup, ArticleStore, Version } from "../article-store.ts";
import { feedHead } from "../feed-head.ts";
import { foundingDay } from "../founding-day.ts";
import type { NewsroomSettings } from "./newsroom-settings.ts";
import { openCutFeed, openStoredFeed } from "./read/d1-feed.ts";
import { type FeedRow, type NoticedFeedRow, noticeTimes, readFeedRow } from "./read/feed-row.ts";
import { readAround } from "./read/read-around.ts";
import { lookUpArticle, lookUpFormerPath } from "./read/read-article.ts";
import {
  articleMonths,
  articlesOfMonth,
  recentArticles,
  sitemapArticles,
  sitemapParts,
} from "./read/read-article-lists.ts";
import { catalogueOf } from "./read/read-catalogue.ts";
import { documentTag, readArchiveRow } from "./read/read-document.ts";
import { findMediaFile } from "./read/read-media.ts";
import { listedPages, lookUpFormerPathOfPage, lookUpPage, readPageFacts } from "./read/read-pages.ts";
import type { Reader } from "./read/reader.ts";
import { applyDueChanges } from "./write/apply-due-changes.ts";

/**
 * Opens the newsroom's database as readers see it, with the service's addresses below `origin`. Every method reads
 * about as many rows as it returns, however many articles there are. D1 is one SQLite database in one place, so a read
 * pays the distance to it; callers therefore cache what they rendered under its version. A read first applies the
 * changes that are due, with `applyDueChanges`.
 */
export function openD1Store(reader: Reader, origin: string): ArticleStore {
  const { db, settings } = reader;
  const { navigation: _, ...facts } = settings.publication;
  const publication: Publication = {
    ...withPublicOrigin(facts, origin),
    address: origin,
    // A newsroom is its own hub, even if publication.yaml names another.
    hub: origin + HUB_PATH,
    cloud: origin + CLOUD_PATH,
  };
  const row = (key: string, now: number) => readFeedRow(reader, key, now);

  const head = async (selection: Selection, now: number): Promise<FeedHead | undefined> => {
    const keys = [scopeKey(selection.scope), ...selection.tags.map((slug) => scopeKey({ kind: "tag", slug }))];
    const wanted = keys.filter((key) => key !== scopeKey(EVERYTHING));
    const known = await Promise.all(wanted.map((key) => row(key, now)));
    const names = new Map(known.flatMap((each) => (each ? [[each.key, each.name]] : [])));
    return feedHead(publication, selection, (key) => names.get(key));
  };

  /** A filtered or limited selection may show any entry, so it has no tag and changes with everything. */
  const version = async (selection: Selection, document: Document, now: number): Promise<Version> => {
    if (isCut(selection)) return cutVersion(await row(scopeKey(EVERYTHING), now), settings);
    const feed = await row(scopeKey(selection.scope), now);
    if (!feed) return { key: "" };
    const archive = document.kind === "archive" ? await readArchiveRow(db, feed.number, document.number) : undefined;
    if (document.kind === "archive" && !archive) return { key: "" };
    const tag = documentTag(settings, feed, archive);
    const { ended, validUntil } = noticeTimes(feed, settings);
    return {
      key: tag,
      tag,
      modified: Math.max((archive ?? feed).modified, archive ? 0 : ended, settings.modified),
      ...(validUntil !== undefined && { validUntil }),
    };
  };

  return {
    isFixed: false,
    publication: async () => publication,
    publicationModified: async (now) => Math.min(now, settings.modified),
    pageFacts: async (now) => readPageFacts(reader, now),
    head,
    version,
    feed: async (selection, document, now) => {
      const about = await head(selection, now);
      if (!about) return undefined;
      return isCut(selection)
        ? openCutFeed(reader, about, document, now)
        : openStoredFeed(reader, about, document, now);
    },
    article: async (slug, now): Promise<ArticleLookup> => lookUpArticle(reader, { slug, origin, now }),
    around: async ({ slug }) => readAround(reader, { slug, origin }),
    page: async (slug) => lookUpPage(reader, { slug, origin }),
    pages: async () => listedPages(reader),
    redirect: async (path, now) => {
      const [slug, page] = await Promise.all([
        lookUpFormerPath(reader, path, now),
        lookUpFormerPathOfPage(reader, path),
      ]);
      return slug === undefined ? page : articlePath(slug);
    },
    catalogueVersion: async (now) => {
      const everything = await row(scopeKey(EVERYTHING), now);
      const modified = Math.max(settings.modified, Date.parse(foundingDay(publication)), everything?.changed ?? 0);
      return { modified, ...documentVersion(everything) };
    },
    catalogue: async (now) => catalogueOf(reader, publication, now),
    recent: async (since, max, now) => recentArticles(reader, { since, max, now, origin }),
    months: async (now) => articleMonths(reader, now),
    month: async (month, now) => articlesOfMonth(reader, { month, now, origin }),
    sitemapParts: async (now) => sitemapParts(reader, now),
    sitemapPart: async (part, now) => sitemapArticles(reader, { part, now, origin }),
    media: async (path, now): Promise<MediaFile | undefined> => {
      const own = settings.media.get(path);
      return own ? withPublicOrigin(own, origin) : findMediaFile(reader, { path, origin, now });
    },
  };
}

function isCut(selection: Selection): boolean {
  return isFiltered(selection) || selection.limit !== undefined;
}

/** A filtered or limited document shows notices too. */
function cutVersion(everything: NoticedFeedRow | undefined, settings: NewsroomSettings): Version {
  if (!everything) return documentVersion(everything);
  const { validUntil } = noticeTimes(everything, settings);
  return { key: `${everything.changed}.${everything.notices}`, ...(validUntil !== undefined && { validUntil }) };
}

function documentVersion(everything: FeedRow | undefined): Version {
  const { changed = 0, next_change = null } = everything ?? {};
  return { key: String(changed), ...(next_change !== null && { validUntil: next_change }) };
}

/** A reader that applies due changes to the same database. */
export function openReader(db: D1Database, settings: NewsroomSettings): Reader {
  return { db, settings, applyDueChanges: (now) => applyDueChanges(db, settings.division, now) };
}
