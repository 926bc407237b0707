import type { Element, Root } from "hast";
import { EXIT, SKIP, visit } from "unist-util-visit";
import { cleanLine } from "../../../model/text.ts";
import { hasClass } from "../elements.ts";

/** Returns the first paragraph of the text itself, which is not in a quotation, a list or a note. */
export function openingParagraph(tree: Root): Element | undefined {
  let opening: Element | undefined;
  visit(tree, "element", (node) => {
    if (node.tagName === "p" && node.properties.className === undefined) {
      opening = node;
      return EXIT;
    }
    return node.tagName === "div" ? undefined : SKIP;
  });
  return opening;
}

/**
 * Puts the dateline before the first sentence, as it is printed: `SEOUL — `. A body without a paragraph gets one for
 * it.
 */
export function placeDateline(tree: Root, dateline: string): void {
  const text = { type: "text" as const, value: dateline };
  const place: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["dateline"] },
    children: [text],
  };
  const opening = openingParagraph(tree);
  if (opening) {
    opening.children.unshift(place, { type: "text", value: " — " });
    return;
  }
  // Empty lines before the text belong to the file. They would come between the two.
  const start = tree.children.findIndex((child) => child.type !== "text" || child.value.trim() !== "");
  const rest = start === -1 ? [] : tree.children.slice(start);
  tree.children = [{ type: "element", tagName: "p", properties: {}, children: [place] }, ...rest];
}

/**
 * Removes a dateline that the text begins with: a body that was compiled before has it already. If its paragraph holds
 * nothing else, the paragraph was made for it and is removed too.
 */
export function takeOffDateline(tree: Root): void {
  const opening = openingParagraph(tree);
  const [place, after] = opening?.children ?? [];
  if (!opening || place?.type !== "element" || place.tagName !== "span" || !hasClass(place, "dateline")) return;
  if (after === undefined) {
    tree.children = tree.children.filter((child) => child !== opening);
    return;
  }
  opening.children.shift();
  if (after?.type === "text") after.value = after.value.replace(/^ — /, "");
  if (after?.type === "text" && after.value === "") opening.children.shift();
}

/**
 * Returns the text of a paragraph on one line, without the numbers of its notes, and with a space for each line break.
 */
export function paragraphText(paragraph: Element): string {
  let text = "";
  visit(paragraph, (node) => {
    if (node.type === "text") text += node.value;
    if (node.type !== "element") return undefined;
    if (node.tagName === "br") text += " ";
    return node.properties.role === "doc-noteref" || node.tagName === "rt" || node.tagName === "rp" ? SKIP : undefined;
  });
  return cleanLine(text);
}
