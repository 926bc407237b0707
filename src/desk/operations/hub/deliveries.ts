import { quoted } from "../../../compile/content-fault.ts";
import { readDeliveries } from "../../../hub/deliver/read-deliveries.ts";
import { type Replay, replayDead } from "../../../hub/deliver/replay-dead.ts";
import { findTopic, topicName } from "../../../hub/topic.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { sendJson } from "../../answer.ts";
import type { Fault } from "../../fault.ts";
import type { GuardedOperation } from "../../operation.ts";
import { DELIVERIES_PATH, REPLAY_PATH } from "../../paths.ts";
import { badRequest } from "../../problems.ts";
import { readQuery } from "../../reading/read-query.ts";
import { deliveriesAnswer } from "./hub-answers.ts";

export const GET_DELIVERIES: GuardedOperation = {
  kind: "api",
  id: "getDeliveries",
  method: "GET",
  path: DELIVERIES_PATH,
  access: ["read"],
  summary: "Count deliveries that are under way, that failed and that were given up",
  tag: "Hub",
  responses: { 200: { description: "The figures.", content: { "application/json": "Deliveries" } } },
  problems: ["bad-request"],
  async handler({ db }, { url, origin, now }) {
    const faults: Fault[] = [];
    readQuery(url.searchParams, [], faults);
    if (faults.length > 0) return err(badRequest(...faults));
    return ok(sendJson(deliveriesAnswer(await readDeliveries(db, origin, now))));
  },
};

/** Needs no idempotency key: a second request finds no dead letters. */
export const REPLAY_DELIVERIES: GuardedOperation = {
  kind: "api",
  id: "replayDeliveries",
  method: "POST",
  path: REPLAY_PATH,
  access: ["publish"],
  summary: "Retry dead letters",
  description:
    "Those of one feed, or all. Each is due at once, and gets as many attempts as a new delivery. If the request is sent twice, the second finds none.",
  tag: "Hub",
  parameters: ["topic", "all", "csrfToken"],
  responses: { 200: { description: "The number of dead letters.", content: { "application/json": "Replayed" } } },
  problems: ["bad-request", "forged"],
  async handler({ db, now, sendToHub: send }, { url, origin }) {
    const faults: Fault[] = [];
    const query = readQuery(url.searchParams, ["topic", "all"], faults);
    if (faults.length > 0) return err(badRequest(...faults));
    const wanted = readReplay(query, origin);
    if (!wanted.ok) return err(badRequest(wanted.error));
    return ok(sendJson({ replayed: await replayDead({ db, now, send }, wanted.value) }));
  },
};

function readReplay(
  { topic, all }: { readonly topic?: string; readonly all?: string },
  origin: string,
): Result<Replay, Fault> {
  if (topic === undefined && all === "true") return ok({ all: true });
  if (topic === undefined || all !== undefined)
    return err({ parameter: "topic", expected: "either the address of a feed, or all=true" });
  const found = findTopic(topic, origin);
  if (found) return ok({ topic: topicName(found) });
  const expected = `the address of a feed, such as ${origin}/rss.xml`;
  return err({ parameter: "topic", found: quoted(topic), expected });
}
