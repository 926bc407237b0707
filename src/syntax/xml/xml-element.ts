/** An element as the XML readers return it. This file does not import the parser. */

export type XmlElement = {
  /** The local name, unless the reader was told to name elements in another way. */
  readonly name: string;
  /** The address of the namespace; empty if the element is in none. */
  readonly namespace: string;
  /** By name as written, with its prefix: `xml:base`, `isPermaLink`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and character data (CDATA or not) in the order of the document. */
  readonly children: readonly (XmlElement | string)[];
  /** The address in force (`xml:base`), its own or inherited. Only the part reader sets it. */
  readonly base?: string | undefined;
  /** The language in force (`xml:lang`), its own or inherited. Only the part reader sets it. */
  readonly language?: string | undefined;
  /**
   * The line of the start tag, from 1: where it ends, or in a document with syntax errors where it begins. Only the
   * readers of whole documents set it.
   */
  readonly line?: number;
};

export function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => typeof child !== "string");
}

/**
 * The children of that name. Without `namespace`, the namespace is not compared; the empty one is that of no namespace.
 */
export function childrenNamed(parent: XmlElement, name: string, namespace?: string): readonly XmlElement[] {
  return elementsOf(parent).filter(
    (child) => child.name === name && (namespace === undefined || child.namespace === namespace),
  );
}

/** Returns undefined if there is no child of that name. */
export function childNamed(parent: XmlElement, name: string, namespace?: string): XmlElement | undefined {
  return childrenNamed(parent, name, namespace)[0];
}

/** The character data of the element itself, without that of its children and with its white space. */
export function ownText({ children }: XmlElement): string {
  return children.filter((child) => typeof child === "string").join("");
}

/** All character data inside, trimmed. Returns undefined if there is none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const [only, another] = element.children;
  // Nearly all elements of a feed have one text inside.
  if (typeof only === "string" && another === undefined) return only.trim() || undefined;
  const texts = [...insideOf(element)].filter((each) => typeof each === "string");
  return texts.join("").trim() || undefined;
}

/** All elements inside, in the order of the document. */
export function descendantsOf(element: XmlElement): readonly XmlElement[] {
  return [...insideOf(element)].filter((each) => typeof each !== "string");
}

/** Without recursion: a hostile document decides how deep it is. */
function* insideOf(element: XmlElement): Generator<XmlElement | string> {
  const waiting = element.children.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    // No spread: an element may have more children than a call may have arguments.
    if (typeof next !== "string") for (const child of next.children.toReversed()) waiting.push(child);
  }
}
