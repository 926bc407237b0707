import { childNamed, childrenNamed, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { readItemMedia } from "../media/item-media.ts";
import { entryTimes, type TimePlaces } from "../times/entry-times.ts";
import { absoluteAddress, declaredBase, type FeedHead } from "./feed-head.ts";
import { distinctPeople, personElementInRss } from "./feed-person.ts";
import { textIn } from "./feed-xml.ts";
import type { ImportNote } from "./import-note.ts";
import type { ImportedEntry } from "./imported-entry.ts";
import { isKindCategory } from "./state/blogger.ts";
import { statusOf } from "./state/entry-state.ts";
import { htmlOf, lineOf, rssText, titleLineOf } from "./text/feed-text.ts";
import { DESCRIPTIONS, textOfFirst, wholeText } from "./text/rss-texts.ts";
import { personInAtom } from "./xml-head.ts";

/**
 * Reads an item of RSS 0.9x, 1.0 or 2.0 and its usual modules: content, Dublin Core, Media RSS, iTunes, Creative
 * Commons.
 */
export function readRssItem(item: XmlElement, head: FeedHead): ImportedEntry {
  const notes: ImportNote[] = [];
  const note = (each: ImportNote) => notes.push(each);
  const guid = childNamed(item, "guid");
  const guidText = textOf(guid) ?? item.attributes["rdf:about"];
  const base = declaredBase(item, head) ?? head.site ?? item.base;
  const isAddress = guid === undefined || guid.attributes.ispermalink?.toLowerCase() !== "false";
  const link =
    linkIn(item, head, base) ??
    absoluteAddress(atomLink(item, "alternate"), base) ??
    (isAddress ? absoluteAddress(guidText, undefined) : undefined);
  const whole = wholeText(item, note);
  const description = textOfFirst(item, DESCRIPTIONS, note);
  const body = whole ?? description;
  const line = (...names: readonly string[]) => lineOf(textOfFirst(item, names, note));
  const times = entryTimes(rssTimes(item), head.times, textIn(item, "dc:language") ?? (item.language || head.language));
  const named = textOfFirst(item, ["title", "media:title", "dc:title", "atom:title", "itunes:title"], note);
  const title = titleLineOf(named, note) ?? "";
  const media = readItemMedia(item, { base, title, page: link, html: htmlOf(body), cover: head.cover });
  return {
    guid: guidText ?? textIn(item, "dc:identifier"),
    link,
    base: (body?.base === head.address ? undefined : body?.base) ?? link ?? base,
    title,
    summary: whole === undefined ? undefined : (lineOf(description) ?? line("media:description")),
    html: media.html,
    published: times.published,
    updated: times.updated,
    faults: times.faults,
    status: statusOf(item),
    authors: authorsOf(item, head),
    tags: [...childrenNamed(item, "category"), ...childrenNamed(item, "dc:subject")].flatMap((node) =>
      isKindCategory(node) ? [] : (lineOf(rssText(node)) ?? []),
    ),
    language: textIn(item, "dc:language") ?? (body?.language || item.language || head.language),
    pictures: media.pictures,
    enclosures: media.enclosures,
    episode: media.episode,
    rights: line("dc:rights", "copyright", "dcterms:rights", "atom:rights", "media:copyright"),
    licence: absoluteAddress(
      textIn(item, "creativeCommons:license") ??
        atomLink(item, "license") ??
        childNamed(item, "podcast:license")?.attributes.url,
      base,
    ),
    notes: [...times.notes, ...notes, ...media.notes],
  };
}

const PUBLISHED = ["pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published"];
const UPDATED = ["atom:updated", "dcterms:modified"];

/** The elements with the times of an item. */
export function rssTimes(item: XmlElement): TimePlaces {
  const places = (names: readonly string[]) => names.map((name) => ({ name, written: textIn(item, name) }));
  return { published: places(PUBLISHED), updated: places(UPDATED) };
}

function authorsOf(item: XmlElement, head: FeedHead): ImportedEntry["authors"] {
  const inAtom = childrenNamed(item, "atom:author").map(personInAtom);
  const inElements = (name: string) => childrenNamed(item, name).map(personElementInRss);
  const others = ["author", "itunes:author"].flatMap((name) => inElements(name).slice(0, 1));
  const [named] = [inAtom, inElements("dc:creator"), others].map(distinctPeople).filter((people) => people.length > 0);
  return named ?? head.authors ?? [];
}

function linkIn(item: XmlElement, head: FeedHead, base: string | undefined): string | undefined {
  const link = childrenNamed(item, "link").find((node) => textOf(node) !== undefined);
  return link && absoluteAddress(textOf(link), declaredBase(link, head) ?? base);
}

function atomLink(item: XmlElement, rel: string): string | undefined {
  return childrenNamed(item, "atom:link").find(({ attributes }) => (attributes.rel ?? "alternate") === rel)?.attributes
    .href;
}
