import type { Article } from "../model/article.ts";
import { openingText, takeOffDateline } from "./body/emit/opening.ts";
import { shapeFigures } from "./body/emit/shape-figures.ts";
import { summarise } from "./body/emit/summarise.ts";
import { parseBody } from "./body/parse/parse-body.ts";

/**
 * Whether the summary of a compiled article is the one that its text gives. Such a summary is not the author's: it
 * changes with the text.
 */
export function hasDerivedSummary(article: Article): boolean {
  const { tree } = parseBody({ format: "html", text: article.body });
  shapeFigures(tree);
  if (article.dateline !== undefined) takeOffDateline(tree);
  return article.summary === summaryOf(openingText(tree), article);
}

type BesideText = Pick<Article, "language" | "image"> & {
  readonly attachments: readonly { readonly title?: string | undefined }[];
};

/** The summary of the body. If the body has no words, it is made of the picture's caption or the names of files. */
export function summaryOf(opening: string, { image, attachments, language }: BesideText): string {
  return summarise(opening || wordsBeside(image, attachments), language);
}

/** What an article says whose body has no words: the caption of its picture, or the names of its files. */
function wordsBeside(image: BesideText["image"], attachments: BesideText["attachments"]): string {
  return image?.caption || image?.alternativeText || attachments.flatMap(({ title }) => title ?? []).join(", ");
}
