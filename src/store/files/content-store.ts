import { NO_NAVIGATION } from "../../model/navigation.ts";
import type { Publication } from "../../model/publication.ts";
import { isFiltered } from "../../model/selection.ts";
import { pagePath } from "../../site/addresses.ts";
import { textWithPublicOrigin } from "../../site/public-origin.ts";
import type { ArticleStore } from "../article-store.ts";
import { siteByAddress } from "../site-by-address.ts";
import type { ContentHead } from "./data-files.ts";
import { ContentFiles, type ReadDataFile } from "./read/content-files.ts";
import { ContentReader } from "./read/content-reader.ts";
import { readAround } from "./read/read-around.ts";
import { readCutDocument } from "./read/read-cut.ts";
import { readDocument } from "./read/read-document.ts";
import {
  changesOfAll,
  monthsAt,
  readCatalogue,
  readFeedHead,
  readMonth,
  readRecent,
  readSitemapPart,
  sitemapPartsAt,
} from "./read/read-lists.ts";
import { lookUpArticle, lookUpMedia, lookUpPage, lookUpPath, SAME_VERSION } from "./read/read-lookups.ts";

/**
 * Opens the content that a build wrote, with the service's addresses below `origin`. The Worker's bundle has the head,
 * and `read` gets the rest, a few files a request, however many articles there are.
 *
 * @param headText a `ContentHead` as JSON
 */
export function openContentStore(headText: string, read: ReadDataFile, origin: string): ArticleStore {
  const head: ContentHead = JSON.parse(textWithPublicOrigin(headText, origin));
  const { navigation = NO_NAVIGATION, ...facts } = head.publication;
  const publication: Publication = { ...facts, address: origin };
  const reader = new ContentReader(head, new ContentFiles(read, origin), publication);

  return {
    isFixed: true,
    publication: async () => publication,
    publicationModified: async (now) => Math.min(now, head.modified),
    pageFacts: async (now) => ({
      key: "",
      modified: Math.min(now, Math.max(head.pagesModified, head.linksModified)),
      listKey: "",
      navigation,
    }),
    head: async (selection, now) => readFeedHead(reader, selection, now),
    // Content changes only with a new deploy or with the clock, which `validUntil` covers.
    version: async () => ({ key: SAME_VERSION }),
    feed: async (selection, document, now) => {
      const about = await readFeedHead(reader, selection, now);
      if (!about) return undefined;
      const isCut = isFiltered(selection) || selection.limit !== undefined;
      return isCut ? readCutDocument(reader, about, document, now) : readDocument(reader, about, document, now);
    },
    article: async (slug, now) => lookUpArticle(reader, slug, now),
    around: async (article, now) => readAround(reader, article, now),
    catalogueVersion: async (now) => ({ key: SAME_VERSION, ...changesOfAll(reader, now) }),
    page: async (slug, now) => lookUpPage(reader, slug, now),
    pages: async (now) =>
      head.pages
        .filter(({ status }) => status === "published")
        .map(({ slug, modified }) => ({
          path: pagePath(slug),
          modified: Math.min(now, Math.max(head.modified, modified)),
        })),
    redirect: async (path, now) => lookUpPath(reader, path, now),
    catalogue: async (now) => readCatalogue(reader, now),
    recent: async (since, max, now) => readRecent(reader, since, max, now),
    months: async (now) => monthsAt(reader, now),
    month: async (month, now) => readMonth(reader, month, now),
    sitemapParts: async (now) => sitemapPartsAt(reader, now),
    sitemapPart: async (part, now) => readSitemapPart(reader, part, now),
    media: async (path, now) => lookUpMedia(reader, path, now),
  };
}

/**
 * The part of a build that is in the Worker's bundle: the head as JSON, and two of its facts, so that it is parsed
 * once.
 */
export type BundledContent = {
  readonly mode: ContentHead["mode"];
  readonly address: string;
  readonly text: string;
};

/** Opens the sites of the content that a build wrote, one for each origin; see `siteByAddress`. */
export function openFileSites({ mode, address, text }: BundledContent, read: ReadDataFile) {
  return siteByAddress(mode, address, (origin) => openContentStore(text, read, origin));
}
