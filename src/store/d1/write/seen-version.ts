import type { ArticleRecord } from "../article-row.ts";
import type { SeenVersion } from "../read/entry-row.ts";

/**
 * Returns what readers know of an article that becomes a draft, as JSON. Nobody has seen the title of an article that
 * was taken back to be published later.
 */
export function seenVersion({ article, row: { state, withdrawal } }: ArticleRecord): string | null {
  if (state === "draft") return withdrawal;
  const { slug, language, title, published, retraction, unpublishAt } = article;
  const seen: SeenVersion = {
    slug,
    language,
    published,
    ...(state !== "scheduled" && { title }),
    ...(state === "retracted" && retraction),
    ...(state === "unpublished" && unpublishAt && { time: unpublishAt }),
  };
  return JSON.stringify(seen);
}
