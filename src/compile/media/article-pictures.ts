import type { Article } from "../../model/article.ts";
import type { MediaFile } from "../../model/media-file.ts";
import { hasVariants, type MediaFacts, mediaFileOf } from "./media-facts.ts";

/**
 * The files of ours that an article shows as pictures and that have variants, each once, in the order of the media.
 * Returns undefined if there are none. A picture that the text only links to is not among them.
 *
 * @param media everything of ours that the article names
 */
export function picturesOf(
  { image, body }: Pick<Article, "image" | "body">,
  media: readonly MediaFacts[],
): readonly MediaFile[] | undefined {
  const shown = new Map<string, MediaFile>();
  for (const facts of media) {
    if (!hasVariants(facts)) continue;
    const file = mediaFileOf(facts);
    if (file.url === image?.file?.url || body.includes(` src="${file.url}"`)) shown.set(file.url, file);
  }
  return shown.size === 0 ? undefined : [...shown.values()];
}

/** The article as a newsroom stores it: it has no variants to show, so pictures are served as they are. */
export function withoutVariants(article: Article): Article {
  const { pictures: _, ...stored } = article;
  return stored;
}
