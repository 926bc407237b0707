/**
 * An element of a feed. Names have the prefix that a namespace usually has, whatever the document calls it: `content:encoded`, `dc:creator`;
 * the elements of RSS itself have none, those of Atom `atom:`. `base` and `language` are those in force (xml:base, xml:lang).
 */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
  readonly base: string | undefined;
  readonly language: string | undefined;
};

export function elementsOf({ children }: XmlNode): readonly XmlNode[] {
  return children.filter((child) => typeof child !== "string");
}

export function childrenNamed(node: XmlNode, name: string): readonly XmlNode[] {
  return elementsOf(node).filter((child) => child.name === name);
}

export function childNamed(node: XmlNode, name: string): XmlNode | undefined {
  return elementsOf(node).find((child) => child.name === name);
}

/** All text in it, trimmed; undefined where there is none. */
export function textOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  const text = allText(node).trim();
  return text === "" ? undefined : text;
}

function allText(node: XmlNode): string {
  return node.children.map((child) => (typeof child === "string" ? child : allText(child))).join("");
}

/** The text of the first child of one of these names that has some. */
export function textIn(node: XmlNode, ...names: readonly string[]): string | undefined {
  for (const name of names)
    for (const child of childrenNamed(node, name)) {
      const text = textOf(child);
      if (text !== undefined) return text;
    }
  return undefined;
}
