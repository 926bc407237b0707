import { escapeHtml } from "../../syntax/html.ts";
import { childNamed, childrenNamed, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { readItemMedia } from "../media/item-media.ts";
import { entryTimes, type TimePlaces } from "../times/entry-times.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople } from "./feed-person.ts";
import { textIn } from "./feed-xml.ts";
import type { ImportNote } from "./import-note.ts";
import type { ImportedEntry } from "./imported-entry.ts";
import { bloggerPath, isKindCategory } from "./state/blogger.ts";
import { statusOf } from "./state/entry-state.ts";
import { atomText } from "./text/atom-text.ts";
import { htmlOf, lineOf, titleLineOf, typeOf } from "./text/feed-text.ts";
import { decodedReferences } from "./text/undeclared-text.ts";
import { personInAtom } from "./xml-head.ts";

/** Reads an entry of Atom 1.0 (RFC 4287) or of Atom 0.3, which has other names for some elements. */
export function readAtomEntry(entry: XmlElement, head: FeedHead): ImportedEntry {
  const base = entry.base ?? head.site;
  const notes: ImportNote[] = [];
  const note = (each: ImportNote) => notes.push(each);
  const text = (name: string) => atomText(childNamed(entry, name), note);
  const links = childrenNamed(entry, "atom:link");
  const linked = (rel: string) => links.filter(({ attributes }) => (attributes.rel ?? "alternate") === rel);
  const addressOf = (node: XmlElement | undefined) => absoluteAddress(node?.attributes.href, node?.base ?? base);
  const pages = linked("alternate");
  const page =
    pages.find(({ attributes }) => attributes.type === undefined || /html/.test(attributes.type)) ?? pages[0];
  const path = bloggerPath(entry);
  const link = addressOf(page) ?? absoluteAddress(path, head.site);
  const content = childNamed(entry, "atom:content");
  const source = absoluteAddress(content?.attributes.src, content?.base ?? base);
  const outside = content && source !== undefined ? contentOutside(content, source) : undefined;
  const own = outside ? undefined : text("atom:content");
  const summary = text("atom:summary");
  const body = own ?? summary;
  const times = entryTimes(atomTimes(entry), head.times, entry.language ?? head.language);
  const title = titleLineOf(text("atom:title"), note) ?? "";
  const html = htmlOf(body);
  const media = readItemMedia(entry, { base, title, page: link, html, links: linked("enclosure") });
  return {
    guid: textIn(entry, "atom:id"),
    link,
    base: body?.base ?? link ?? base,
    ...(path !== undefined && { paths: [path], slug: slugOfPath(path) }),
    title,
    summary: (body === summary ? undefined : lineOf(summary)) ?? textIn(entry, "blogger:metaDescription"),
    html: media.html + (outside?.html ?? ""),
    published: times.published ?? times.updated,
    updated: times.updated,
    faults: times.faults,
    status: statusOf(entry),
    authors: authorsOf(entry, head),
    tags: childrenNamed(entry, "atom:category").flatMap((node) => (isKindCategory(node) ? [] : tagOf(node))),
    language: body?.language || entry.language || head.language,
    pictures: media.pictures,
    enclosures: [...media.enclosures, ...(outside?.enclosure ? [outside.enclosure] : [])],
    episode: media.episode,
    rights: lineOf(text("atom:rights") ?? text("atom:copyright")),
    licence: addressOf(linked("license")[0]),
    notes: [...times.notes, ...notes, ...media.notes],
  };
}

/** Content at another address (RFC 4287 section 4.1.3.2): a file belongs to the entry, and a page gets a link. */
function contentOutside(content: XmlElement, url: string) {
  const type = typeOf(content);
  if (type !== undefined && /^(?:image|audio|video)\/|^application\/(?!xhtml|xml)/.test(type))
    return { html: "", enclosure: { url, mediaType: type, title: undefined } };
  return { html: `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>` };
}

/** The label for readers if there is one (RFC 4287 section 4.2.2.3). */
function tagOf(node: XmlElement): readonly string[] {
  const { label = "", term = "" } = node.attributes;
  const name = [label, term, textOf(node) ?? ""].find((each) => each.trim() !== "");
  return name === undefined ? [] : [decodedReferences(name)];
}

/** The name of a post in Blogger's addresses. */
function slugOfPath(path: string): string {
  return (path.split("/").at(-1) ?? "").replace(/\.html?$/, "");
}

/** The elements with the times of an entry. Atom 0.3 has issued, created and modified. */
export function atomTimes(entry: XmlElement): TimePlaces {
  const places = (names: readonly string[]) =>
    names.map((name) => ({ name: name.slice("atom:".length), written: textIn(entry, name) }));
  return {
    published: places(["atom:published", "atom:issued", "atom:created"]),
    updated: places(["atom:updated", "atom:modified"]),
  };
}

function authorsOf(entry: XmlElement, head: FeedHead): ImportedEntry["authors"] {
  const source = childNamed(entry, "atom:source");
  const lists = [entry, ...(source ? [source] : [])].map((node) => childrenNamed(node, "atom:author"));
  const [own] = lists.map((nodes) => distinctPeople(nodes.map(personInAtom))).filter((people) => people.length > 0);
  return own ?? head.authors ?? [];
}
