import { childrenNamed, ownText, type XmlElement } from "../../syntax/xml/xml-element.ts";

export const ATOM = "http://www.w3.org/2005/Atom";
export const CONTENT_MODULE = "http://purl.org/rss/1.0/modules/content/";
export const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
export const DCTERMS = "http://purl.org/dc/terms/";
export const RSS_11 = "http://purl.org/net/rss1.1#";
export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** The namespace of RSS elements: none. */
export const NONE = "";

/** The trimmed text of the first child of that name. Returns undefined if there is no such child or it is empty. */
export function textIn(element: XmlElement, name: string, namespace: string): string | undefined {
  const [child] = childrenNamed(element, name, namespace);
  return child && (ownText(child).trim() || undefined);
}
