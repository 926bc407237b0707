import type { Article } from "../../model/article.ts";
import { timestampInUtc } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { ArticleSource, Newsroom, Saved, SaveError, StoredArticle, Writing } from "../newsroom.ts";
import type { ArticleRecord } from "./article-row.ts";
import type { NewsroomSettings } from "./newsroom-settings.ts";
import { listAudit, listStoredArticles } from "./read/read-articles.ts";
import { searchArticles } from "./read/search-articles.ts";
import { NUMBER } from "./statement.ts";
import { applyDueChanges } from "./write/apply-due-changes.ts";
import {
  type ArticleSnapshot,
  readArticleSnapshot,
  type SnapshotQuery,
  takenAddress,
} from "./write/article-snapshot.ts";
import { planChange } from "./write/change-article.ts";
import { isConflict } from "./write/conflict.ts";
import { datedArticle } from "./write/dated-article.ts";
import { changeStatements } from "./write/write-change.ts";
import { discardStatements } from "./write/write-discard.ts";

/** How often a change is tried if other writers come first. */
const MAX_TRIES = 5;

/**
 * Opens the newsroom over its database. `wake` is called after a change that readers can see, which is in the outbox by
 * then.
 */
export function openNewsroom(db: D1Database, settings: NewsroomSettings, wake: () => Promise<void>): Newsroom {
  const { division } = settings;

  /** Applies due changes before it returns a snapshot, so that no article in it is due. */
  const snapshotAt = async (query: SnapshotQuery, now: number): Promise<ArticleSnapshot> => {
    for (;;) {
      const snapshot = await readArticleSnapshot(db, { ...query, now });
      if (!snapshot.isDue) return snapshot;
      await applyDueChanges(db, division, now);
    }
  };

  /** Writes what `plan` makes of a snapshot. If another writer was first, reads a new snapshot and tries again. */
  const attempt = async (
    query: SnapshotQuery,
    writing: Writing,
    plan: (snapshot: ArticleSnapshot) => Result<PlannedWrite, SaveError>,
    first?: ArticleSnapshot,
  ): Promise<Result<Saved, SaveError>> => {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const snapshot = (tries === 0 && first) || (await snapshotAt(query, writing.now));
      const lost = lostUpdate(query, snapshot, writing);
      if (lost) return err(lost);
      const planned = plan(snapshot);
      if (!planned.ok) return planned;
      const { outcome, statements, isAnnounced } = planned.value;
      const all = [...statements, ...(writing.extraStatements?.(outcome) ?? [])];
      try {
        if (all.length > 0) await db.batch(all);
      } catch (error) {
        if (isConflict(error)) continue;
        throw error;
      }
      if (isAnnounced) await wake();
      return ok(outcome);
    }
    return err({ kind: "busy" });
  };

  const save = (
    article: Article,
    source: ArticleSource | undefined,
    writing: Writing,
    first?: ArticleSnapshot,
  ): Promise<Result<Saved, SaveError>> =>
    attempt(
      { id: article.id, slug: article.slug, article },
      writing,
      (snapshot) => {
        const taken = takenAddress(article, snapshot);
        if (taken) return err(taken);
        const before = snapshot.records.find(({ row }) => row.id === article.id);
        const dating = { now: writing.now, isNoticeable: writing.isNoticeable ?? false };
        const complete = datedArticle(withFormerSlugs(article, before), before, dating);
        const change = planChange(before, complete, { at: writing.now, saved: writing.now, division });
        const { state, revision, hash, saved } = change;
        // What a client reads as JSON and sends back is the same article, so the text that it was written as stays.
        if (before && hash === before.row.hash && (!source || isSameSource(source, before.source)))
          return ok({ outcome: { kind: "unchanged", kept: stored(before) }, statements: [], isAnnounced: false });
        const kind = before ? "changed" : "created";
        return ok({
          outcome: { kind, kept: { article: complete, state, revision, hash, saved } },
          statements: [
            ...changeStatements(db, change, { actor: writing.actor, action: kind }),
            sourceStatement(db, article.id, source),
          ],
          isAnnounced: change.isVisible,
        });
      },
      first,
    );

  return {
    read: async (slug) => {
      const [record] = (await readArticleSnapshot(db, { slug })).records;
      return record && { ...stored(record), ...(record.source && { source: record.source }) };
    },
    list: (query) => listStoredArticles(db, query),
    search: (query) => searchArticles(db, query),
    audit: (query) => listAudit(db, query),
    applyDueChanges: (now) => applyDueChanges(db, division, now),

    lookUp: async ({ id, media, articles, ...addresses }, now) => {
      const { slug } = addresses;
      const snapshot = await snapshotAt({ id, slug, article: addresses, media, articles }, now);
      const holder = snapshot.records.find(({ row }) => row.slug === slug);
      const known = id === undefined ? holder : snapshot.records.find(({ row }) => row.id === id);
      return {
        known: known && { ...stored(known), wasShown: known.row.position !== null },
        holder: holder && stored(holder),
        media: snapshot.media,
        visible: snapshot.visible,
        save: (article, source, writing) => save(article, source, writing, snapshot),
      };
    },
    save: (article, source, writing) => save(article, source, writing),

    retract: (slug, reason, writing) =>
      attempt({ slug }, writing, ({ records: [before] }) => {
        if (!before) return err({ kind: "unknown" });
        const { article, row } = before;
        if (row.position === null)
          return ok({
            outcome: { kind: "discarded", kept: stored(before) },
            statements: discardStatements(db, before, { actor: writing.actor, action: "discarded" }, writing.now),
            isAnnounced: false,
          });
        if (reason === undefined) return err({ kind: "reason-missing" });
        if (article.status === "retracted" && article.retraction?.reason === reason)
          return ok({ outcome: { kind: "unchanged", kept: stored(before) }, statements: [], isAnnounced: false });
        const time = timestampInUtc(writing.now);
        const retracted: Article = { ...article, status: "retracted", retraction: { time, reason } };
        const change = planChange(before, retracted, { at: writing.now, saved: writing.now, division });
        const { state, revision, hash, saved } = change;
        return ok({
          outcome: { kind: "retracted", kept: { article: retracted, state, revision, hash, saved } },
          statements: [
            ...changeStatements(db, change, { actor: writing.actor, action: "retracted" }),
            // The text that the article was written as does not say that it was retracted.
            sourceStatement(db, article.id, undefined),
          ],
          isAnnounced: change.isVisible,
        });
      }),
  };
}

