import { rows } from "../../store/d1/read/reader.ts";
import type { HubService } from "../service.ts";
import { deliverAll, MAX_DELIVERY_TIME } from "./deliver-all.ts";
import { recordOutcomes, wakeForRetries } from "./outcomes.ts";
import { PAYLOAD_COLUMNS, type PayloadRow, readPayload, type Subscriber } from "./payload.ts";

/** The duration of a claim on retries in milliseconds: longer than one job delivers. */
const CLAIM = 10 * 60_000;
/** Retries that are claimed together. */
const MAX_RETRIES_AT_ONCE = 250;

/**
 * Retries the deliveries that are due. It works on one topic at a time, so that one payload is in memory. A retry
 * always sends the newest revision: if a newer fan-out has begun, its pages reach the subscriber, and leave a retry of
 * their own if they fail.
 */
export async function retryDeliveries(service: HubService): Promise<void> {
  const until = service.now() + MAX_DELIVERY_TIME;
  let hasTried = false;
  while (service.now() < until) {
    const claimed = await claimDue(service.db, service.now());
    if (claimed.length === 0) break;
    hasTried = true;
    await retryClaimed(service, claimed, until);
  }
  // If nothing was claimed, another worker has it. Scheduling a wake-up here would repeat without end.
  if (hasTried) await wakeForRetries(service, await nextDue(service.db));
}

type Claimed = { readonly topic: number; readonly slot: number };

/**
 * Claims the retries of one topic that have been due for longest, by moving their due time to the end of the claim. The
 * query uses the index of due retries, since a topic may have many more retries than are due.
 */
async function claimDue(db: D1Database, now: number): Promise<readonly Claimed[]> {
  const { results } = await db
    .prepare(
      `UPDATE retries SET due = ?2 WHERE (topic, slot) IN (
         SELECT topic, slot FROM retries INDEXED BY retries_by_due WHERE due <= ?1 AND dead IS NULL
           AND topic = (SELECT topic FROM retries WHERE due <= ?1 AND dead IS NULL ORDER BY due LIMIT 1)
         ORDER BY due LIMIT ${MAX_RETRIES_AT_ONCE}
       ) RETURNING topic, slot`,
    )
    .bind(now, now + CLAIM)
    .all<Claimed>();
  return results;
}

async function retryClaimed(service: HubService, claimed: readonly Claimed[], until: number): Promise<void> {
  const { db } = service;
  const [{ topic = 0 } = {}] = claimed;
  const slots = JSON.stringify(claimed.map(({ slot }) => slot));
  const [found, following] = await db.batch([
    db
      .prepare(`SELECT ${PAYLOAD_COLUMNS} FROM topics t JOIN fan_outs f ON f.number = t.fan_out WHERE t.number = ?`)
      .bind(topic),
    db
      .prepare(
        `SELECT s.slot, s.callback, s.host, s.protocol, s.secret, s.lease, r.attempts FROM topics t
         JOIN json_each(?2) j JOIN retries r ON r.topic = t.number AND r.slot = j.value AND r.fan_out = t.fan_out
         JOIN subscriptions s ON s.topic = t.number AND s.slot = j.value AND s.callback IS NOT NULL AND s.lease > ?3
         WHERE t.number = ?1`,
      )
      .bind(topic, slots, service.now()),
  ]);
  const subscribers = rows<Subscriber>(following);
  const [row] = rows<PayloadRow>(found);
  const payload = row && subscribers.length > 0 ? await readPayload(service, row) : undefined;
  const recorded = payload && recordOutcomes(service, payload, await deliverAll(service, payload, subscribers, until));
  const delivered = recorded?.delivered ?? [];
  await db.batch([
    ...(recorded?.statements ?? []),
    ...(payload ? successStatements(db, topic, payload.fanOut, delivered) : []),
    dropObsolete(db, topic, slots, service.now()),
  ]);
  service.log({
    message: "retries",
    level: "info",
    topic: row?.name ?? topic,
    delivered: delivered.length,
    failed: recorded?.failed ?? 0,
  });
}

function successStatements(db: D1Database, topic: number, fanOut: number, delivered: readonly number[]) {
  if (delivered.length === 0) return [];
  return [
    db
      .prepare("DELETE FROM retries WHERE topic = ? AND slot IN (SELECT value FROM json_each(?)) AND fan_out = ?")
      .bind(topic, JSON.stringify(delivered), fanOut),
    db
      .prepare("UPDATE fan_outs SET delivered = delivered + ?2, failed = max(0, failed - ?2) WHERE number = ?1")
      .bind(fanOut, delivered.length),
  ];
}

/** Deletes the retries that a newer fan-out replaces, and those of ended subscriptions. */
function dropObsolete(db: D1Database, topic: number, slots: string, now: number): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM retries WHERE topic = ?1 AND slot IN (SELECT value FROM json_each(?2)) AND (
         fan_out < (SELECT fan_out FROM topics WHERE number = ?1)
         OR NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.topic = ?1 AND s.slot = retries.slot AND s.callback IS NOT NULL AND s.lease > ?3)
       )`,
    )
    .bind(topic, slots, now);
}

async function nextDue(db: D1Database): Promise<number | undefined> {
  const first = await db
    .prepare("SELECT due FROM retries WHERE dead IS NULL ORDER BY due LIMIT 1")
    .first<{ due: number }>();
  return first?.due;
}
