import { childNamed, childrenNamed, elementsOf, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople, personInRss } from "./feed-person.ts";
import { textIn } from "./feed-xml.ts";
import type { Enclosure, ImportedEntry, Picture } from "./imported-entry.ts";
import { nodeHtml } from "./node-html.ts";
import { plainText } from "./plain-text.ts";
import { writtenTime } from "./written-time.ts";
import { personInAtom } from "./xml-head.ts";

/**
 * Reads an item of RSS 0.9x, 1.0 or 2.0 and its usual modules: content, Dublin Core, Media RSS, iTunes, Creative
 * Commons.
 */
export function readRssItem(item: XmlElement, head: FeedHead): ImportedEntry {
  const guid = childNamed(item, "guid");
  const guidText = textOf(guid) ?? item.attributes["rdf:about"];
  const base = item.base ?? head.site;
  const isAddress = guid === undefined || guid.attributes.ispermalink?.toLowerCase() !== "false";
  const link =
    absoluteAddress(textIn(item, "link"), base) ??
    absoluteAddress(atomLink(item, "alternate"), base) ??
    (isAddress ? absoluteAddress(guidText, undefined) : undefined);
  const encoded = textIn(item, "content:encoded");
  const xhtml = childNamed(item, "xhtml:body") ?? childNamed(item, "xhtml:div");
  const whole = encoded ?? (xhtml && nodeHtml(xhtml)) ?? textIn(item, "atom:content");
  const description = textIn(item, "description", "itunes:summary", "media:description");
  return {
    guid: guidText ?? textIn(item, "dc:identifier"),
    link,
    base: link ?? base,
    title: plainText(textIn(item, "title", "media:title", "dc:title")) ?? "",
    summary: whole === undefined ? undefined : plainText(description),
    html: whole ?? description ?? "",
    published: writtenTime(textIn(item, "pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published")),
    updated: writtenTime(textIn(item, "atom:updated", "dcterms:modified")),
    status: "published",
    authors: authorsOf(item, head),
    tags: [...childrenNamed(item, "category"), ...childrenNamed(item, "dc:subject")].flatMap(
      (node) => textOf(node) ?? [],
    ),
    language: textIn(item, "dc:language") ?? item.language ?? head.language,
    picture: pictureIn(item, base),
    enclosures: enclosuresIn(item, base),
    rights: textIn(item, "dc:rights", "media:copyright") ?? undefined,
    licence: absoluteAddress(textIn(item, "creativeCommons:license") ?? atomLink(item, "license"), base),
  };
}

function authorsOf(item: XmlElement, head: FeedHead): ImportedEntry["authors"] {
  const inAtom = childrenNamed(item, "atom:author").map(personInAtom);
  const creators = childrenNamed(item, "dc:creator").map((node) => personInRss(textOf(node)));
  const others = ["author", "itunes:author"].map((name) => personInRss(textIn(item, name)));
  const [named] = [inAtom, creators, others].map(distinctPeople).filter((people) => people.length > 0);
  return named ?? head.authors ?? [];
}

function atomLink(item: XmlElement, rel: string): string | undefined {
  return childrenNamed(item, "atom:link").find(({ attributes }) => (attributes.rel ?? "alternate") === rel)?.attributes
    .href;
}

/** The `media:content` elements of an item. Media RSS puts them into a group or directly into the item. */
function mediaIn(item: XmlElement): readonly XmlElement[] {
  return [item, ...childrenNamed(item, "media:group")].flatMap((node) => childrenNamed(node, "media:content"));
}

function isPicture({ attributes: { type, medium } }: XmlElement): boolean {
  return medium === "image" || type?.startsWith("image/") === true;
}

function pictureIn(item: XmlElement, base: string | undefined): Picture | undefined {
  const enclosed = [...mediaIn(item), ...childrenNamed(item, "enclosure")].find(isPicture);
  const url = absoluteAddress(enclosed?.attributes.url, base);
  if (url === undefined || !enclosed) return undefined;
  const text = (name: string) => plainText(textIn(enclosed, name));
  return { url, alternativeText: text("media:title"), caption: text("media:description") };
}

function enclosuresIn(item: XmlElement, base: string | undefined): readonly Enclosure[] {
  const all = elementsOf(item).filter(({ name }) => name === "enclosure");
  const media = mediaIn(item).filter(
    ({ attributes }) => attributes.medium !== undefined || attributes.type !== undefined,
  );
  const found = [...all, ...media].flatMap((node): Enclosure[] => {
    const url = absoluteAddress(node.attributes.url, base);
    const mediaType = node.attributes.type ?? (node.attributes.medium && `${node.attributes.medium}/*`);
    return url === undefined || isPicture(node)
      ? []
      : [{ url, mediaType, title: plainText(textIn(node, "media:title")) }];
  });
  return [...new Map(found.map((enclosure) => [enclosure.url, enclosure])).values()];
}
