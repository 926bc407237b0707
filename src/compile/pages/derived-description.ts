import type { Page } from "../../model/page.ts";
import { openingText } from "../body/emit/opening.ts";
import { shapeFigures } from "../body/emit/shape-figures.ts";
import { parseBody } from "../body/parse/parse-body.ts";
import { summaryOf } from "../derived-summary.ts";

/** Whether the description of a compiled page is the one that its text gives, as `hasDerivedSummary` has it. */
export function hasDerivedDescription({ body, description, image, language }: Page): boolean {
  const { tree } = parseBody({ format: "html", text: body });
  shapeFigures(tree);
  return description === summaryOf(openingText(tree), { image, language, attachments: [] });
}
