import type { Element, Root } from "hast";
import { cleanText } from "../../../model/text.ts";
import { elementsIn } from "../elements.ts";

const ADDRESSES: ReadonlySet<string> = new Set(["href", "src", "cite", "poster"]);

/**
 * Cleans every text and attribute. The file was clean, but a character reference such as `&#xFFFE;` can bring in what
 * XML forbids. A scheme is put in lower case, in which it means the same (RFC 3986 section 3.1).
 */
export function cleanTree(tree: Root): void {
  cleanTexts(tree);
  for (const element of elementsIn(tree)) {
    cleanTexts(element);
    const { properties } = element;
    for (const name in properties) {
      const value = properties[name];
      if (typeof value === "string") {
        const clean = cleanText(value);
        const lower = (scheme: string) => scheme.toLowerCase();
        properties[name] = ADDRESSES.has(name) ? clean.trim().replace(/^[a-z][a-z0-9+.-]*:/i, lower) : clean;
      } else if (Array.isArray(value))
        properties[name] = value.map((each) => (typeof each === "string" ? cleanText(each) : each));
    }
  }
}

function cleanTexts({ children }: Root | Element): void {
  for (const child of children) if (child.type === "text") child.value = cleanText(child.value);
}
