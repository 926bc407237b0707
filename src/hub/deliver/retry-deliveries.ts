import { rows } from "../../store/d1/read/reader.ts";
import type { HubService } from "../hub-service.ts";
import { deliverAll, TIME_TO_DELIVER } from "./deliver-all.ts";
import type { Subscriber } from "./delivery.ts";
import { openParcel, PARCEL_COLUMNS, type ParcelRow } from "./open-payload.ts";
import { recordOutcomes } from "./record-outcomes.ts";
import { wakeForRetries } from "./wake-for-retries.ts";

/** How long whoever takes retries on has for them: longer than it works. */
const LEASE = 10 * 60_000;
const AT_ONCE = 250;

/**
 * Tries again what is due, topic by topic, so that one body is in memory at a time. A try sends the newest revision and no other: where a
 * newer fan-out has begun, its pages are what reaches the subscriber, and when they are done they leave a row of their own or none.
 */
export async function retryDeliveries(service: HubService): Promise<void> {
  const until = service.now() + TIME_TO_DELIVER;
  let hasTried = false;
  while (service.now() < until) {
    const claimed = await claimDue(service.db, service.now());
    if (claimed.length === 0) break;
    hasTried = true;
    await retryClaimed(service, claimed, until);
  }
  // Whoever found nothing leaves it to who was faster, or each wake-up would go on for good.
  if (hasTried) await wakeForRetries(service, await nextDue(service.db));
}

type Claimed = { readonly topic: number; readonly slot: number };

/** Takes on what has been due for longest, of one topic. By the index of what is due: all that waits of a topic may be many times as much. */
async function claimDue(db: D1Database, now: number): Promise<readonly Claimed[]> {
  const { results } = await db
    .prepare(
      `UPDATE retries SET due = ?2 WHERE (topic, slot) IN (
         SELECT topic, slot FROM retries INDEXED BY retries_by_due WHERE due <= ?1 AND dead IS NULL
           AND topic = (SELECT topic FROM retries WHERE due <= ?1 AND dead IS NULL ORDER BY due LIMIT 1)
         ORDER BY due LIMIT ${AT_ONCE}
       ) RETURNING topic, slot`,
    )
    .bind(now, now + LEASE)
    .all<Claimed>();
  return results;
}

async function retryClaimed(service: HubService, claimed: readonly Claimed[], until: number): Promise<void> {
  const { db } = service;
  const [{ topic = 0 } = {}] = claimed;
  const slots = JSON.stringify(claimed.map(({ slot }) => slot));
  const [found, following] = await db.batch([
    db
      .prepare(`SELECT ${PARCEL_COLUMNS} FROM topics t JOIN fan_outs f ON f.number = t.fan_out WHERE t.number = ?`)
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
  const [row] = rows<ParcelRow>(found);
  const parcel = row && subscribers.length > 0 ? await openParcel(service, row) : undefined;
  const delivered = parcel ? await deliverAll(service, parcel, subscribers, until) : [];
  const settled = parcel && recordOutcomes(service, parcel, delivered);
  const taken = settled?.taken ?? [];
  await db.batch([
    ...(settled?.statements ?? []),
    ...(parcel ? success(db, topic, parcel.fanOut, taken) : []),
    dropNeedless(db, topic, slots, service.now()),
  ]);
  service.log({
    message: "retries",
    level: "info",
    topic: row?.name ?? topic,
    delivered: taken.length,
    failed: settled?.kept ?? 0,
  });
}

function success(db: D1Database, topic: number, fanOut: number, taken: readonly number[]) {
  if (taken.length === 0) return [];
  return [
    db
      .prepare("DELETE FROM retries WHERE topic = ? AND slot IN (SELECT value FROM json_each(?)) AND fan_out = ?")
      .bind(topic, JSON.stringify(taken), fanOut),
    db
      .prepare("UPDATE fan_outs SET delivered = delivered + ?2, failed = max(0, failed - ?2) WHERE number = ?1")
      .bind(fanOut, taken.length),
  ];
}

/** Those whom a newer fan-out reaches, and those who are gone. */
function dropNeedless(db: D1Database, topic: number, slots: string, now: number): D1PreparedStatement {
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
