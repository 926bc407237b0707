import { movedFromFormerPath } from "./former-address.ts";
import { answerProblem } from "./problems.ts";
import type { HttpContext, Service } from "./service.ts";

/** A path at which the service has nothing: an article may have been there before it was here. */
export async function answerUnknownPath(service: Service, context: HttpContext): Promise<Response> {
  const { method } = context.req.raw;
  const moved = method === "GET" || method === "HEAD" ? await movedFromFormerPath(service, context) : undefined;
  return answerProblem(service, context, moved ?? { kind: "not-found" });
}
