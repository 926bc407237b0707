import type { Element, ElementContent, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { cleanTree } from "../../compile/body/clean-tree.ts";
import { TOO_DEEP } from "../../compile/body/compile-body.ts";
import { findDeepElements } from "../../compile/body/deep-elements.ts";
import { elementsIn } from "../../compile/body/elements-in.ts";
import { parseHtml } from "../../compile/body/parse-html.ts";
import { sanitise } from "../../compile/body/sanitise.ts";
import { cleanText } from "../../model/text.ts";
import { wordsOf } from "./plain-text.ts";
import { repairAddresses } from "./repair-addresses.ts";
import { repairFragments } from "./repair-fragments.ts";
import { wrapLooseText } from "./wrap-loose-text.ts";

/** `text` is what the body says, on one line. `changes` say what had to go or to be made right, each in words that are the same for its kind. */
export type RepairedBody =
  | { readonly ok: true; readonly html: string; readonly text: string; readonly changes: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** Where a body comes from: the address of its page, and what relative addresses are relative to. */
export type BodyOrigin = { readonly page: string | undefined; readonly base: string | undefined };

const serializer = unified().use(rehypeStringify);

/**
 * A body from elsewhere as one that compiles: sanitised as the compiler would, and every address and fragment that it would refuse made
 * right or taken off.
 */
export function repairBody(html: string, origin: BodyOrigin): RepairedBody {
  const source = cleanText(html);
  if (findDeepElements(source) !== undefined) return { ok: false, message: TOO_DEEP[0] };
  const changes: string[] = [];
  const note = (change: string) => changes.push(change);
  const unsafe = parseHtml(source);
  keepFrames(unsafe, note);
  cleanTree(unsafe);
  const tree = sanitise(unsafe, {
    fault: () => {},
    warning: (_, found, expected) => note(`${kindOf(found)}: ${expected.replace(/^.*; /, "")}`),
  });
  repairFragments(tree, origin.page, note);
  repairAddresses(tree, origin.base, note);
  // What was taken away for its address may have been where a link led.
  repairFragments(tree, undefined, note);
  wrapLooseText(tree);
  const mended = serializer.stringify(tree).trim();
  return { ok: true, html: mended, text: wordsOf(tree), changes };
}

/** An attribute without its value, so that one kind is counted as one. */
function kindOf(found: string): string {
  return found.replace(/=".*" on </s, " on <");
}

/** A page within the page cannot stay, but where it leads can: as a link. */
function keepFrames(tree: Root, note: (change: string) => void): void {
  if (!elementsIn(tree).some(({ tagName }) => tagName === "iframe" || tagName === "embed")) return;
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "iframe" && node.tagName !== "embed") return undefined;
    const src = typeof node.properties.src === "string" ? node.properties.src.trim() : "";
    if (!/^(?:https?:)?\/\//i.test(src) || !parent || index === undefined) return undefined;
    note(`<${node.tagName}>: made a link to what it showed`);
    const { title } = node.properties;
    const href = src.startsWith("//") ? `https:${src}` : src;
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
