import type { Article } from "../model/article.ts";
import { LABELS, labelKey } from "./html/labels/labels-for.ts";

/** The start tag of the footnotes that the compiler makes of Markdown (DPUB-ARIA 1.1), if no heading follows it. */
const NOTES = /<section\b(?:"[^"]*"|[^"<>])*\srole="doc-endnotes"(?:"[^"]*"|[^"<>])*>(?!\s*<h[1-6]\b)/g;

/**
 * The body of an article with a heading before its footnotes, in the language of the article: a section without one has
 * no name in the outline of a page. A language that has no labels gets no heading, since English words would be wrong.
 */
export function withNotesHeading({ body, language }: Pick<Article, "body" | "language">): string {
  if (!body.includes('role="doc-endnotes"')) return body;
  const notes = LABELS[labelKey(language)]?.notes;
  return notes === undefined ? body : body.replace(NOTES, (tag) => `${tag}\n<h2>${notes}</h2>`);
}
