import { type CompiledArticle, emitArticle } from "./emit-article.ts";
import { parseArticle } from "./parse-article.ts";
import type { ReadArticle } from "./read-article.ts";
import { type ArticleSetting, resolveArticle } from "./resolve-article.ts";

/** All stages for an article whose destinations are known from the start, as those of a folder of files are. */
export function compileArticle(read: ReadArticle, setting: ArticleSetting): CompiledArticle {
  return emitArticle(resolveArticle(parseArticle(read), setting));
}
