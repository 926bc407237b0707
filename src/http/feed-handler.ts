import type { Document } from "../model/feed.ts";
import { type Scope, scopeKey } from "../model/scope.ts";
import { type Selection, selectionQuery } from "../model/selection.ts";
import { type FeedFormat, NEGOTIATED_OFFERS } from "../render/formats.ts";
import { answerDelta } from "./answer-delta.ts";
import { type FeedView, renderFeedView } from "./feed-view.ts";
import { negotiate } from "./negotiation.ts";
import { answerProblem } from "./problems.ts";
import { readSelection } from "./read-selection.ts";
import { renderOnce } from "./render-once.ts";
import { notModifiedRepresentation } from "./representation.ts";
import { type Sending, sendRepresentation } from "./respond.ts";
import { OPEN_TO_ALL, PAGE_SECURITY } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";
import { heldTag, stateTag } from "./state-tag.ts";
import { answerUnknownScope } from "./unknown-scope.ts";

/** A document of a scope's feed. What of the scope is shown stands in the request's query. */
export type FeedTarget = { readonly scope: Scope; readonly document: Document };

/** A feed at the fixed address of a form. A browser that navigates there gets a page about it, unless it asks for `?raw`. */
export function answerFeed(service: Service, context: HttpContext, target: FeedTarget, form: FeedFormat) {
  const vary = "Accept-Encoding, Sec-Fetch-Dest";
  return isNavigation(context) && context.req.query("raw") === undefined
    ? answer(service, context, target, { kind: "about", form }, { ...PRIVATE_PAGE, vary })
    : answer(service, context, target, { kind: "form", form }, { ...openFeed(service), vary });
}

/** The page of a feed: for everything, the front page. */
export function answerFeedPage(service: Service, context: HttpContext, target: FeedTarget) {
  const caching = { kind: "public", seconds: service.config.pageMaxAge } as const;
  const sending = { caching, headers: PAGE_SECURITY, vary: "Accept-Encoding" };
  return answer(service, context, target, { kind: "page" }, sending);
}

/** The one address that answers in the form the client likes best (RFC 9110 section 12.5.1). */
export async function answerNegotiated(service: Service, context: HttpContext, target: FeedTarget) {
  const request = context.req.raw;
  const read = readSelection(target.scope, queryOf(request));
  if ("fault" in read) return answerProblem(service, context, { kind: "bad-request", fault: read.fault });
  const head = await service.siteFor(request.url).store.head(read.selection, service.now());
  if (!head) return answerUnknownScope(service, context, target);
  const form = negotiate(request.headers.get("accept"), NEGOTIATED_OFFERS);
  if (form === undefined) {
    const available = NEGOTIATED_OFFERS.map(({ name, mediaType }) => ({ mediaType, address: head.addresses[name] }));
    return answerProblem(service, context, { kind: "not-acceptable", available });
  }
  const chosen = { vary: "Accept, Accept-Encoding", contentLocation: head.addresses[form] };
  return form === "html"
    ? answer(service, context, target, { kind: "page" }, { ...PRIVATE_PAGE, ...chosen })
    : answer(service, context, target, { kind: "form", form }, { ...openFeed(service), ...chosen });
}

/** A cache that ignores `Vary` must never hand a page to a feed reader. */
const PRIVATE_PAGE = { caching: { kind: "private" }, headers: PAGE_SECURITY } as const;

function openFeed({ config }: Service) {
  return { caching: { kind: "public", seconds: config.feedMaxAge }, headers: OPEN_TO_ALL } as const;
}

function isNavigation(context: HttpContext): boolean {
  return context.req.raw.headers.get("sec-fetch-dest") === "document";
}

const NO_QUERY = new URLSearchParams();

/** Most requests have none, and need not pay for the parsing of one. */
function queryOf({ url }: Request): URLSearchParams {
  return url.includes("?") ? new URL(url).searchParams : NO_QUERY;
}

async function answer(
  service: Service,
  context: HttpContext,
  target: FeedTarget,
  view: FeedView,
  sending: Sending,
): Promise<Response> {
  const request = context.req.raw;
  const read = readSelection(target.scope, queryOf(request));
  if ("fault" in read) return answerProblem(service, context, { kind: "bad-request", fault: read.fault });
  const { selection } = read;
  const { document } = target;
  const now = service.now();
  const { origin, store } = service.siteFor(request.url);
  const about = documentName(origin, selection, document, view);
  const version = await store.version(selection, document, now);
  const key = `${about} ${version.key}`;
  if (version.tag !== undefined && !service.representations.get(key, now)) {
    const held = heldTag(request.headers, stateTag(about, version.tag));
    if (held !== undefined)
      return sendRepresentation(request, notModifiedRepresentation(held, version, now), sending, now);
  }
  const representation = await renderOnce(service, context, key, now, async () => {
    const feed = await store.feed(selection, document, now);
    return feed && { ...renderFeedView(feed, view), stateTag: feed.tag && stateTag(about, feed.tag) };
  });
  if (!representation) return answerUnknownScope(service, context, target);
  const delta = await answerDelta(service, context, { selection, document, view }, { key, representation, now });
  return delta ?? sendRepresentation(request, representation, sending, now);
}

/** One name for each thing that can be asked for. */
function documentName(origin: string, selection: Selection, document: Document, view: FeedView): string {
  const form = "form" in view ? view.form : "";
  const number = document.kind === "archive" ? document.number : "";
  return [view.kind, form, number, origin, scopeKey(selection.scope), selectionQuery(selection)].join(" ");
}
