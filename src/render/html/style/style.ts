import { ASSETS_PREFIX } from "../../../site/addresses.ts";
import { ARTICLE_STYLE } from "./article.ts";
import { BODY_STYLE } from "./body.ts";
import { COLOURS } from "./colours.ts";
import { contentHash } from "./content-hash.ts";
import { ENTRIES_STYLE } from "./entries.ts";
import { PAGE_STYLE } from "./page.ts";
import { PRINT_STYLE } from "./print.ts";

/** The one style sheet of all pages, without the white space that is for us. No string in it holds a brace, a semicolon or ": ". */
export const STYLESHEET = [COLOURS, PAGE_STYLE, ENTRIES_STYLE, ARTICLE_STYLE, BODY_STYLE, PRINT_STYLE]
  .join("")
  .replace(/\s*([{};])\s*/g, "$1")
  .replaceAll(": ", ":");

/** Its path: another sheet has another, so that it can be cached for good. */
export const STYLESHEET_PATH = `${ASSETS_PREFIX}${contentHash(STYLESHEET)}.css`;
