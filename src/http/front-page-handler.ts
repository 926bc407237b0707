import { answerFeedPage, type FeedTarget } from "./feed-handler.ts";
import { movedFromFormerPath } from "./former-address.ts";
import { answerProblem } from "./problems.ts";
import { SELECTION_PARAMETERS } from "./read-selection.ts";
import type { HttpContext, Service } from "./service.ts";

/** The page of everything. Other systems number their articles in the query of this path (`/?p=123`), so one that is not ours is looked up. */
export async function answerFrontPage(service: Service, context: HttpContext, target: FeedTarget): Promise<Response> {
  const moved = hasOtherParameters(context.req.raw) ? await movedFromFormerPath(service, context) : undefined;
  return moved ? answerProblem(service, context, moved) : answerFeedPage(service, context, target);
}

function hasOtherParameters({ url }: Request): boolean {
  if (!url.includes("?")) return false;
  return [...new URL(url).searchParams.keys()].some((name) => !SELECTION_PARAMETERS.has(name));
}
