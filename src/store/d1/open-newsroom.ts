import type { Article } from "../../model/article.ts";
import { timestampInUtc } from "../../model/timestamp.ts";
import type { ArticleSource, Newsroom, Saved, SaveError, StoredArticle, Writing } from "../newsroom.ts";
import type { ArticleRecord } from "./article-row.ts";
import type { NewsroomSettings } from "./newsroom-settings.ts";
import { listAudit, listStoredArticles, visibleSlugs } from "./read/read-articles.ts";
import { findStoredMedia } from "./read/read-media.ts";
import { applyDueChanges } from "./write/apply-due-changes.ts";
import { readArticleSnapshot } from "./write/article-snapshot.ts";
import { hashOfArticle, planChange } from "./write/change-article.ts";
import { isConflict } from "./write/conflict.ts";
import { changeStatements } from "./write/write-change.ts";
import { discardStatements } from "./write/write-discard.ts";

/** How often a writer that takes nothing for granted tries again when another came first. */
const TRIES = 5;

/** The newsroom over its database. `wake` tells whoever announces that the outbox has something; the outbox itself is written with the change. */
export function openNewsroom(db: D1Database, settings: NewsroomSettings, wake: () => Promise<void>): Newsroom {
  const { division } = settings;

  /** Tries `write` on the article as it is, until no other writer comes between. */
  const attempt = async (
    find: () => Promise<ArticleSnapshot>,
    writing: Writing,
    write: (standing: ArticleSnapshot) => Attempt | SaveError,
  ): Promise<Saved | SaveError> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      await applyDueChanges(db, division, writing.now);
      const standing = await find();
      const lost = lostUpdate(standing, writing);
      if (lost) return lost;
      const planned = write(standing);
      if (!("statements" in planned)) return planned;
      const { outcome, statements, isAnnounced } = planned;
      const all = [...statements, ...(writing.extraStatements?.(outcome) ?? [])];
      try {
        if (all.length > 0) await db.batch(all);
      } catch (error) {
        if (isConflict(error)) continue;
        throw error;
      }
      if (isAnnounced) await wake();
      return outcome;
    }
    return { kind: "lost-update" };
  };

  return {
    read: async (slug) => {
      const { before, source } = await readArticleSnapshot(db, { slug });
      return before && before.row.slug === slug ? { ...kept(before), ...(source && { source }) } : undefined;
    },
    readById: async (id) => {
      const { before } = await readArticleSnapshot(db, { id });
      return before && kept(before);
    },
    list: (query) => listStoredArticles(db, query),
    audit: (query) => listAudit(db, query),
    visibleSlugs: (slugs) => visibleSlugs(db, slugs),
    findMedia: (names) => findStoredMedia(db, names),
    applyDueChanges: (now) => applyDueChanges(db, division, now),

    save: (article, source, writing) =>
      attempt(
        () => readArticleSnapshot(db, { id: article.id, slug: article.slug, article }),
        writing,
        ({ before, source: known, taken }) => {
          if (taken) return taken;
          const complete = withFormerSlugs(article, before);
          const isSame =
            before && hashOfArticle(JSON.stringify(complete)) === before.row.hash && sameSource(source, known);
          if (isSame) return { outcome: { kind: "unchanged", kept: kept(before) }, statements: [], isAnnounced: false };
          const change = planChange(before, complete, { at: writing.now, saved: writing.now, division });
          const { state, revision, hash, saved } = change;
          const kind = before ? "changed" : "created";
          return {
            outcome: { kind, kept: { article: complete, state, revision, hash, saved } },
            statements: [
              ...changeStatements(db, change, { actor: writing.actor, action: kind }),
              sourceStatement(db, article.id, source),
            ],
            isAnnounced: change.isVisible,
          };
        },
      ),

    retract: (slug, reason, writing) =>
      attempt(
        () => readArticleSnapshot(db, { slug }),
        writing,
        ({ before }) => {
          if (!before || before.row.slug !== slug) return { kind: "unknown" };
          const { article, row } = before;
          if (row.position === null)
            return {
              outcome: { kind: "discarded", kept: kept(before) },
              statements: discardStatements(db, before, { actor: writing.actor, action: "discarded" }, writing.now),
              isAnnounced: false,
            };
          if (reason === undefined) return { kind: "reason-missing" };
          if (article.status === "retracted" && article.retraction?.reason === reason)
            return { outcome: { kind: "unchanged", kept: kept(before) }, statements: [], isAnnounced: false };
          const time = timestampInUtc(writing.now);
          const retracted: Article = { ...article, status: "retracted", retraction: { time, reason } };
          const change = planChange(before, retracted, { at: writing.now, saved: writing.now, division });
          const { state, revision, hash, saved } = change;
          return {
            outcome: { kind: "retracted", kept: { article: retracted, state, revision, hash, saved } },
            statements: [
              ...changeStatements(db, change, { actor: writing.actor, action: "retracted" }),
              // The text it was written as does not say that it was taken back.
              sourceStatement(db, article.id, undefined),
            ],
            isAnnounced: change.isVisible,
          };
        },
      ),
  };
}

type ArticleSnapshot = Awaited<ReturnType<typeof readArticleSnapshot>>;

type Attempt = {
  readonly outcome: Saved;
  readonly statements: readonly D1PreparedStatement[];
  readonly isAnnounced: boolean;
};

function lostUpdate({ before, holder }: ArticleSnapshot, { expected }: Writing): SaveError | undefined {
  if (!expected) return undefined;
  const present = before?.row.revision ?? holder?.revision;
  const isAsExpected = expected.kind === "absent" ? present === undefined : present === expected.revision;
  return isAsExpected ? undefined : { kind: "lost-update", ...(present !== undefined && { revision: present }) };
}

function kept({ article, row: { state, revision, hash, saved } }: ArticleRecord): StoredArticle {
  return { article, state, revision, hash, saved };
}

/** An address that readers may have kept leads on for good, whether or not the writer remembers it. */
function withFormerSlugs(article: Article, before: ArticleRecord | undefined): Article {
  if (!before) return article;
  const moved = before.row.position !== null && before.row.slug !== article.slug ? [before.row.slug] : [];
  const former = new Set([...before.article.formerSlugs, ...article.formerSlugs, ...moved]);
  former.delete(article.slug);
  return { ...article, formerSlugs: [...former] };
}

function sameSource(a: ArticleSource | undefined, b: ArticleSource | undefined): boolean {
  return a?.text === b?.text && a?.mediaType === b?.mediaType;
}

function sourceStatement(db: D1Database, id: string, source: ArticleSource | undefined): D1PreparedStatement {
  const number = "(SELECT number FROM articles WHERE id = ?)";
  return source
    ? db
        .prepare(
          `INSERT INTO sources (article, media_type, text) VALUES (${number}, ?, ?)
           ON CONFLICT (article) DO UPDATE SET media_type = excluded.media_type, text = excluded.text`,
        )
        .bind(id, source.mediaType, source.text)
    : db.prepare(`DELETE FROM sources WHERE article = ${number}`).bind(id);
}
