import type { Document } from "../../model/feed.ts";
import { NO_NAVIGATION } from "../../model/navigation.ts";
import { type Scope, scopeKey } from "../../model/scope.ts";
import type { Selection } from "../../model/selection.ts";
import { type FeedFormat, NEGOTIATED_OFFERS } from "../../render/formats.ts";
import { PAGE_PARAMETER } from "../../render/html/parts/page-of-list.ts";
import { selectionQuery } from "../../site/feed-links.ts";
import type { PageFacts } from "../../store/article-store.ts";
import { negotiate } from "../../syntax/accept.ts";
import { sendAndRemember } from "../door/send-and-remember.ts";
import { pageNumberOf } from "../page-number.ts";
import { answerProblem } from "../problems.ts";
import { answerUnknownScope, movedFromElsewhere } from "../redirects.ts";
import { cachedOrRendered } from "../representation/representation-cache.ts";
import { representationState } from "../representation/representation-state.ts";
import { type ResponseOptions, sendWithoutRendering } from "../representation/respond.ts";
import { OPEN_TO_ALL, pageSecurity } from "../security-headers.ts";
import type { HttpContext, Service } from "../service.ts";
import { storeForPages } from "../store-for-pages.ts";
import { answerDelta } from "./feed-delta.ts";
import { heldTag, stateTag } from "./feed-etag.ts";
import { type FeedView, renderFeedView } from "./feed-view.ts";
import { readSelection, SELECTION_PARAMETERS, type SelectionFault } from "./read-selection.ts";

/** One document of the feed of a scope. The query of the request selects from that scope. */
export type FeedTarget = { readonly scope: Scope; readonly document: Document };

/**
 * Answers at the address of one form. A browser that navigates there gets a page about the form, unless the query has
 * `raw`.
 */
export function answerFeed(service: Service, context: HttpContext, target: FeedTarget, form: FeedFormat) {
  const vary = "Accept-Encoding, Sec-Fetch-Dest";
  return isNavigation(context) && context.req.query("raw") === undefined
    ? answerView(service, context, target, { kind: "about", form }, { ...PRIVATE_PAGE, vary })
    : answerView(service, context, target, { kind: "form", form }, { ...publicFeed(service), vary });
}

/** Answers with a page that lists the articles of a feed. */
export async function answerFeedPage(
  service: Service,
  context: HttpContext,
  target: FeedTarget,
  kind: "page" | "search" = "page",
): Promise<Response> {
  const number = pageNumberOf(queryOf(context.req.raw).get(PAGE_PARAMETER));
  if (number === undefined) return answerProblem(service, context, { kind: "not-found" });
  const caching = { kind: "public", seconds: service.config.pageMaxAge } as const;
  const options = { caching, headers: [], vary: "Accept-Encoding" };
  return answerView(service, context, target, { kind, number }, options);
}

/**
 * Answers with the page of all articles. Other systems put the number of an article into the query of this path
 * (`/?p=123`) or the form of a feed (`/?feed=rss2`), so an address with unknown parameters is looked up among those
 * first.
 */
export async function answerFrontPage(service: Service, context: HttpContext, target: FeedTarget): Promise<Response> {
  const moved = hasOtherParameters(context.req.raw) ? await movedFromElsewhere(service, context) : undefined;
  return moved ? answerProblem(service, context, moved) : answerFeedPage(service, context, target);
}

function hasOtherParameters({ url }: Request): boolean {
  if (!url.includes("?")) return false;
  return [...new URL(url).searchParams.keys()].some(
    (name) => !SELECTION_PARAMETERS.has(name) && name !== PAGE_PARAMETER,
  );
}

/** Answers at the address of all forms with the form that the client prefers (RFC 9110 section 12.5.1). */
export async function answerNegotiated(service: Service, context: HttpContext, target: FeedTarget) {
  const request = context.req.raw;
  const selection = readSelection(target.scope, queryOf(request));
  if (!selection.ok) return answerFault(service, context, selection.error);
  const head = await service.siteFor(request.url).store.head(selection.value, service.now());
  if (!head) return answerUnknownScope(service, context, target.scope);
  const form = negotiate(request.headers.get("accept"), NEGOTIATED_OFFERS);
  if (form === undefined) {
    const available = NEGOTIATED_OFFERS.map(({ name, mediaType }) => ({ mediaType, address: head.addresses[name] }));
    return answerProblem(service, context, { kind: "not-acceptable", available });
  }
  const chosen = { vary: "Accept, Accept-Encoding", contentLocation: head.addresses[form] };
  return form === "html"
    ? answerView(service, context, target, { kind: "page", number: 1 }, { ...PRIVATE_PAGE, ...chosen })
    : answerView(service, context, target, { kind: "form", form }, { ...publicFeed(service), ...chosen });
}

