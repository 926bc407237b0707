import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { RelatedLink } from "../../../model/article.ts";
import type { MediaFacts } from "../../media/media-facts.ts";
import type { BodyReport } from "../body-report.ts";
import type { ResolvedBody } from "../resolve/resolve-body.ts";
import { openingParagraph, openingText, paragraphText, placeDateline, takeOffDateline } from "./opening.ts";
import { relatedLinks } from "./related-links.ts";
import { shapeFigures } from "./shape-figures.ts";
import { toStableForm } from "./stable-form.ts";

/**
 * `html` is sanitised and its addresses are absolute. `opening` is the text that it begins with,
 * without the dateline.
 */
export type CompiledBody = {
  readonly html: string;
  readonly opening: string;
  readonly related: readonly RelatedLink[];
  readonly media: readonly MediaFacts[];
};

const serializer = unified().use(rehypeStringify).freeze();

/**
 * The last stage of a body: changes the resolved tree to its final form and writes it. If the result is compiled again
 * as HTML, it comes out the same: a body that was compiled before, here or by an import, is a source like any other.
 */
export function emitBody(
  { tree, media }: ResolvedBody,
  dateline: string | undefined,
  report: BodyReport,
): CompiledBody {
  shapeFigures(tree);
  if (dateline !== undefined) takeOffDateline(tree);
  const paragraph = openingParagraph(tree);
  const opening = openingText(tree);
  if (dateline !== undefined) {
    if (paragraph && paragraphText(paragraph).startsWith(dateline))
      report.warning(
        paragraph,
        `${dateline} at the beginning of the text`,
        "it in the field dateline only, from which it is put there",
      );
    placeDateline(tree, dateline);
  }
  toStableForm(tree);
  return { html: serializer.stringify(tree).trim(), opening, related: relatedLinks(tree), media };
}
