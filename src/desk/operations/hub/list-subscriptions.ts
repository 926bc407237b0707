import { quoted } from "../../../compile/content-fault.ts";
import { PLACE, readSubscriptions } from "../../../hub/subscribe/read-subscriptions.ts";
import { sendJson } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskProblem } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { nextPage, PAGE_LIMITS } from "../../reading/next-page.ts";
import { readQuery, wholeNumber } from "../../reading/read-query.ts";
import { subscriptionAnswer } from "./hub-answers.ts";

/** Who follows what, topic by topic. */
export async function listSubscriptions(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { values, faults: mistakes } = readQuery(call.url.searchParams, ["limit", "after"]);
  const faults = [...mistakes];
  const most = wholeNumber("limit", values.limit, { least: 1, most: PAGE_LIMITS.most }, faults) ?? PAGE_LIMITS.usual;
  const { after } = values;
  if (after !== undefined && !PLACE.test(after))
    faults.push({ parameter: "after", found: quoted(after), expected: "what `next` of the page before has" });
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  const { items, next } = await readSubscriptions(service.database, call.origin, { after, most });
  const following = nextPage(call, next);
  return sendJson({ subscriptions: items.map(subscriptionAnswer), ...following.member }, following.headers);
}
