import type { Feed } from "../model/feed.ts";
import type { Selection } from "../model/selection.ts";
import type { FeedFormat } from "../render/formats.ts";
import type { ArticleStore } from "../store/article-store.ts";
import { fingerprint, identity, readFingerprints } from "./entry-fingerprints.ts";

/** How far back entries are looked for that a reader knows and the current document no longer has. */
const ARCHIVES = 2;

/**
 * rss2email offers what feedparser, its library, could read, takes a 226 for a fault and misses the entries for good. It goes by the library's
 * own name, so whoever goes by that gets whole feeds; programs that give themselves a name, as feedparser asks them to, get deltas.
 */
const CANNOT_READ_DELTAS = /^feedparser\/|\brss2email\b/i;

/** Whether the client takes feed deltas (RFC 3229 section 10.5.3; `feed` is the manipulation that feed readers agreed on). */
export function offersDelta(headers: Headers): boolean {
  if (CANNOT_READ_DELTAS.test(headers.get("user-agent") ?? "")) return false;
  return /(?:^|,)\s*feed\s*(?:,|;|$)/i.test(headers.get("a-im") ?? "");
}

/** The first tag in `If-None-Match` from which the difference can be told. */
export function deltaBase(headers: Headers): string | undefined {
  const tags = headers.get("if-none-match")?.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags.find((tag) => readFingerprints(tag) !== undefined);
}

/**
 * The feed with nothing but what is new or changed since `base`; nothing where that cannot be said: an entry the reader has was taken away,
 * and the form has no word for it.
 */
export async function deltaSince(
  base: string,
  feed: Feed,
  form: FeedFormat,
  store: ArticleStore,
  now: number,
): Promise<Feed | undefined> {
  const known = readFingerprints(base);
  if (!known) return undefined;
  const present = new Set(feed.entries.map(({ id }) => identity(id)));
  const missing = new Set([...known.keys()].filter((id) => !present.has(id)));
  const canTakeBack = form === "atom" || feed.publication.retractions === "notice";
  if (canTakeBack) for (const { id } of feed.withdrawals) missing.delete(identity(id));
  if (missing.size > 0) for (const id of await olderEntries(feed, store, now)) missing.delete(identity(id));
  if (missing.size > 0) return undefined;
  const entries = feed.entries.filter((article) => known.get(identity(article.id)) !== fingerprint(article));
  return { ...feed, entries };
}

/** The ids of entries that have only moved on: into the newest archives, or beyond the feed's `limit`. */
async function olderEntries(feed: Feed, store: ArticleStore, now: number): Promise<string[]> {
  const { limit: _, ...unlimited }: Selection = feed.selection;
  const whole = feed.selection.limit === undefined ? feed : await store.feed(unlimited, { kind: "current" }, now);
  const ids = whole?.entries.map(({ id }) => id) ?? [];
  let older = whole?.place.previous;
  for (let count = 0; count < ARCHIVES && older !== undefined; count += 1) {
    const archive = await store.feed(unlimited, { kind: "archive", number: older }, now);
    ids.push(...(archive?.entries.map(({ id }) => id) ?? []));
    older = archive?.place.previous;
  }
  return ids;
}
