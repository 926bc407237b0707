/**
 * Elements that RSS and Atom have in common. They are Atom's, and RSS takes them as extensions, as the RSS Best
 * Practices Profile does for `self`.
 */
import type { Article, Person } from "../model/article.ts";
import type { Feed, Withdrawal } from "../model/feed.ts";
import { archiveLinks, documentAddresses, pushAddresses } from "../site/feed-links.ts";
import { type AttributeValues, children, empty, text, type XmlNode } from "../syntax/xml/write-xml.ts";

/**
 * The links of a feed's document.
 *
 * - Every document has exactly one `self`, its own address in this format (WebSub section 4).
 * - The neighbouring archives are linked in the same format (RFC 5005 section 4).
 */
export function feedLinks(feed: Feed, format: "rss" | "atom" | "podcast", mediaType: string): XmlNode[] {
  const { licence } = feed.publication;
  const self = documentAddresses(feed);
  return links([
    { rel: "self", href: self[format], type: mediaType },
    { rel: "alternate", href: self.html, type: "text/html" },
    ...archiveLinks(feed).map(({ rel, addresses }) => ({ rel, href: addresses[format], type: mediaType })),
    { rel: "hub", href: pushAddresses(feed).hub },
    { rel: "license", href: licence },
  ]);
}

/**
 * The links of an article: further reading and the source of the information (`related` and `via`, RFC 4287 section
 * 4.2.7.2), the original (RFC 6596) and the licence (RFC 4946). A related article without an address is in the content
 * only.
 */
export function articleLinks(article: Article): XmlNode[] {
  const { agency, canonical, licence } = article;
  return links([
    ...article.related.map(({ url, title }) => ({ rel: "related", href: url, title })),
    { rel: "via", href: agency?.url ?? canonical, title: agency?.name },
    { rel: "canonical", href: canonical },
    { rel: "license", href: licence },
  ]);
}

function links(all: readonly (AttributeValues & { readonly href: string | undefined })[]): XmlNode[] {
  return all.filter(({ href }) => href !== undefined).map(empty);
}

/** A Person construct (RFC 4287 section 3.2). RSS needs the prefix `atom:` on its elements. */
export function atomPerson({ name, url, email }: Person, prefix: "" | "atom:" = ""): XmlNode {
  return children({
    [`${prefix}name`]: text(name),
    [`${prefix}uri`]: url === undefined ? undefined : text(url),
    [`${prefix}email`]: email === undefined ? undefined : text(email),
  });
}

/** A tombstone (RFC 6721 section 3). RSS needs the prefix `atom:` on Atom's elements. */
export function deletedEntry({ id, language, time, reason, url }: Withdrawal, prefix: "" | "atom:" = ""): XmlNode {
  return {
    ...empty({ ref: id, when: time }),
    ...children({
      [`${prefix}link`]: empty({ rel: "alternate", href: url, type: "text/html" }),
      "at:comment": reason === undefined ? undefined : text(reason, { "xml:lang": language }),
    }),
  };
}

export function isArchive({ place }: Feed): boolean {
  return place.document.kind === "archive";
}

/** `fh:archive`, which tells readers that they need not poll the document (RFC 5005 section 4). */
export function archiveMark(feed: Feed): XmlNode | undefined {
  return isArchive(feed) ? empty({}) : undefined;
}
