import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { RelatedLink } from "../../model/article.ts";
import { cleanText } from "../../model/text.ts";
import type { MediaFacts } from "../media/media-facts.ts";
import type { BodySource } from "./body-format.ts";
import type { BodyReport } from "./body-report.ts";
import { checkDirectiveLines } from "./check-directive-lines.ts";
import { cleanTree } from "./clean-tree.ts";
import { findDeepElements } from "./deep-elements.ts";
import { findDeepNesting } from "./deep-nesting.ts";
import { demoteHeadings } from "./demote-headings.ts";
import { openingParagraph, paragraphText, placeDateline, takeOffDateline } from "./opening.ts";
import { placeFragments } from "./own-fragments.ts";
import { parseHtml } from "./parse-html.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { placeAddresses } from "./place-addresses.ts";
import { relatedLinks } from "./related-links.ts";
import type { Destinations } from "./resolve-address.ts";
import { sanitise } from "./sanitise.ts";
import { shapeFigures } from "./shape-figures.ts";
import { shapeGfm } from "./shape-gfm.ts";
import { toHtmlTree } from "./to-html-tree.ts";

/** Where a body belongs. `page` is the absolute address of the article's page. */
export type BodySetting = {
  readonly slug: string;
  readonly page: string;
  readonly dateline: string | undefined;
  readonly destinations: Destinations;
};

/** `opening` is the text of the first paragraph, without the dateline. */
export type CompiledBody = {
  readonly html: string;
  readonly opening: string;
  readonly related: readonly RelatedLink[];
  readonly media: readonly MediaFacts[];
};

/** Found and expected, where blocks or elements stand in too many others. */
export const TOO_DEEP = ["blocks nested too deeply", "fewer quotations, lists or elements within one another"] as const;

const serializer = unified().use(rehypeStringify);

/**
 * A body to sanitised HTML with absolute addresses. Positions in it are those of the file. What comes out may be put in again as HTML and
 * comes out the same: so a body that was compiled before, here or by an import, is a source like any other.
 */
export function compileBody(body: BodySource, setting: BodySetting, report: BodyReport): CompiledBody {
  const source = cleanText(body.text);
  const deep = body.format === "markdown" ? findDeepNesting(source) : findDeepElements(source);
  if (deep !== undefined) {
    report.fault(deep, ...TOO_DEEP);
    return { html: "", opening: "", related: [], media: [] };
  }
  const unsafe = body.format === "markdown" ? markdownTree(source, report) : parseHtml(source);
  cleanTree(unsafe);
  shapeGfm(unsafe);
  demoteHeadings(unsafe);
  const tree: Root = sanitise(unsafe, report);
  const media: MediaFacts[] = [];
  placeFragments(tree, setting, report);
  placeAddresses(tree, setting.destinations, report, (facts) => media.push(facts));
  shapeFigures(tree);
  if (setting.dateline !== undefined) takeOffDateline(tree);
  const opening = openingParagraph(tree);
  const openingText = opening ? paragraphText(opening) : "";
  if (setting.dateline !== undefined) {
    const place = setting.dateline;
    if (opening && openingText.startsWith(place))
      report.warning(
        opening,
        `${place} at the beginning of the text`,
        "it in the field dateline only, from which it is put there",
      );
    placeDateline(tree, place);
  }
  return { html: serializer.stringify(tree).trim(), opening: openingText, related: relatedLinks(tree), media };
}

function markdownTree(source: string, report: BodyReport): Root {
  const parsed = parseMarkdown(source);
  checkDirectiveLines(parsed, source, report);
  return toHtmlTree(parsed, source, report);
}
