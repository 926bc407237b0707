import { escapeHtml } from "../../syntax/html.ts";
import { childNamed, childrenNamed, elementsOf, textOf, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { absoluteAddress, type FeedHead } from "./feed-head.ts";
import { distinctPeople } from "./feed-person.ts";
import { textIn } from "./feed-xml.ts";
import type { ImportedEntry } from "./imported-entry.ts";
import { nodeHtml } from "./node-html.ts";
import { htmlOfText, plainText } from "./plain-text.ts";
import { writtenTime } from "./written-time.ts";
import { personInAtom } from "./xml-head.ts";

/** Reads an entry of Atom 1.0 (RFC 4287) or of Atom 0.3, which has other names for some elements. */
export function readAtomEntry(entry: XmlElement, head: FeedHead): ImportedEntry {
  const base = entry.base ?? head.site;
  const links = childrenNamed(entry, "atom:link");
  const linked = (rel: string) => links.filter(({ attributes }) => (attributes.rel ?? "alternate") === rel);
  const addressOf = (node: XmlElement | undefined) => absoluteAddress(node?.attributes.href, node?.base ?? base);
  const pages = linked("alternate");
  const page =
    pages.find(({ attributes }) => attributes.type === undefined || /html/.test(attributes.type)) ?? pages[0];
  const link = addressOf(page);
  const content = childNamed(entry, "atom:content");
  const summary = childNamed(entry, "atom:summary");
  const outside = absoluteAddress(content?.attributes.src, content?.base ?? base);
  const body = content && outside === undefined ? content : summary;
  const updated = writtenTime(textIn(entry, "atom:updated", "atom:modified"));
  const enclosed = linked("enclosure").flatMap((node) => {
    const url = addressOf(node);
    return url === undefined ? [] : [{ url, mediaType: node.attributes.type, title: node.attributes.title }];
  });
  const picture = enclosed.find(({ mediaType }) => mediaType?.startsWith("image/"));
  return {
    guid: textIn(entry, "atom:id"),
    link,
    base: body?.base ?? link ?? base,
    title: plainText(htmlIn(childNamed(entry, "atom:title"))) ?? "",
    summary: body === summary ? undefined : plainText(htmlIn(summary)),
    html:
      (htmlIn(body) ?? "") +
      (outside === undefined ? "" : `<p><a href="${escapeHtml(outside)}">${escapeHtml(outside)}</a></p>`),
    published: writtenTime(textIn(entry, "atom:published", "atom:issued", "atom:created")) ?? updated,
    updated,
    status: "published",
    authors: authorsOf(entry, head),
    tags: childrenNamed(entry, "atom:category").flatMap(({ attributes }) => attributes.label ?? attributes.term ?? []),
    language: entry.language ?? head.language,
    picture: picture && { url: picture.url },
    enclosures: enclosed.filter((each) => each !== picture),
    rights: plainText(htmlIn(childNamed(entry, "atom:rights"))),
    licence: addressOf(linked("license")[0]),
  };
}

function authorsOf(entry: XmlElement, head: FeedHead): ImportedEntry["authors"] {
  const source = childNamed(entry, "atom:source");
  const lists = [entry, ...(source ? [source] : [])].map((node) => childrenNamed(node, "atom:author"));
  const [own] = lists.map((nodes) => distinctPeople(nodes.map(personInAtom))).filter((people) => people.length > 0);
  return own ?? head.authors ?? [];
}

/**
 * Gives a text construct or content as HTML (RFC 4287 sections 3.1 and 4.1.3.3). Atom 0.3 marks escaped HTML with
 * `mode="escaped"`. Returns undefined for a media type that is not text.
 */
function htmlIn(node: XmlElement | undefined): string | undefined {
  if (!node) return undefined;
  const { type = "text", mode } = node.attributes;
  if (type === "xhtml" || (type === "application/xhtml+xml" && mode !== "escaped")) {
    const [div] = elementsOf(node);
    return nodeHtml(div?.name === "xhtml:div" && elementsOf(node).length === 1 ? div : node, node.base);
  }
  const text = textOf(node);
  if (text === undefined || type === "html" || type === "text/html" || mode === "escaped") return text;
  if (!/^text(?:\/|$)/.test(type)) return undefined;
  return htmlOfText(text);
}
