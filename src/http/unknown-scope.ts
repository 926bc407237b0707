import { nameSlug, type Scope } from "../model/scope.ts";
import { allOf } from "../model/selection.ts";
import { scopePrefix } from "../site/addresses.ts";
import { answerProblem } from "./problems.ts";
import type { HttpContext, Service } from "./service.ts";

/** A tag typed as it is printed (`/tags/Web Standards/`) leads to its address; anything else that is not known is not there. */
export async function answerUnknownScope(
  service: Service,
  context: HttpContext,
  { scope }: { readonly scope: Scope },
): Promise<Response> {
  const notFound = () => answerProblem(service, context, { kind: "not-found" });
  if (scope.kind === "everything") return notFound();
  const written: Scope = { kind: scope.kind, slug: nameSlug(scope.slug) };
  const { origin, store } = service.siteFor(context.req.raw.url);
  const isKnown = written.slug !== scope.slug && (await store.head(allOf(written), service.now()));
  if (!isKnown) return notFound();
  const rest = context.req.path.split("/").slice(3).join("/");
  return answerProblem(service, context, { kind: "moved", location: `${origin}${scopePrefix(written)}/${rest}` });
}
