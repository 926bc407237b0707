import type { Selection } from "../model/feed.ts";
import { answerProblem } from "./answer-problem.ts";
import { type FeedView, renderFeedView } from "./feed-view.ts";
import { negotiate } from "./negotiation.ts";
import { renderOnce } from "./render-once.ts";
import { type FeedForm, NEGOTIATED_OFFERS } from "./representations.ts";
import { type Sending, sendRendition } from "./respond.ts";
import { OPEN_TO_ALL, PAGE_SECURITY } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** A feed at the fixed address of a form. A browser that navigates there gets a page about it, unless it asks for `?raw`. */
export function answerFeed(service: Service, context: HttpContext, selection: Selection, form: FeedForm) {
  const vary = "Accept-Encoding, Sec-Fetch-Dest";
  return isNavigation(context) && context.req.query("raw") === undefined
    ? answer(service, context, selection, { kind: "about", form }, { ...PRIVATE_PAGE, vary })
    : answer(service, context, selection, { kind: "form", form }, { ...openFeed(service), vary });
}

/** The page of a selection: on the front, of everything. */
export function answerFeedPage(service: Service, context: HttpContext, selection: Selection) {
  return answer(
    service,
    context,
    selection,
    { kind: "page" },
    {
      caching: { kind: "public", seconds: service.config.pageMaxAge },
      headers: PAGE_SECURITY,
      vary: "Accept-Encoding",
    },
  );
}

/** The one address that answers in the form the client likes best (RFC 9110 section 12.5.1). */
export async function answerNegotiated(service: Service, context: HttpContext, selection: Selection) {
  const request = context.req.raw;
  const { store } = service.shelfFor(request.url);
  const { addresses } = await store.head(selection);
  const form = negotiate(request.headers.get("accept"), NEGOTIATED_OFFERS);
  if (form === undefined) {
    const available = NEGOTIATED_OFFERS.map(({ name, mediaType }) => ({ mediaType, address: addresses[name] }));
    return answerProblem(service, context, { kind: "not-acceptable", available });
  }
  const chosen = { vary: "Accept, Accept-Encoding", contentLocation: addresses[form] };
  return form === "html"
    ? answer(service, context, selection, { kind: "page" }, { ...PRIVATE_PAGE, ...chosen })
    : answer(service, context, selection, { kind: "form", form }, { ...openFeed(service), ...chosen });
}

/** A cache that ignores `Vary` must never hand a page to a feed reader. */
const PRIVATE_PAGE = { caching: { kind: "private" }, headers: PAGE_SECURITY } as const;

function openFeed({ config }: Service) {
  return { caching: { kind: "public", seconds: config.feedMaxAge }, headers: OPEN_TO_ALL } as const;
}

function isNavigation(context: HttpContext): boolean {
  return context.req.raw.headers.get("sec-fetch-dest") === "document";
}

async function answer(
  service: Service,
  context: HttpContext,
  selection: Selection,
  view: FeedView,
  sending: Sending,
): Promise<Response> {
  const now = service.now();
  const { origin, store } = service.shelfFor(context.req.raw.url);
  const form = "form" in view ? view.form : "";
  const key = [view.kind, form, selection.kind, origin].join(" ");
  const rendition = await renderOnce(service, context, key, now, async () =>
    renderFeedView(await store.feed(selection, service.config.feedLimits, now), view),
  );
  return sendRendition(context.req.raw, rendition, sending, now);
}
