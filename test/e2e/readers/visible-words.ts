import { toString as textOf } from "hast-util-to-string";
import { parsePage } from "../../unit/render/html/parse-page.ts";

/** The text of a piece of HTML with each run of white space as one space. */
export function visibleWords(html: string): string {
  return textOf(parsePage(html)).replace(/\s+/g, " ").trim();
}
