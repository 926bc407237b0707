import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { type AttachmentReading, type EntryReading, unique } from "./entry-reading.ts";
import { timestampFromRfc822 } from "./timestamp-from-rfc822.ts";

/** The items of RSS as feedsmith reads them. */
export function readRssItems(xml: string): EntryReading[] {
  return (parseRssFeed(xml).items ?? []).map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    summary: textOfHtml(item.description ?? ""),
    content: item.content?.encoded ?? "",
    published: item.pubDate && timestampFromRfc822(item.pubDate),
    updated: item.atom?.updated,
    credits: unique([...(item.dc?.creators ?? []), ...(item.dc?.sources ?? [])]),
    dateline: item.dc?.coverage?.[0],
    language: item.dc?.languages?.[0],
    categories:
      item.categories?.map(({ domain, name }) => (domain === undefined ? (name ?? "") : "has a domain")) ?? [],
    rights: item.dc?.rights?.[0],
    ...readLinks(item.atom?.links ?? []),
    ...readMedia(item.media),
  }));
}

/** The entries of Atom as feedsmith reads them. */
export function readAtomEntries(xml: string): EntryReading[] {
  return (parseAtomFeed(xml).entries ?? []).map((entry) => ({
    id: entry.id,
    url: entry.links?.find(({ rel }) => rel === "alternate")?.href,
    title: textOf(entry.title),
    summary: textOf(entry.summary) ?? "",
    content: textOf(entry.content) ?? "",
    published: entry.published,
    updated: entry.updated,
    credits: unique([...(entry.authors ?? []), ...(entry.contributors ?? [])].map(({ name }) => name ?? "")),
    dateline: entry.dc?.coverage?.[0],
    language: entry.xml?.lang,
    categories: entry.categories?.map(({ label, scheme, term }) => (scheme ? label : term) ?? "") ?? [],
    rights: textOf(entry.rights),
    ...readLinks(entry.links ?? []),
    ...readMedia(entry.media),
  }));
}

type Link = { rel?: string; href?: string; title?: string };

function readLinks(links: readonly Link[]): Pick<EntryReading, "licence" | "canonical" | "related"> {
  return {
    licence: links.find(({ rel }) => rel === "license")?.href,
    canonical: links.find(({ rel }) => rel === "canonical")?.href,
    related: links.filter(({ rel }) => rel === "related").map(({ title, href }) => ({ title, url: href })),
  };
}

type MediaContent = {
  url?: string;
  type?: string;
  fileSize?: number;
  duration?: number;
  title?: { value?: string };
};
type MediaElements = {
  contents?: readonly MediaContent[];
  thumbnails?: readonly { url?: string; width?: number; height?: number }[];
};

function readMedia({
  contents = [],
  thumbnails = [],
}: MediaElements = {}): Pick<EntryReading, "image" | "attachments"> {
  const [picture] = thumbnails;
  const { url, width, height } = picture ?? {};
  return {
    image: picture && { url, width, height, alt: undefined, caption: undefined, credit: undefined },
    attachments: contents.map(attachment),
  };
}

function attachment({ url, type, title, fileSize, duration }: MediaContent): AttachmentReading {
  return { url, type, title: title?.value, length: fileSize, duration };
}

/** Feedsmith returns a string, or an object if the element has attributes. */
function textOf(construct: string | { value?: string } | undefined): string | undefined {
  return typeof construct === "object" ? construct.value : construct;
}

/** The text of HTML without tags. */
function textOfHtml(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
