import type { Article } from "../../model/article.ts";
import type { Document, Feed } from "../../model/feed.ts";
import type { Selection } from "../../model/selection.ts";
import type { FeedFormat } from "../../render/formats.ts";
import { noticesOf } from "../../render/retraction-notice.ts";
import type { ArticleStore } from "../../store/article-store.ts";
import { parseQualityList } from "../../syntax/accept.ts";
import { parseEntityTagList } from "../../syntax/entity-tag.ts";
import { evaluatePreconditions } from "../representation/conditional.ts";
import { encodeFor } from "../representation/content-coding.ts";
import type { Representation } from "../representation/representation.ts";
import { cachedOrRendered } from "../representation/representation-cache.ts";
import { NO_SNIFFING, OPEN_TO_ALL } from "../security-headers.ts";
import type { HttpContext, Service } from "../service.ts";
import { fingerprint, hasFingerprints, idFingerprint, readFingerprints } from "./feed-etag.ts";
import { type FeedView, renderFeedView } from "./feed-view.ts";

type Requested = { readonly selection: Selection; readonly document: Document; readonly view: FeedView };

/** The representation of the complete feed, and the key under which it is cached. */
type Whole = { readonly key: string; readonly representation: Representation; readonly now: number };

/**
 * Sends `226 IM Used` (RFC 3229) with the entries that are new or changed, if the client accepts deltas and names the
 * state that it has. Returns undefined if the answer is the complete feed, a 304 or a 412.
 */
export async function answerDelta(
  service: Service,
  context: HttpContext,
  { selection, document, view }: Requested,
  { key, representation, now }: Whole,
): Promise<Response | undefined> {
  const request = context.req.raw;
  if (view.kind !== "form" || !hasFingerprints(document, view.form)) return undefined;
  if (!acceptsDelta(request.headers) || evaluatePreconditions(request.headers, representation) !== "proceed")
    return undefined;
  const base = deltaBase(request.headers);
  if (base === undefined) return undefined;
  const { form } = view;
  const { store } = service.siteFor(request.url);
  const delta = await cachedOrRendered(service, context, `${key} since ${base}`, now, async () => {
    const feed = await store.feed(selection, document, now);
    const changed = feed && (await deltaSince(base, feed, form, store, now));
    return changed && renderFeedView(changed, view);
  });
  return delta && sendDelta(request, { base, delta, whole: representation });
}

/**
 * rss2email asks for deltas, because its library feedparser can read them, but it takes the status 226 for an error and
 * never shows the entries. It identifies itself as feedparser, so all clients that do so get complete feeds. Programs
 * that send their own name, as feedparser asks them to, get deltas.
 */
const CANNOT_READ_DELTAS = /^feedparser\/|\brss2email\b/i;

/** Whether `A-IM` accepts `feed` (RFC 3229 section 10.5.3), the manipulation that feed readers agreed on. */
function acceptsDelta(headers: Headers): boolean {
  const field = headers.get("a-im");
  if (field === null || CANNOT_READ_DELTAS.test(headers.get("user-agent") ?? "")) return false;
  return parseQualityList(field).some(({ value, quality }) => value === "feed" && quality > 0);
}

/** The first tag in `If-None-Match` that has fingerprints. */
function deltaBase(headers: Headers): string | undefined {
  const tags = parseEntityTagList(headers.get("if-none-match"));
  return tags === "*" ? undefined : tags.find((tag) => readFingerprints(tag) !== undefined);
}

/**
 * The feed with only the entries that are new or changed since `base`. Returns undefined if a delta cannot describe the
 * change: an entry that the client has was withdrawn, and the form cannot express that any more.
 */
async function deltaSince(
  base: string,
  feed: Feed,
  form: FeedFormat,
  store: ArticleStore,
  now: number,
): Promise<Feed | undefined> {
  const known = readFingerprints(base);
  if (!known) return undefined;
  const notices = noticesOf(feed);
  const isKnown = (article: Article) => known.get(idFingerprint(article.id)) === fingerprint(article);
  const present = new Set([...feed.entries, ...notices].map(({ id }) => idFingerprint(id)));
  const missing = new Set([...known.keys()].filter((id) => !present.has(id)));
  // A tombstone stays longer than a notice.
  if (form === "atom") for (const { id } of feed.withdrawals) missing.delete(idFingerprint(id));
  if (missing.size > 0) for (const id of await olderEntries(feed, store, now)) missing.delete(idFingerprint(id));
  if (missing.size > 0) return undefined;
  const told = new Set(notices.filter(isKnown).map(({ id }) => id));
  const withdrawals = feed.withdrawals.map(({ notice, ...tombstone }) =>
    notice && !told.has(tombstone.id) ? { ...tombstone, notice } : tombstone,
  );
  return { ...feed, entries: feed.entries.filter((article) => !isKnown(article)), withdrawals };
}

/** How many archives are searched for entries that the client has and that the current document no longer contains. */
const MAX_ARCHIVES_SEARCHED = 2;

/**
 * The ids of entries that were not withdrawn, but are in the newest archives now, or beyond the `limit` of the feed.
 */
async function olderEntries(feed: Feed, store: ArticleStore, now: number): Promise<string[]> {
  const { limit: _, ...unlimited }: Selection = feed.selection;
  const whole = feed.selection.limit === undefined ? feed : await store.feed(unlimited, { kind: "current" }, now);
  const ids = whole?.entries.map(({ id }) => id) ?? [];
  let older = whole?.place.previous;
  for (let count = 0; count < MAX_ARCHIVES_SEARCHED && older !== undefined; count += 1) {
    const archive = await store.feed(unlimited, { kind: "archive", number: older }, now);
    ids.push(...(archive?.entries.map(({ id }) => id) ?? []));
    older = archive?.place.previous;
  }
  return ids;
}

/** Sends a delta (RFC 3229 section 10.4). No cache may store it, since it is right for one state of one client only. */
function sendDelta(
  request: Request,
  { base, delta, whole }: { readonly base: string; readonly delta: Representation; readonly whole: Representation },
): Response {
  const { bytes, coding } = encodeFor(request, delta);
  const headers: [string, string][] = [
    ["IM", "feed"],
    ["Delta-Base", base],
    ["ETag", whole.etag],
    ["Cache-Control", "no-store, im"],
    ["Vary", "A-IM, If-None-Match, Accept-Encoding, Sec-Fetch-Dest"],
    ["Content-Type", delta.contentType],
    NO_SNIFFING,
    ...[...delta.headers, ...OPEN_TO_ALL].map(([name, value]): [string, string] => [name, value]),
  ];
  if (whole.lastModified !== undefined) headers.push(["Last-Modified", whole.lastModified]);
  if (coding !== "identity") headers.push(["Content-Encoding", coding]);
  const body = request.method === "HEAD" ? null : bytes;
  return new Response(body, { status: 226, headers, encodeBody: coding === "identity" ? "automatic" : "manual" });
}
