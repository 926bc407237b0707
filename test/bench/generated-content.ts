import type { Article } from "../../src/model/article.ts";
import { artifactOf } from "../fixtures/file-content.ts";
import type { BundledContent } from "./build-bundle.ts";
import { generateArticles, generatedPublication } from "./generate-articles.ts";

/** Generated articles as a build compiles them. */
export function generatedContent(count: number): BundledContent {
  return { kind: "artifact", text: artifactOf(generateArticles(count), { publication: generatedPublication }) };
}

export function firstArticle(): Article {
  const [article] = generateArticles(1);
  if (!article) throw new Error("no article was generated");
  return article;
}
