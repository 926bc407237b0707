/** An element as a strict parser saw it. Names are local; the namespace says whose they are. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  /** By name as written, `xml:base` and `isPermaLink` alike. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The character data of the element itself, CDATA or not. */
  readonly text: string;
};

export const ATOM = "http://www.w3.org/2005/Atom";
export const CONTENT_MODULE = "http://purl.org/rss/1.0/modules/content/";
export const DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/** The children of that name; in no namespace, as RSS has it, unless another is named. */
export function childrenOf(element: XmlElement, name: string, namespace = ""): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** The trimmed text of the first child of that name; nothing where there is none or it is empty. */
export function textOf(element: XmlElement, name: string, namespace = ""): string | undefined {
  return childrenOf(element, name, namespace)[0]?.text.trim() || undefined;
}

/** Everything written inside, without recursion: a hostile document is as deep as it likes. */
export function descendantsOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...element.children];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    for (const child of next.children) waiting.push(child);
  }
  return found;
}
