import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { cleanTree } from "../../compile/body/clean/clean-tree.ts";
import { sanitise } from "../../compile/body/clean/sanitise.ts";
import { findDeepElements, TOO_DEEP } from "../../compile/body/parse/nesting-limits.ts";
import { parseHtml } from "../../compile/body/parse/parse-html.ts";
import { cleanText } from "../../model/text.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { cleanCards } from "../ghost/clean-cards.ts";
import { repairPictures } from "../media/repair-pictures.ts";
import { dropEmptyParagraphs } from "./empty-paragraphs.ts";
import type { ImportNote } from "./import-note.ts";
import type { EntryFault } from "./imported-entry.ts";
import { wordsOf } from "./plain-text.ts";
import { removalNote } from "./removal-note.ts";
import { keepFrames } from "./repair/keep-frames.ts";
import { renewElements } from "./repair/old-elements.ts";
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
  renewElements(unsafe);
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
