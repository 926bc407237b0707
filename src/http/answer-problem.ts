import { sendProblem } from "./problem-response.ts";
import type { Problem } from "./problems.ts";
import type { HttpContext, Service } from "./service.ts";

/** The answer to a request that does not get what it asked for, under the publication's name. */
export async function answerProblem(service: Service, context: HttpContext, problem: Problem): Promise<Response> {
  const { store } = service.siteFor(context.req.raw.url);
  return sendProblem(context.req.raw, context.req.path, problem, await store.publication());
}
