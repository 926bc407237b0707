import { type ReadArticle, readArticle } from "../read-article.ts";
import { readJsonArticle } from "./read-json-article.ts";
import type { Submission } from "./submission.ts";

/** Reads an article as it was sent. What it lacks is not put in yet. */
export function readSubmission({ mediaType, text, slug }: Submission): ReadArticle {
  switch (mediaType) {
    case "text/markdown":
      return readArticle({ file: `${slug}.md`, bytes: new TextEncoder().encode(text) });
    case "text/html":
      return readArticle({ file: `${slug}.html`, bytes: new TextEncoder().encode(text) });
    case "application/json":
      return readJsonArticle(slug, text, slug);
  }
}
