import type { ArticleStore } from "../../store/article-store.ts";
import type { Representation } from "../representation/representation.ts";
import { type ResponseOptions, sendRepresentation } from "../representation/respond.ts";
import type { HttpContext, Service } from "../service.ts";

type Sent = {
  readonly representation: Representation;
  /** The key under which `cachedOrRendered` has it. */
  readonly key: string;
  readonly options: ResponseOptions;
  readonly store: ArticleStore;
  /** Reads from the store whether `key` is still right at `now`. It must not hold on to the request. */
  readonly isCurrent: (now: number) => Promise<boolean>;
};

/**
 * Sends a representation, and lets the front door give the same answer to the next such request.
 *
 * @param now milliseconds since the epoch
 */
export function sendAndRemember(
  { door }: Service,
  context: HttpContext,
  { representation, key, options, store, isCurrent }: Sent,
  now: number,
): Response {
  const request = context.req.raw;
  const { path } = context.req;
  door?.remember(request, { path, key, options, isCurrent: store.isFixed ? undefined : isCurrent });
  return sendRepresentation(request, representation, options, now);
}
