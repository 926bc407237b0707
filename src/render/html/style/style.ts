import { ASSETS_PREFIX } from "../../../site/addresses.ts";
import { ARTICLE_STYLE } from "./article.ts";
import { BODY_STYLE } from "./body.ts";
import { COLOURS } from "./colours.ts";
import { contentHash } from "./content-hash.ts";
import { ENTRIES_STYLE } from "./entries.ts";
import { PAGE_STYLE } from "./page.ts";
import { PRINT_STYLE } from "./print.ts";

/**
 * The one style sheet of all pages, without the characters of its sources that mean nothing to a browser. The sources
 * may not have a string that contains a brace, a semicolon, ": " or ", ".
 */
export const STYLESHEET = [COLOURS, PAGE_STYLE, ENTRIES_STYLE, ARTICLE_STYLE, BODY_STYLE, PRINT_STYLE]
  .join("")
  .replace(/([{};])\s+/g, "$1")
  .replace(/(?<!\s)\s+(?=[{};])/g, "")
  .replaceAll(": ", ":")
  .replaceAll(", ", ",")
  .replaceAll(" > ", ">")
  .replaceAll(";}", "}")
  .replace(/(?<=[\s,(:-])0\.(?=\d)/g, ".");

/** The path of the style sheet. It contains a hash of the content, so that the sheet can be cached without a limit. */
export const STYLESHEET_PATH = `${ASSETS_PREFIX}${contentHash(STYLESHEET)}.css`;
