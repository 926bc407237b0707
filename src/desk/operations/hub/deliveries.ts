import { quoted } from "../../../compile/content-fault.ts";
import { readDeliveries } from "../../../hub/deliver/read-deliveries.ts";
import { replayDead } from "../../../hub/deliver/replay-dead.ts";
import { findTopic } from "../../../hub/find-topic.ts";
import { topicName } from "../../../hub/topic.ts";
import { sendJson } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import { badRequest, type DeskProblem, type Fault } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { readQuery } from "../../reading/read-query.ts";
import { deliveriesAnswer } from "./hub-answers.ts";

/** What is on its way, what failed and what was given up. */
export async function getDeliveries({ database }: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { faults } = readQuery(call.url.searchParams, []);
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  return sendJson(deliveriesAnswer(await readDeliveries(database, call.origin, call.now)));
}

/** Tries dead letters again. Asked for twice, the second finds none, so that it needs no key. */
export async function replayDeliveries(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { values, faults } = readQuery(call.url.searchParams, ["topic", "all"]);
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  const wanted = whichOf(values, call.origin);
  if ("expected" in wanted) return badRequest(wanted);
  const { database: db, now, sendToHub: send } = service;
  return sendJson({ replayed: await replayDead({ db, now, send }, wanted) });
}

function whichOf(
  { topic, all }: { readonly topic?: string; readonly all?: string },
  origin: string,
): { readonly topic: string } | { readonly all: true } | Fault {
  if (topic === undefined && all === "true") return { all: true };
  if (topic === undefined || all !== undefined)
    return { parameter: "topic", expected: "either the address of a feed, or all=true" };
  const found = findTopic(topic, origin);
  return found
    ? { topic: topicName(found) }
    : { parameter: "topic", found: quoted(topic), expected: `the address of a feed, such as ${origin}/rss.xml` };
}
