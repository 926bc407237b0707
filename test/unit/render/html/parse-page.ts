import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/** The page as a browser parses it (parse5, through rehype-raw). */
export function parsePage(html: string): Root {
  return unified()
    .use(rehypeRaw)
    .runSync({ type: "root", children: [{ type: "doctype" }, { type: "raw", value: html }] } as Root) as Root;
}

/** Every element of this name, and of this class if one is given, in document order. */
export function elements(tree: Root | Element, name: string, className?: string): Element[] {
  const found: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === name && (className === undefined || classesOf(element).includes(className)))
      found.push(element);
  });
  return found;
}

export function element(tree: Root | Element, name: string, className?: string): Element {
  const [first] = elements(tree, name, className);
  if (!first) throw new Error(`no <${name}${className ? ` class="${className}"` : ""}>`);
  return first;
}

export function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

/** The visible text, with white space as a browser shows it. */
export function text(tree: Element): string {
  return textOf(tree).replace(/\s+/g, " ").trim();
}

/** The contents of all `<meta name>` or `<meta property>` elements of this name, in order. */
export function metas(tree: Root, name: string): unknown[] {
  return elements(tree, "meta")
    .filter(({ properties }) => properties.name === name || properties.property === name)
    .map(({ properties }) => properties.content);
}

/** The addresses of `<link rel>`. */
export function links(tree: Root, rel: string): unknown[] {
  return elements(tree, "link")
    .filter(({ properties }) => Array.isArray(properties.rel) && properties.rel.includes(rel))
    .map(({ properties }) => properties.href);
}

/**
 * The elements and attributes with which a page could run a script or apply styles outside its style sheet, as text for
 * a failure message.
 */
export function activeParts(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, "element", ({ tagName, properties }) => {
    if (tagName === "script" && properties.type === "application/ld+json") return SKIP;
    if (["script", "style", "iframe", "object", "embed", "form", "base", "svg", "math"].includes(tagName))
      found.push(tagName);
    for (const [name, value] of Object.entries(properties)) {
      if (/^on|^style$|^srcdoc$/i.test(name)) found.push(`${tagName} ${name}`);
      if (typeof value === "string" && /^\s*(?:javascript|vbscript|data):/i.test(value))
        found.push(`${tagName} ${name}=${value}`);
    }
    return undefined;
  });
  return found;
}

/** The parsed JSON-LD of the page. */
export function jsonLd(tree: Root): Record<string, unknown> {
  return JSON.parse(textOf(element(tree, "script")));
}
