import { SaxesParser } from "saxes";

/** An element as a strict parser saw it: names as written, character data (CDATA or not) joined, white space kept. */
export type StrictElement = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly StrictElement[];
  readonly text: string;
};

type Draft = {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: Draft[];
  text: string;
};

/**
 * Parses a whole document and throws at the first thing that is not well-formed XML 1.0 with namespaces: a forbidden character, an undeclared
 * prefix, an attribute twice, an unfinished element.
 */
export function parseStrictXml(xml: string): StrictElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Draft[] = [];
  let root: Draft | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
    const element: Draft = { name: tag.name, namespace: tag.uri, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const append = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.write(xml).close();
  if (!root) throw new Error("no root element");
  return root;
}

/** The children of that name, as written with its prefix. */
export function childrenOf(element: StrictElement, name: string): readonly StrictElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of that name; throws where there is none. */
export function childOf(element: StrictElement, name: string): StrictElement {
  const [child] = childrenOf(element, name);
  if (!child) throw new Error(`<${element.name}> has no <${name}>`);
  return child;
}
