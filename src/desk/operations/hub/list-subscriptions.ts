import { quoted } from "../../../compile/content-fault.ts";
import { PLACE, readSubscriptions } from "../../../hub/subscribe/read-subscriptions.ts";
import { err, ok } from "../../../syntax/result.ts";
import { sendJson } from "../../answer.ts";
import type { Fault } from "../../fault.ts";
import type { GuardedOperation } from "../../operation.ts";
import { SUBSCRIPTIONS_PATH } from "../../paths.ts";
import { badRequest } from "../../problems.ts";
import { nextPage, pageLimit, readQuery } from "../../reading/read-query.ts";
import { subscriptionAnswer } from "./hub-answers.ts";

export const LIST_SUBSCRIPTIONS: GuardedOperation = {
  kind: "api",
  id: "listSubscriptions",
  method: "GET",
  path: SUBSCRIPTIONS_PATH,
  access: ["read"],
  summary: "List subscriptions",
  description: "By topic. Only the host of a callback is shown.",
  tag: "Hub",
  parameters: ["limit", "after"],
  responses: {
    200: {
      description: "A page of the list.",
      content: { "application/json": "SubscriptionList" },
      headers: ["Link"],
    },
  },
  problems: ["bad-request"],
  async handler(service, call) {
    const faults: Fault[] = [];
    const { after, limit } = readQuery(call.url.searchParams, ["limit", "after"], faults);
    const max = pageLimit(limit, faults);
    if (after !== undefined && !PLACE.test(after))
      faults.push({ parameter: "after", found: quoted(after), expected: "the value in `next` of the previous page" });
    if (faults.length > 0) return err(badRequest(...faults));
    const { items, next } = await readSubscriptions(service.db, call.origin, { after, max });
    const following = nextPage(call, next);
    return ok(sendJson({ subscriptions: items.map(subscriptionAnswer), ...following.member }, following.headers));
  },
};
