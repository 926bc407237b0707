import { scopeOfKey } from "../../model/scope.ts";
import { claimOutbox, completeEntries, type OutboxEntry, postponeEntry } from "../../store/d1/outbox/outbox.ts";
import type { HubService } from "../hub-service.ts";
import { sendJobs } from "../send-jobs.ts";
import { TOPIC_FORMS, topicName, topicOfName } from "../topic.ts";
import { startFanOut } from "./start-fan-out.ts";

/** So many changes are told as one: a reader that is sent the newest revision has them all. */
const MAX_ENTRIES = 500;

/** How often a topic is read again because another coordinator was faster. */
const TRIES = 5;

/**
 * Begins a fan-out for every topic that what stands in the outbox has changed. An entry is done with only when its fan-outs are in the
 * database and their pages in the queue: whatever fails before, it is taken on again, and finds that what was begun is what is to be sent.
 */
export async function coordinateOutbox(service: HubService): Promise<void> {
  for (;;) {
    const entries = await claimAll(service);
    if (entries.length === 0) return;
    const faults = await tell(service, entries);
    if (faults.length === 0) await completeEntries(service.db, entries);
    for (const fault of faults) service.log({ message: "not announced", level: "error", fault });
    if (faults.length > 0) for (const entry of entries) await postponeEntry(service.db, entry, service.now());
    // What came in meanwhile has a wake-up of its own.
    if (entries.length < MAX_ENTRIES) return;
  }
}

async function claimAll({ db, now }: HubService): Promise<readonly OutboxEntry[]> {
  const entries: OutboxEntry[] = [];
  while (entries.length < MAX_ENTRIES) {
    const claimed = await claimOutbox(db, now());
    if (claimed.length === 0) break;
    entries.push(...claimed);
  }
  return entries;
}

/** What went wrong; one topic's fault keeps no other from being sent. */
async function tell(service: HubService, entries: readonly OutboxEntry[]): Promise<readonly string[]> {
  const feeds = new Set(entries.flatMap((entry) => entry.feeds));
  const names = [...feeds].flatMap((key) => TOPIC_FORMS.map((form) => topicName({ scope: scopeOfKey(key), form })));
  const faults: string[] = [];
  for (const topic of await readFollowed(service.db, names)) {
    try {
      await fanOut(service, topic);
    } catch (error) {
      faults.push(`${topic.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return faults;
}

type TopicRow = {
  readonly number: number;
  readonly name: string;
  readonly fan_out: number;
  readonly state: string;
};

/** Those of the topics that someone follows. */
async function readFollowed(db: D1Database, names: readonly string[]): Promise<readonly TopicRow[]> {
  const { results } = await db
    .prepare(
      `SELECT t.number, t.name, t.fan_out, t.state FROM json_each(?) j JOIN topics t ON t.name = j.value
       WHERE t.subscribers > 0 ORDER BY t.number`,
    )
    .bind(JSON.stringify(names))
    .all<TopicRow>();
  return results;
}

/** The topic is read before it is rendered, so that no older state can take the place of a newer one. */
async function fanOut(service: HubService, first: TopicRow): Promise<void> {
  let topic: TopicRow | undefined = first;
  for (let tries = 0; topic && tries < TRIES; tries += 1) {
    const rendered = await service.render(topicOfName(topic.name));
    if (!rendered || rendered.state === topic.state) return;
    const jobs = await startFanOut(service, topic, rendered);
    if (jobs) return sendJobs(service, jobs);
    [topic] = await readFollowed(service.db, [topic.name]);
  }
  if (topic) throw new Error("others began fan-outs all the time");
}
