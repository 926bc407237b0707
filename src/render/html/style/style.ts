import type { Theme } from "../../../model/theme.ts";
import { ASSETS_PREFIX } from "../../../site/addresses.ts";
import { ARTICLE_STYLE } from "./article.ts";
import { BODY_STYLE } from "./body.ts";
import { contentHash } from "./content-hash.ts";
import { ENTRIES_STYLE } from "./entries.ts";
import { FRONT_STYLE } from "./front.ts";
import { INDEX_STYLE } from "./indexes.ts";
import { MASTHEAD_STYLES } from "./masthead.ts";
import { PAGE_STYLE } from "./page.ts";
import { PRINT_STYLE } from "./print.ts";
import { themeProperties } from "./theme-properties.ts";

/** A style sheet and its path, which contains a hash of the text, so that the sheet can be cached without a limit. */
export type Style = { readonly text: string; readonly path: string };

/** By theme. A service has one theme, and one more under `wrangler dev` after each change. */
const styles = new Map<string, Style>();
const MAX_STYLES = 20;

/** The one style sheet of all pages of a theme. */
export function styleOf(theme?: Theme): Style {
  const key = JSON.stringify(theme ?? {});
  const known = styles.get(key);
  if (known) return known;
  const text = sheetOf(theme);
  const style = { text, path: `${ASSETS_PREFIX}${contentHash(text)}.css` };
  if (styles.size >= MAX_STYLES) styles.clear();
  styles.set(key, style);
  return style;
}

/**
 * The rules of the theme and ours, without the characters of their sources that mean nothing to a browser.
 * Our sources may not have a string that contains a brace, a semicolon, ": " or ", ".
 */
function sheetOf(theme: Theme | undefined): string {
  return [
    themeProperties(theme),
    PAGE_STYLE,
    MASTHEAD_STYLES[theme?.header ?? "start"],
    ENTRIES_STYLE,
    FRONT_STYLE,
    ARTICLE_STYLE,
    BODY_STYLE,
    INDEX_STYLE,
    PRINT_STYLE,
  ]
    .join("")
    .replace(/([{};])\s+/g, "$1")
    .replace(/(?<!\s)\s+(?=[{};])/g, "")
    .replaceAll(": ", ":")
    .replaceAll(", ", ",")
    .replaceAll(" > ", ">")
    .replaceAll(";}", "}")
    .replace(/(?<=[\s,(:-])0\.(?=\d)/g, ".");
}

/** The style sheet without a theme, for pages that are made without the publication. */
export const { text: STYLESHEET, path: STYLESHEET_PATH } = styleOf();
