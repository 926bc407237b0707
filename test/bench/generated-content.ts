import type { Article } from "../../src/model/article.ts";
import { artifactOf } from "../fixtures/shelf.ts";
import type { BundledContent } from "./build-bundle.ts";
import { generateArticles, generatedPublication } from "./generate-articles.ts";

/** A shelf of generated articles as a build would have left it. */
export function generatedContent(count: number): BundledContent {
  return { kind: "artifact", text: artifactOf(generateArticles(count), { publication: generatedPublication }) };
}

export function firstArticle(): Article {
  const [article] = generateArticles(1);
  if (!article) throw new Error("no article was generated");
  return article;
}
