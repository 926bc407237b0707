import { type Catalogue, type ListedFeed, MAX_LISTED } from "../../../model/catalogue.ts";
import type { Publication } from "../../../model/publication.ts";
import { EVERYTHING, SCOPE_FOLDERS, type Scope, scopeKey, scopeOfKey } from "../../../model/scope.ts";
import { allOf } from "../../../model/selection.ts";
import { feedHead } from "../../feed-head.ts";
import { foundingDay } from "../../founding-day.ts";
import { givenScopes } from "../../listed-scopes.ts";
import { FEED_COLUMNS, type FeedRow, readFeedRow } from "./feed-row.ts";
import { type Reader, rows } from "./reader.ts";

/** Lists every feed that readers can choose. It reads as many rows as it lists, from an index by size. */
export async function catalogueOf(reader: Reader, publication: Publication, now: number): Promise<Catalogue> {
  const { db, settings } = reader;
  const row = await readFeedRow(reader, scopeKey(EVERYTHING), now);
  const largest = (folder: string, max: number) =>
    db
      .prepare(`SELECT ${FEED_COLUMNS} FROM feeds WHERE kind = ? AND articles > 0 ORDER BY articles DESC, name LIMIT ?`)
      .bind(`${folder}/`, max);
  const kinds = Object.entries(SCOPE_FOLDERS).filter(([kind]) => kind !== "section");
  const given = givenScopes(publication);
  const found = await db.batch([
    db
      .prepare(`SELECT ${FEED_COLUMNS} FROM feeds WHERE key IN (SELECT value FROM json_each(?))`)
      .bind(JSON.stringify(given.map(scopeKey))),
    ...kinds.map(([, folder]) => largest(folder, MAX_LISTED)),
  ]);
  const [known = [], ...others] = found.map((result) => rows<FeedRow>(result));
  const founded = Math.max(settings.modified, Date.parse(foundingDay(publication)));
  const pagesFounded = Math.max(settings.pagesModified, founded);
  const list = (scope: Scope, feed: FeedRow | undefined): ListedFeed[] => {
    const head = feedHead(publication, allOf(scope), () => feed?.name);
    return head
      ? [{ scope, head, articles: feed?.articles ?? 0, modified: Math.max(pagesFounded, feed?.modified ?? 0) }]
      : [];
  };
  const byKey = new Map(known.map((feed) => [feed.key, feed]));
  const collator = new Intl.Collator(publication.language);
  const [everything] = list(EVERYTHING, row);
  if (!everything) throw new Error("the feed of everything is always there");
  return {
    everything,
    feeds: [
      ...given.flatMap((scope) => list(scope, byKey.get(scopeKey(scope)))),
      ...kinds.flatMap((_, index) =>
        [...(others[index] ?? [])]
          .sort((a, b) => collator.compare(a.name, b.name))
          .flatMap((feed) => list(scopeOfKey(feed.key), feed)),
      ),
    ],
    modified: Math.max(founded, row?.changed ?? 0),
    ...(row?.next_change != null && { validUntil: row.next_change }),
  };
}
