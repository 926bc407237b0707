import { type EntryReading, unique } from "./entry-reading.ts";

type JsonItem = {
  id: string;
  url: string;
  title: string;
  content_html: string;
  date_published: string;
  date_modified: string;
  external_url?: string;
  summary?: string;
  image?: string;
  authors?: { name: string }[];
  tags?: string[];
  language?: string;
  attachments?: {
    url: string;
    mime_type: string;
    title?: string;
    size_in_bytes?: number;
    duration_in_seconds?: number;
  }[];
  _dateline?: {
    dateline?: string;
    agency?: { name: string };
    image?: { alternative_text?: string; caption?: string; credit?: string; width?: number; height?: number };
    related?: { title: string; url?: string }[];
    rights?: string;
    licence?: string;
  };
};

/**
 * The items of a JSON Feed, by `JSON.parse`. Feedsmith is no oracle here: it takes JSON strings for HTML, and decodes
 * what looks like an entity.
 */
export function readJsonItems(json: string): EntryReading[] {
  const { items } = JSON.parse(json) as { items: JsonItem[] };
  return items.map((item) => {
    const more = item._dateline ?? {};
    return {
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary ?? "",
      content: item.content_html,
      published: item.date_published,
      updated: item.date_modified,
      credits: unique([...(item.authors ?? []), ...(more.agency ? [more.agency] : [])].map(({ name }) => name)),
      dateline: more.dateline,
      language: item.language,
      categories: item.tags ?? [],
      rights: more.rights,
      licence: more.licence,
      canonical: item.external_url,
      related: (more.related ?? []).flatMap(({ title, url }) => (url === undefined ? [] : [{ title, url }])),
      image: item.image === undefined ? undefined : readImage(item.image, more.image ?? {}),
      attachments: (item.attachments ?? []).map((each) => ({
        url: each.url,
        type: each.mime_type,
        title: each.title,
        length: each.size_in_bytes || undefined,
        duration: each.duration_in_seconds,
      })),
    };
  });
}

function readImage(url: string, about: NonNullable<NonNullable<JsonItem["_dateline"]>["image"]>) {
  const { alternative_text, caption, credit, width, height } = about;
  return { url, alt: alternative_text || undefined, caption, credit, width, height };
}
