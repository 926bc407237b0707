import type { Article } from "../../../src/model/article.ts";
import { sectionOf } from "../../../src/render/sections.ts";
import { publication } from "../../fixtures/full-article.ts";

/**
 * An article as a subscriber reads it from one format, in the same terms for every format, so that formats can be
 * compared.
 */
export type EntryReading = {
  id: string | undefined;
  url: string | undefined;
  title: string | undefined;
  summary: string;
  content: string;
  published: string | undefined;
  updated: string | undefined;
  /** The authors, and then the agency if it is not one of them. */
  credits: string[];
  dateline: string | undefined;
  /** Undefined if it is the publication's. */
  language: string | undefined;
  /** The title of the section, then the tags. */
  categories: string[];
  rights: string | undefined;
  licence: string | undefined;
  canonical: string | undefined;
  related: { title: string | undefined; url: string | undefined }[];
  image: PictureReading | undefined;
  attachments: AttachmentReading[];
};

type PictureReading = {
  url: string | undefined;
  alt: string | undefined;
  caption: string | undefined;
  credit: string | undefined;
  width: number | undefined;
  height: number | undefined;
};

export type AttachmentReading = {
  url: string | undefined;
  type: string | undefined;
  title: string | undefined;
  /** Undefined if it is zero: Media RSS then leaves it out. */
  length: number | undefined;
  duration: number | undefined;
};

/** The reading that every format should give of the article. */
export function expectedReading(article: Article, content: string): EntryReading {
  const { file, alternativeText, caption, credit } = article.image ?? {};
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    summary: article.summary,
    content,
    published: article.published,
    updated: article.updated,
    credits: unique([...article.byline, ...(article.agency ? [article.agency] : [])].map(({ name }) => name)),
    dateline: article.dateline,
    language: article.language === publication.language ? undefined : article.language,
    categories: [sectionOf(article, publication)?.title ?? [], article.tags].flat(),
    rights: article.rights,
    licence: article.licence,
    canonical: article.canonical,
    related: article.related.filter(({ url }) => url !== undefined).map(({ title, url }) => ({ title, url })),
    image: file && {
      url: file.url,
      alt: alternativeText || undefined,
      caption,
      credit,
      width: file.width,
      height: file.height,
    },
    attachments: article.attachments.map(({ file, title }) => ({
      url: file.url,
      type: file.mediaType,
      title,
      length: file.length || undefined,
      duration: file.duration,
    })),
  };
}

/**
 * The reading that RSS and Atom should give. Of the attachments they have those that can be played, and of the picture
 * what a thumbnail has: its texts are in the content.
 */
export function expectedXmlReading(article: Article, content: string): EntryReading {
  const { image, attachments, ...reading } = expectedReading(article, content);
  const { url, width, height } = image ?? {};
  return {
    ...reading,
    image: image && { url, width, height, alt: undefined, caption: undefined, credit: undefined },
    attachments: attachments.filter(({ type }) => /^(?:audio|video)\//.test(type ?? "")),
  };
}

export function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
