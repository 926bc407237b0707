import type { Article } from "../../../model/article.ts";
import { SITEMAP_PLACES } from "../../../model/catalogue.ts";
import { searchTokens } from "../../../model/search-tokens.ts";
import { articlePath, MEDIA_PREFIX, PLACEHOLDER_ORIGIN } from "../../../site/addresses.ts";
import { formerPathKey } from "../../../site/former-path.ts";
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import { NUMBER, type Run } from "../statement.ts";
import type { ArticleChange } from "./change-article.ts";

/** Updates the words by which a search finds the article. Only a published article is found. */
export function words(
  { before, article: { id, title, summary }, ...change }: ArticleChange,
  run: Run,
): D1PreparedStatement[] {
  if (!change.isVisible) return [];
  const drop = "DELETE FROM entry_words WHERE rowid = (SELECT position FROM articles WHERE id = ?)";
  const add = `INSERT INTO entry_words (rowid, words, feeds)
    SELECT position, ?, (SELECT group_concat('f' || f.number, ' ') FROM json_each(?) k JOIN feeds f ON f.key = k.value)
    FROM articles WHERE id = ?`;
  const keys = JSON.stringify(change.feeds.map(({ key }) => key));
  return [
    ...(before?.row.state === "published" ? [run(drop, id)] : []),
    ...(change.state === "published"
      ? [run(add, [...searchTokens(title), ...searchTokens(summary)].join(" "), keys, id)]
      : []),
  ];
}

export function formerPaths({ before, article: after }: ArticleChange, run: Run): D1PreparedStatement[] {
  const { added, removed } = difference(before && formerPathsOf(before.article), formerPathsOf(after));
  return [
    ...(removed.length > 0
      ? [run("DELETE FROM former_paths WHERE path IN (SELECT value FROM json_each(?))", JSON.stringify(removed))]
      : []),
    ...(added.length > 0
      ? [
          run(
            `INSERT INTO former_paths (path, article) SELECT value, ${NUMBER} FROM json_each(?)`,
            after.id,
            JSON.stringify(added),
          ),
        ]
      : []),
  ];
}

/** Returns the keys (`formerPathKey`) of the paths that lead on to the article. */
export function formerPathsOf({
  formerSlugs,
  formerPaths = [],
}: Pick<Article, "formerSlugs" | "formerPaths">): string[] {
  return [...new Set([...formerSlugs.map(articlePath), ...formerPaths].map(formerPathKey))];
}

export function mediaUses({ before, document, article: { id } }: ArticleChange, run: Run): D1PreparedStatement[] {
  const { added, removed } = difference(before && mediaOf(before.row.document), mediaOf(document));
  return [
    ...(removed.length > 0
      ? [
          run(
            `DELETE FROM media_uses WHERE article = ${NUMBER} AND path IN (SELECT value FROM json_each(?))`,
            id,
            JSON.stringify(removed),
          ),
        ]
      : []),
    ...(added.length > 0
      ? [
          run(
            `INSERT INTO media_uses (path, article) SELECT value, ${NUMBER} FROM json_each(?)`,
            id,
            JSON.stringify(added),
          ),
        ]
      : []),
  ];
}

const OWN_MEDIA = new RegExp(`${PLACEHOLDER_ORIGIN}${MEDIA_PREFIX}([^"'?#\\s\\\\<>]+)`.replaceAll(".", "\\."), "g");

/** Returns the files of ours that an article or a page names anywhere, as `<hash>/<name>`. */
export function mediaOf(document: string): string[] {
  return [...new Set([...document.matchAll(OWN_MEDIA)].map(([, path = ""]) => percentDecodeOrKeep(path)))];
}

function difference(before: readonly string[] = [], after: readonly string[]) {
  return {
    added: after.filter((each) => !before.includes(each)),
    removed: before.filter((each) => !after.includes(each)),
  };
}

/**
 * Updates the sitemap, and adds the change to the outbox, from which subscribers are notified. The entry names the
 * feeds that show the change and those that the article left.
 */
export function announcing({ before, article: { id }, ...change }: ArticleChange, run: Run): D1PreparedStatement[] {
  if (!change.isVisible) return [];
  const keys = new Set([...change.feeds.map(({ key }) => key), ...(before?.places.map(({ key }) => key) ?? [])]);
  return [
    run(
      `INSERT INTO sitemap_parts (number, modified) SELECT (position + ${SITEMAP_PLACES} - 1) / ${SITEMAP_PLACES}, ? FROM articles WHERE id = ?
       ON CONFLICT (number) DO UPDATE SET modified = max(modified, excluded.modified)`,
      change.modified,
      id,
    ),
    run(
      `INSERT INTO outbox (article, feeds, at, lease_until, attempts) VALUES (${NUMBER}, ?, ?, 0, 0)`,
      id,
      JSON.stringify([...keys]),
      change.at,
    ),
  ];
}
