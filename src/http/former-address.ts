import { articlePath } from "../site/addresses.ts";
import type { Problem } from "./problems.ts";
import type { HttpContext, Service } from "./service.ts";

/** Where the article is now that was found at the requested address under another system; with its query, or else without. */
export async function movedFromFormerPath(service: Service, context: HttpContext): Promise<Problem | undefined> {
  const { pathname, search } = new URL(context.req.raw.url);
  const { origin, store } = service.siteFor(context.req.raw.url);
  const now = service.now();
  const slug =
    (await store.redirect(pathname + search, now)) ?? (search === "" ? undefined : await store.redirect(pathname, now));
  return slug === undefined ? undefined : { kind: "moved", location: origin + articlePath(slug) };
}
