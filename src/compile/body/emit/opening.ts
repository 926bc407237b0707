import type { Element, ElementContent, Root } from "hast";
import { cleanLine } from "../../../model/text.ts";
import { hasClass } from "../elements.ts";

/** Returns the first paragraph of the text itself, which is not in a quotation, a list or a note. */
export function openingParagraph({ children }: Root | Element): Element | undefined {
  for (const child of children) {
    if (child.type !== "element") continue;
    if (child.tagName === "p" && child.properties.className === undefined) return child;
    const within = child.tagName === "div" ? openingParagraph(child) : undefined;
    if (within) return within;
  }
  return undefined;
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

/** Elements that begin a line of their own, and so end a run of text that is in no paragraph. */
const BLOCK =
  /^(?:aside|blockquote|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|summary|table|caption|tr|td|th|ul|audio|video)$/;

/**
 * Returns the text that an article begins with, on one line and at most a little longer than `MAX_OPENING`: its first
 * paragraph, or the first text that is in none. If there is no such text, it is that of its lists, tables, quotations
 * and captions. It is empty only if the body has no words.
 */
export function openingText(tree: Root): string {
  const paragraphs = openingRuns(tree);
  for (const run of paragraphs) if (run !== "") return run;
  return allText(tree, isBeside) || allText(tree, () => false);
}

/** The longest text that a summary is made of, in characters. */
const MAX_OPENING = 2_000;

/** Yields the paragraphs, and the runs of text between other blocks, that are the article's own text. */
function* openingRuns({ children }: Root | Element): Generator<string> {
  let run: ElementContent[] = [];
  const runText = () => paragraphText({ type: "element", tagName: "p", properties: {}, children: run });
  for (const child of children) {
    if (child.type === "element" && BLOCK.test(child.tagName)) {
      yield runText();
      run = [];
      if (child.tagName === "p" && child.properties.className === undefined) yield paragraphText(child);
      if (/^(?:div|section)$/.test(child.tagName) && !isBeside(child)) yield* openingRuns(child);
    } else if (child.type !== "doctype") run.push(child);
  }
  yield runText();
}

/** Whether an element is not a part of the running text: a pull quote, a link to read more, a note. */
function isBeside(node: Element): boolean {
  return hasClass(node, "pull-quote") || hasClass(node, "related") || node.properties.role === "doc-endnotes";
}

function allText(tree: Root, isLeftOut: (node: Element) => boolean): string {
  let text = "";
  const add = ({ children }: Root | Element) => {
    for (const child of children) {
      if (text.length > MAX_OPENING) return;
      if (child.type === "text") text += child.value;
      if (child.type !== "element" || isLeftOut(child) || isUnspoken(child)) continue;
      if (child.tagName === "br" || BLOCK.test(child.tagName)) text += " ";
      add(child);
    }
  };
  add(tree);
  return cleanLine(text);
}

/** The number of a note, and the reading of a word above it. */
function isUnspoken({ properties, tagName }: Element): boolean {
  return (
    properties.role === "doc-noteref" || properties.role === "doc-backlink" || tagName === "rt" || tagName === "rp"
  );
}

/**
 * Returns the text of a paragraph on one line, without the numbers of its notes, and with a space for each line break.
 */
export function paragraphText(paragraph: Element): string {
  return cleanLine(spokenText(paragraph));
}

function spokenText({ children }: Element): string {
  let text = "";
  for (const child of children) {
    if (child.type === "text") text += child.value;
    if (child.type !== "element") continue;
    if (child.tagName === "br") text += " ";
    if (!isUnspoken(child)) text += spokenText(child);
  }
  return text;
}
