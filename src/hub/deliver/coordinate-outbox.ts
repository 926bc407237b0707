import { scopeOfKey } from "../../model/scope.ts";
import { claimOutbox, completeEntries, type OutboxEntry, postponeEntry } from "../../store/d1/outbox/outbox.ts";
import type { HubService } from "../service.ts";
import { TOPIC_FORMS, topicName, topicOfName } from "../topic.ts";
import { startFanOut } from "./start-fan-out.ts";

/** Entries that are handled together. One fan-out covers them all, since it sends the newest revision. */
const MAX_ENTRIES = 500;

/** How often a topic is read again because another coordinator was faster. */
const MAX_ATTEMPTS = 5;

/**
 * Starts a fan-out for every topic that the entries of the outbox have changed. An entry is completed only when its
 * fan-outs are in the database and their pages in the queue. If something fails before, the entry is claimed again, and
 * a fan-out that was already started is recognised by its state.
 */
export async function coordinateOutbox(service: HubService): Promise<void> {
  for (;;) {
    const entries = await claimAll(service);
    if (entries.length === 0) return;
    const faults = await startAll(service, entries);
    if (faults.length === 0) await completeEntries(service.db, entries);
    for (const fault of faults) service.log({ message: "fan-out not started", level: "error", fault });
    if (faults.length > 0) for (const entry of entries) await postponeEntry(service.db, entry, service.now());
    // Entries that arrived meanwhile have a message of their own in the queue.
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

/** Returns what went wrong. A fault of one topic does not stop the others. */
async function startAll(service: HubService, entries: readonly OutboxEntry[]): Promise<readonly string[]> {
  const feeds = new Set(entries.flatMap((entry) => entry.feeds));
  const names = [...feeds].flatMap((key) => TOPIC_FORMS.map((form) => topicName({ scope: scopeOfKey(key), form })));
  const faults: string[] = [];
  for (const topic of await readWithSubscribers(service.db, names)) {
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

/** Reads those of the named topics that have subscribers. */
async function readWithSubscribers(db: D1Database, names: readonly string[]): Promise<readonly TopicRow[]> {
  const { results } = await db
    .prepare(
      `SELECT t.number, t.name, t.fan_out, t.state FROM json_each(?) j JOIN topics t ON t.name = j.value
       WHERE t.subscribers > 0 ORDER BY t.number`,
    )
    .bind(JSON.stringify(names))
    .all<TopicRow>();
  return results;
}

/** Reads the topic before it is rendered, so that an older state cannot replace a newer one. */
async function fanOut(service: HubService, first: TopicRow): Promise<void> {
  let topic: TopicRow | undefined = first;
  for (let attempts = 0; topic && attempts < MAX_ATTEMPTS; attempts += 1) {
    const rendered = await service.render(topicOfName(topic.name));
    if (!rendered || rendered.state === topic.state) return;
    const jobs = await startFanOut(service, topic, rendered);
    if (jobs) return service.send(jobs);
    [topic] = await readWithSubscribers(service.db, [topic.name]);
  }
  if (topic) throw new Error(`another coordinator was faster ${MAX_ATTEMPTS} times`);
}
