import type { Document } from "../model/feed.ts";
import type { Selection } from "../model/selection.ts";
import { evaluatePreconditions } from "./conditional.ts";
import { hasDeltas } from "./entry-fingerprints.ts";
import { deltaBase, deltaSince, offersDelta } from "./feed-delta.ts";
import { type FeedView, renderFeedView } from "./feed-view.ts";
import { renderOnce } from "./render-once.ts";
import type { Representation } from "./representation.ts";
import { sendDelta } from "./respond.ts";
import type { HttpContext, Service } from "./service.ts";

type Wanted = { readonly selection: Selection; readonly document: Document; readonly view: FeedView };
type Whole = { readonly key: string; readonly representation: Representation; readonly now: number };

/**
 * `226 IM Used`: to a reader that offers `A-IM: feed` and says what it has, only what is new or changed since (RFC 3229). Nothing where the
 * whole feed, or a 304, is the answer.
 */
export async function answerDelta(
  service: Service,
  context: HttpContext,
  { selection, document, view }: Wanted,
  { key, representation, now }: Whole,
): Promise<Response | undefined> {
  const request = context.req.raw;
  if (view.kind !== "form" || !hasDeltas(document, view.form)) return undefined;
  if (!offersDelta(request.headers) || evaluatePreconditions(request.headers, representation) !== "proceed")
    return undefined;
  const base = deltaBase(request.headers);
  if (base === undefined) return undefined;
  const { form } = view;
  const { store } = service.siteFor(request.url);
  const delta = await renderOnce(service, context, `${key} since ${base}`, now, async () => {
    const feed = await store.feed(selection, document, now);
    const changed = feed && (await deltaSince(base, feed, form, store, now));
    return changed && renderFeedView(changed, view);
  });
  return delta && sendDelta(request, { base, delta, whole: representation });
}
