import { nameSlug, type Scope } from "../model/scope.ts";
import { allOf } from "../model/selection.ts";
import { scopePrefix } from "../site/addresses.ts";
import { foreignFeed } from "../site/foreign-feed-paths.ts";
import { answerPage } from "./pages.ts";
import type { Problem } from "./problems.ts";
import { answerProblem } from "./problems.ts";
import type { HttpContext, Service } from "./service.ts";

/**
 * What happens at an address without a route: it is that of a page, or it is redirected if something was there before,
 * or it is a 404.
 */

/**
 * Answers at a path without a route. A page may have it, an article or a page may have had it under another system, or
 * a feed may have it in another system.
 */
export async function answerUnknownPath(service: Service, context: HttpContext): Promise<Response> {
  const page = await answerPage(service, context);
  if (page) return page;
  const { method } = context.req.raw;
  const moved = method === "GET" || method === "HEAD" ? await movedFromElsewhere(service, context) : undefined;
  return answerProblem(service, context, moved ?? { kind: "not-found" });
}

/**
 * The redirect for an address that belongs to another system: to the article or page that had it, else to the feed that it
 * means there. Returns undefined if it means nothing here.
 */
export async function movedFromElsewhere(service: Service, context: HttpContext): Promise<Problem | undefined> {
  return (await movedFromFormerPath(service, context)) ?? (await movedFromForeignFeed(service, context));
}

/** The first scope that has articles gets the request. */
async function movedFromForeignFeed(service: Service, context: HttpContext): Promise<Problem | undefined> {
  const { url } = context.req.raw;
  const feed = foreignFeed(new URL(url));
  if (!feed) return undefined;
  const { origin, store } = service.siteFor(url);
  for (const scope of feed.scopes)
    if (scope.kind === "everything" || (await store.head(allOf(scope), service.now())))
      return { kind: "moved", location: origin + scopePrefix(scope) + feed.path };
  return undefined;
}

/**
 * The redirect to the article or page that had the requested address under another system. Looks for the path with its
 * query first, then for the path alone. Returns undefined if none had it.
 */
async function movedFromFormerPath(service: Service, context: HttpContext): Promise<Problem | undefined> {
  const { pathname, search } = new URL(context.req.raw.url);
  const { origin, store } = service.siteFor(context.req.raw.url);
  const now = service.now();
  const path =
    (await store.redirect(pathname + search, now)) ?? (search === "" ? undefined : await store.redirect(pathname, now));
  return path === undefined ? undefined : { kind: "moved", location: origin + path };
}

/**
 * Answers for a scope without a feed. A tag that is written as it is printed (`/tags/Web Standards/`) is redirected to
 * its slug; every other scope is not found.
 */
export async function answerUnknownScope(service: Service, context: HttpContext, scope: Scope): Promise<Response> {
  const notFound = () => answerProblem(service, context, { kind: "not-found" });
  if (scope.kind === "everything" || scope.kind === "podcast") return notFound();
  const normal: Scope = { kind: scope.kind, slug: nameSlug(scope.slug) };
  const { origin, store } = service.siteFor(context.req.raw.url);
  const isKnown = normal.slug !== scope.slug && (await store.head(allOf(normal), service.now()));
  if (!isKnown) return notFound();
  const rest = context.req.path.split("/").slice(3).join("/");
  return answerProblem(service, context, { kind: "moved", location: `${origin}${scopePrefix(normal)}/${rest}` });
}
