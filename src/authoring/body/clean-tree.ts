import type { Root } from "hast";
import { visit } from "unist-util-visit";
import { cleanText } from "../../model/text.ts";

const ADDRESSES: ReadonlySet<string> = new Set(["href", "src", "cite", "poster"]);

/**
 * Cleans every text and attribute: the file was clean, but a character reference (`&#xFFFE;`) can bring in what XML forbids. A scheme is put in
 * lower case, in which it means the same (RFC 3986 section 3.1).
 */
export function cleanTree(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === "text") node.value = cleanText(node.value);
    if (node.type !== "element") return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === "string") {
        const clean = cleanText(value);
        const lower = (scheme: string) => scheme.toLowerCase();
        node.properties[name] = ADDRESSES.has(name) ? clean.trim().replace(/^[a-z][a-z0-9+.-]*:/i, lower) : clean;
      } else if (Array.isArray(value))
        node.properties[name] = value.map((each) => (typeof each === "string" ? cleanText(each) : each));
    }
  });
}
