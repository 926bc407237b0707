import * as z from "zod";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople, personOf } from "./feed-person.ts";
import type { ImportedEntry, ReadEntry } from "./imported-entry.ts";
import { htmlOfText } from "./plain-text.ts";
import { writtenTime } from "./written-time.ts";

/** A member of the wrong type counts as absent, as JSON Feed 1.1 asks of readers. */
const text = z.string().optional().catch(undefined);
const author = z.looseObject({ name: text, url: text });
const authors = z.array(author).optional().catch(undefined);
const attachment = z.looseObject({ url: z.string(), mime_type: text, title: text });

const itemSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  authors,
  author: author.optional().catch(undefined),
  tags: z.array(z.string()).optional().catch(undefined),
  language: text,
  attachments: z.array(attachment).optional().catch(undefined),
});

/** Reads an item of JSON Feed 1.0 or 1.1. */
export function readJsonItem(value: unknown, place: string, head: FeedHead): ReadEntry {
  const item = itemSchema.safeParse(value).data;
  if (!item) return { kind: "fault", place, message: "not an object; expected an item with id, url and content_html" };
  const base = head.site;
  const link = absoluteAddress(item.url, base) ?? absoluteAddress(item.external_url, base);
  const own = peopleIn(item.authors, item.author, link ?? base);
  const image = absoluteAddress(item.image ?? item.banner_image, link ?? base);
  const published = writtenTime(item.date_published);
  const entry: ImportedEntry = {
    guid: item.id === undefined ? undefined : String(item.id),
    link,
    base: link ?? base,
    title: item.title ?? "",
    summary: item.summary,
    html: item.content_html ?? htmlOfText(item.content_text ?? ""),
    published: published ?? writtenTime(item.date_modified),
    updated: writtenTime(item.date_modified),
    status: "published",
    authors: own.length > 0 ? own : (head.authors ?? []),
    tags: item.tags ?? [],
    language: item.language ?? head.language,
    picture: image === undefined ? undefined : { url: image },
    enclosures: (item.attachments ?? []).flatMap(({ url, mime_type: mediaType, title }) => {
      const address = absoluteAddress(url, link ?? base);
      return address === undefined ? [] : [{ url: address, mediaType, title }];
    }),
  };
  return { kind: "entry", place, entry };
}

/** Adds one member of the feed itself to the head. */
export function readJsonHead(head: FeedHead, name: string, value: unknown, address: string | undefined): void {
  const said = text.parse(value);
  if (name === "home_page_url") head.site = absoluteAddress(said, address) ?? head.site;
  if (name === "language") head.language = said;
  if (name === "next_url") head.older.push(...(absoluteAddress(said, address) ?? "").split(/\s/).filter(Boolean));
  if (name === "authors") head.authors = peopleIn(authors.parse(value), undefined, address);
  if (name === "author") head.authors ??= peopleIn(undefined, author.safeParse(value).data, address);
}

type Author = z.infer<typeof author>;

function peopleIn(many: readonly Author[] | undefined, one: Author | undefined, base: string | undefined) {
  const people = many ?? (one ? [one] : []);
  return distinctPeople(people.map(({ name, url }) => personOf({ name, url: absoluteAddress(url, base) })));
}
