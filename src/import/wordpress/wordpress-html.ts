import { hasBlocks } from "./blocks/block-tree.ts";
import { renderBlocks } from "./blocks/render-blocks.ts";
import { renderCodes } from "./codes/render-codes.ts";
import { keepSourceCodes } from "./codes/source-codes.ts";
import { type Footnote, footnotesIn, placeFootnotes } from "./text/footnotes.ts";
import { linkBareAddresses } from "./text/link-bare-addresses.ts";
import { addParagraphs } from "./text/paragraphs.ts";
import type { WordPressPost } from "./wordpress-post.ts";

/** Signs that XML forbids. This reader uses them as marks of its own. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/**
 * The division into a teaser and pages, which is a matter of lists and of long pages. A line of its own ends a
 * paragraph.
 */
const PAGE_BREAK = /\n?<!--(?:more|nextpage|noteaser)\b[^<>]*-->\n?/g;

/**
 * The content of a WordPress post as HTML, as WordPress shows it. The classic editor stores line feeds for paragraphs,
 * and short codes for pictures and players. The block editor stores HTML between comments, and some blocks have their
 * content elsewhere in the export. Notes what is not in the result.
 */
export function wordPressHtml(content: string, post: WordPressPost): string {
  const source = keepSourceCodes(content.replace(FORBIDDEN, "").replace(/\r\n?/g, "\n"));
  const notes: Footnote[] = [...footnotesIn(post)];
  const html = hasBlocks(source)
    ? renderBlocks(source, post)
    : addParagraphs(
        source.replace(PAGE_BREAK, (whole) => (whole.startsWith("\n") || whole.endsWith("\n") ? "\n\n" : "")),
      );
  return placeFootnotes(renderCodes(linkBareAddresses(html), post, notes), notes, post).trim();
}
