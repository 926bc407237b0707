import type { Element, ElementContent, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { cleanTree } from "../../compile/body/clean/clean-tree.ts";
import { sanitise } from "../../compile/body/clean/sanitise.ts";
import { elementsIn } from "../../compile/body/elements.ts";
import { findDeepElements, TOO_DEEP } from "../../compile/body/parse/nesting-limits.ts";
import { parseHtml } from "../../compile/body/parse/parse-html.ts";
import { cleanText } from "../../model/text.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { cleanCards } from "../ghost/clean-cards.ts";
import { repairPictures } from "../media/repair-pictures.ts";
import { pageOfPlayer } from "./embedded-page.ts";
import { dropEmptyParagraphs } from "./empty-paragraphs.ts";
import type { ImportNote } from "./import-note.ts";
import type { EntryFault } from "./imported-entry.ts";
import { wordsOf } from "./plain-text.ts";
import { removalNote } from "./removal-note.ts";
import { repairAddresses } from "./repair-addresses.ts";
import { repairFragments } from "./repair-fragments.ts";
import { wrapLooseText } from "./wrap-loose-text.ts";

/**
 * A body that compiles. `text` is its plain text on one line. `notes` say what was removed or repaired.
 */
export type RepairedBody = { readonly html: string; readonly text: string; readonly notes: readonly ImportNote[] };

/** The address of the page that a body comes from, and the base of its relative addresses. */
export type BodyOrigin = { readonly page: string | undefined; readonly base: string | undefined };

const serializer = unified().use(rehypeStringify);

/**
 * Repairs a body from another system so that it compiles: sanitises it as the compiler does, and repairs or removes
 * every address and fragment that the compiler would reject. The fault says why a body cannot be repaired.
 */
export function repairBody(html: string, origin: BodyOrigin): Result<RepairedBody, EntryFault> {
  const source = cleanText(html);
  if (findDeepElements(source) !== undefined) return err({ message: TOO_DEEP[0] });
  const notes: ImportNote[] = [];
  const note = (each: ImportNote) => notes.push(each);
  const unsafe = parseHtml(source);
  cleanCards(unsafe, (each) => notes.push(each));
  repairPictures(unsafe, origin, (each) => notes.push(each));
  keepFrames(unsafe, note);
  cleanTree(unsafe);
  const tree = sanitise(unsafe, {
    fault: () => {},
    warning: (_, found, expected) => note(removalNote(found, expected.endsWith("only its text was kept"))),
  });
  repairFragments(tree, origin.page, note);
  repairAddresses(tree, origin.base, note);
  // A link may have led to an element that was removed for its address.
  repairFragments(tree, undefined, note);
  wrapLooseText(tree);
  dropEmptyParagraphs(tree);
  return ok({ html: serializer.stringify(tree).trim(), text: wordsOf(tree), notes });
}

/** Replaces each embedded page (`iframe`, `embed`) with a link to it. */
function keepFrames(tree: Root, note: (each: ImportNote) => void): void {
  if (!elementsIn(tree).some(({ tagName }) => tagName === "iframe" || tagName === "embed")) return;
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "iframe" && node.tagName !== "embed") return undefined;
    const src = typeof node.properties.src === "string" ? node.properties.src.trim() : "";
    if (!/^(?:https?:)?\/\//i.test(src) || !parent || index === undefined) return undefined;
    note({ kind: "repaired", message: `<${node.tagName}>: replaced with a link to its page`, found: src });
    const { title } = node.properties;
    const href = pageOfPlayer(src.startsWith("//") ? `https:${src}` : src);
    const words: ElementContent = {
      type: "text",
      value: typeof title === "string" && title.trim() !== "" ? title : href,
    };
    const link: Element = { type: "element", tagName: "a", properties: { href }, children: [words] };
    const isWithinText = parent.type === "element" && /^(?:p|span|a|em|strong|h[1-6])$/.test(parent.tagName);
    parent.children[index] = isWithinText ? link : { type: "element", tagName: "p", properties: {}, children: [link] };
    return SKIP;
  });
}