/** No cache may store a page at the address of a feed: a cache that ignores `Vary` would send it to a feed reader. */
const PRIVATE_PAGE = { caching: { kind: "private" }, headers: [] } as const;

function publicFeed({ config }: Service) {
  return { caching: { kind: "public", seconds: config.feedMaxAge }, headers: OPEN_TO_ALL } as const;
}

function isNavigation(context: HttpContext): boolean {
  return context.req.raw.headers.get("sec-fetch-dest") === "document";
}

const NO_QUERY = new URLSearchParams();

/** Most requests have no query, and parsing an address takes time. */
function queryOf({ url }: Request): URLSearchParams {
  return url.includes("?") ? new URL(url).searchParams : NO_QUERY;
}

/**
 * Answers with one view of a document. If the store names its states and the client has the current one, no feed is
 * read and nothing is rendered.
 */
async function answerView(
  service: Service,
  context: HttpContext,
  { scope, document }: FeedTarget,
  view: FeedView,
  general: ResponseOptions,
): Promise<Response> {
  const request = context.req.raw;
  const read = readSelection(scope, queryOf(request));
  if (!read.ok) return answerFault(service, context, read.error);
  const selection = read.value;
  const now = service.now();
  const { origin, store } = service.siteFor(request.url);
  // A page may load what the publication's settings allow.
  const isPage = view.kind !== "form";
  const options = isPage ? { ...general, headers: pageSecurity(await store.publication()) } : general;
  const about = viewName(origin, selection, document, view);
  // A feed knows nothing of the facts that only pages show.
  const [version, facts] = await Promise.all([
    store.version(selection, document, now),
    isPage ? store.pageFacts(now) : NO_FACTS,
  ]);
  const key = `${about} ${version.key}${facts.key}`;
  const tagOf = (tag: string) => stateTag(about, tag + facts.key);
  if (version.tag !== undefined && !service.representations.get(key, now)) {
    const held = heldTag(request.headers, tagOf(version.tag));
    const state = version.modified === undefined ? version : { ...version, ...later(version.modified, facts) };
    const unsent =
      held !== undefined && sendWithoutRendering(request, representationState(held, state, now), options, now);
    if (unsent) return unsent;
  }
  const representation = await cachedOrRendered(service, context, key, now, async () => {
    const shown = facts === NO_FACTS ? store : storeForPages(store, facts);
    const feed = await shown.feed(selection, document, now);
    const rendered = feed && renderFeedView(feed, view);
    return rendered && { ...rendered, ...later(rendered.modified, facts), stateTag: feed.tag && tagOf(feed.tag) };
  });
  if (!representation) return answerUnknownScope(service, context, scope);
  const delta = await answerDelta(service, context, { selection, document, view }, { key, representation, now });
  if (delta) return delta;
  const isCurrent = async (later: number) => {
    const [present, look] = await Promise.all([
      store.version(selection, document, later),
      isPage ? store.pageFacts(later) : NO_FACTS,
    ]);
    return present.key === version.key && look.key === facts.key;
  };
  return sendAndRemember(service, context, { representation, key, options, store, isCurrent }, now);
}

const NO_FACTS: PageFacts = { key: "", modified: 0, listKey: "", navigation: NO_NAVIGATION };

function later(modified: number, facts: { readonly modified: number }): { readonly modified: number } {
  return { modified: Math.max(modified, facts.modified) };
}

function answerFault(service: Service, context: HttpContext, { parameter, message }: SelectionFault) {
  return answerProblem(service, context, { kind: "bad-request", fault: `${parameter}: ${message}` });
}

/** A name for each view of each document of each selection. */
function viewName(origin: string, selection: Selection, document: Document, view: FeedView): string {
  const form = "form" in view ? view.form : view.number > 1 ? view.number : "";
  const number = document.kind === "archive" ? document.number : "";
  return [view.kind, form, number, origin, scopeKey(selection.scope), selectionQuery(selection)].join(" ");
}
