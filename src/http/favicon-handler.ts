import { answerProblem } from "./problems.ts";
import type { HttpContext, Service } from "./service.ts";

/** Where browsers and readers look for an icon without being told: it is wherever the publication has its own. */
export async function answerFavicon(service: Service, context: HttpContext): Promise<Response> {
  const { icon } = await service.siteFor(context.req.raw.url).store.publication();
  return answerProblem(service, context, icon ? { kind: "moved", location: icon.url } : { kind: "not-found" });
}
