import type { Article } from "../model/article.ts";
import type { Feed } from "../model/feed.ts";
import { archiveLinks, documentAddresses } from "../site/addresses.ts";
import { pushAddresses } from "../site/push-addresses.ts";
import { type AttributeValues, empty, type XmlElement } from "./xml-element.ts";

/** `atom:link` elements that RSS and Atom have in common. RSS takes them as an extension, as the RSS Best Practices Profile does for `self`. */

export const ATOM_NAMESPACE = "http://www.w3.org/2005/Atom";

/**
 * `self` is the document's own address in this form: every document names exactly one (WebSub section 4). The archives beside it are linked in
 * the same form (RFC 5005 section 4).
 */
export function feedLinks(feed: Feed, form: "rss" | "atom", mediaType: string): XmlElement[] {
  const { licence } = feed.publication;
  const self = documentAddresses(feed);
  return links([
    { rel: "self", href: self[form], type: mediaType },
    { rel: "alternate", href: self.html, type: "text/html" },
    ...archiveLinks(feed).map(({ rel, addresses }) => ({ rel, href: addresses[form], type: mediaType })),
    { rel: "hub", href: pushAddresses(feed).hub },
    { rel: "license", href: licence },
  ]);
}

/**
 * Further reading (RFC 4287 section 4.2.7.2), where the information comes from (`via`, the same section), the original (RFC 6596) and the
 * terms (RFC 4946). A related link whose address is not known stands in the content only.
 */
export function articleLinks(article: Article): XmlElement[] {
  const { agency, canonical, licence } = article;
  return links([
    ...article.related.map(({ url, title }) => ({ rel: "related", href: url, title })),
    { rel: "via", href: agency?.url ?? canonical, title: agency?.name },
    { rel: "canonical", href: canonical },
    { rel: "license", href: licence },
  ]);
}

function links(all: readonly (AttributeValues & { readonly href: string | undefined })[]): XmlElement[] {
  return all.filter(({ href }) => href !== undefined).map(empty);
}
