import * as z from "zod";
import type { Person } from "../../model/article.ts";
import { lengthOf } from "../media/enclosure-elements.ts";
import { declaredType } from "../media/media-type-of.ts";
import { readDuration } from "../media/read-moment.ts";
import { entryTimes, learnTimes, type TimePlaces } from "../times/entry-times.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople } from "./feed-person.ts";
import type { ImportNote } from "./import-note.ts";
import type { Enclosure, ImportedEntry, ReadEntry } from "./imported-entry.ts";
import { personInJson, textIn, textsIn, valuesIn } from "./json-feed-values.ts";
import { isPasswordForm } from "./state/entry-state.ts";
import { htmlOf, titleLineOf } from "./text/feed-text.ts";
import { decodedReferences } from "./text/undeclared-text.ts";

/**
 * A member of the wrong type is read if it says something, and else counts as absent, as JSON Feed 1.1 asks of readers.
 */
const itemSchema = z.record(z.string(), z.unknown());

/** Reads an item of JSON Feed 1.0 or 1.1. */
export function readJsonItem(value: unknown, place: string, head: FeedHead): ReadEntry {
  const item = itemSchema.safeParse(value).data;
  if (!item) return { kind: "fault", place, message: "not an object; expected an item with id, url and content_html" };
  const base = head.site;
  const link = absoluteAddress(textIn(item.url), base) ?? absoluteAddress(textIn(item.external_url), base);
  const page = link ?? base;
  const notes: ImportNote[] = [];
  const note = (each: ImportNote) => notes.push(each);
  const people = peopleIn([item.authors, item.author], page, note);
  const pictures = [item.image, item.banner_image].flatMap((written) => {
    const url = absoluteAddress(textIn(written), page);
    return url === undefined ? [] : [{ url }];
  });
  const language = textIn(item.language) ?? head.language;
  const times = entryTimes(jsonTimes(item), head.times, language);
  const html = textIn(item.content_html);
  const plain = textIn(item.content_text);
  const title = textIn(item.title);
  if (html !== undefined && isPasswordForm(html))
    return { kind: "left out", what: "post under a password", title, address: link };
  const entry: ImportedEntry = {
    guid: textIn(item.id),
    link,
    base: page,
    title: (title && titleLineOf({ kind: "plain", value: title, isAssumed: true }, note)) ?? "",
    summary: textIn(item.summary),
    html: html ?? (plain === undefined ? undefined : htmlOf({ kind: "plain", value: plain })) ?? "",
    published: times.published ?? times.updated,
    updated: times.updated,
    faults: times.faults,
    status: "published",
    authors: people.length > 0 ? people : (head.authors ?? []),
    tags: textsIn(item.tags).map(decodedReferences),
    language,
    pictures,
    enclosures: valuesIn(item.attachments).flatMap((each) => attachmentIn(each, page)),
    notes: [...times.notes, ...notes],
  };
  return { kind: "entry", place, entry };
}

function jsonTimes(item: z.infer<typeof itemSchema>): TimePlaces {
  const place = (name: string) => ({ name, written: item[name] });
  return { published: [place("date_published")], updated: [place("date_modified")] };
}

/** Lets the head learn from the times of an item, in the first pass. */
export function learnJsonItem(value: unknown, head: FeedHead): void {
  const item = itemSchema.safeParse(value).data;
  if (item) learnTimes(jsonTimes(item), head.times, textIn(item.language) ?? head.language);
}

/** An attachment: an object, or an address alone. */
function attachmentIn(value: unknown, base: string | undefined): readonly Enclosure[] {
  const said = itemSchema.safeParse(value).data ?? { url: value };
  const url = absoluteAddress(textIn(said.url), base);
  if (url === undefined) return [];
  return [
    {
      url,
      mediaType: declaredType(textIn(said.mime_type)),
      title: textIn(said.title),
      length: lengthOf(textIn(said.size_in_bytes)),
      duration: readDuration(textIn(said.duration_in_seconds)),
    },
  ];
}

/** Adds one member of the feed itself to the head. */
export function readJsonHead(head: FeedHead, name: string, value: unknown, address: string | undefined): void {
  const said = textIn(value);
  if (name === "home_page_url") head.site = absoluteAddress(said, address) ?? head.site;
  if (name === "language") head.language = said;
  if (name === "next_url") head.older.push(...(absoluteAddress(said, address) ?? "").split(/\s/).filter(Boolean));
  if (name === "authors" || (name === "author" && head.authors === undefined)) {
    const people = peopleIn([value], address, () => {});
    if (people.length > 0) head.authors = people;
  }
}

/** The people of the first member that names any: `authors` of version 1.1, then `author` of 1.0. */
function peopleIn(
  members: readonly unknown[],
  base: string | undefined,
  note: (note: ImportNote) => void,
): readonly Person[] {
  const lists = members.map((member) => distinctPeople(valuesIn(member).map((each) => personInJson(each, base, note))));
  return lists.find((people) => people.length > 0) ?? [];
}