type PlannedWrite = {
  readonly outcome: Saved;
  readonly statements: readonly D1PreparedStatement[];
  readonly isAnnounced: boolean;
};

function lostUpdate(
  { id, slug }: SnapshotQuery,
  { records }: ArticleSnapshot,
  { expected }: Writing,
): SaveError | undefined {
  if (!expected) return undefined;
  const present = records.find(({ row }) => row.id === id) ?? records.find(({ row }) => row.slug === slug);
  const revision = present?.row.revision;
  const isAsExpected = expected.kind === "absent" ? revision === undefined : revision === expected.revision;
  return isAsExpected ? undefined : { kind: "lost-update", ...(revision !== undefined && { revision }) };
}

function stored({ article, row: { state, revision, hash, saved } }: ArticleRecord): StoredArticle {
  return { article, state, revision, hash, saved };
}

/**
 * Adds the slugs at which readers may have found the article before, which lead on for good even if the writer does not
 * name them.
 */
function withFormerSlugs(article: Article, before: ArticleRecord | undefined): Article {
  if (!before) return article;
  const moved = before.row.position !== null && before.row.slug !== article.slug ? [before.row.slug] : [];
  const former = new Set([...before.article.formerSlugs, ...article.formerSlugs, ...moved]);
  former.delete(article.slug);
  return { ...article, formerSlugs: [...former] };
}

function isSameSource(a: ArticleSource | undefined, b: ArticleSource | undefined): boolean {
  return a?.text === b?.text && a?.mediaType === b?.mediaType;
}

function sourceStatement(db: D1Database, id: string, source: ArticleSource | undefined): D1PreparedStatement {
  return source
    ? db
        .prepare(
          `INSERT INTO sources (article, media_type, text) VALUES (${NUMBER}, ?, ?)
           ON CONFLICT (article) DO UPDATE SET media_type = excluded.media_type, text = excluded.text`,
        )
        .bind(id, source.mediaType, source.text)
    : db.prepare(`DELETE FROM sources WHERE article = ${NUMBER}`).bind(id);
}
