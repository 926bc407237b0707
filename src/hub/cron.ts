/** The hub's part of the cron, which runs each minute: it resumes work that got lost, and deletes what has expired. */
import { coordinateOutbox } from "./deliver/coordinate-outbox.ts";
import { snapshotFolder } from "./deliver/payload.ts";
import { PAGE_CLAIM } from "./deliver/start-fan-out.ts";
import type { HubService } from "./service.ts";
import { type EndedSubscription, endStatements } from "./subscribe/end-subscriptions.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pages that one run sends to the queue again. The next run takes the others. */
const MAX_PAGES = 1_000;
/** Rows that one statement of `sweepHub` reads. */
const MAX_ROWS = 500;
/** How long the hub waits for a subscriber to confirm a request, in milliseconds. */
const MAX_PENDING_TIME = HOUR;
/** How long a fan-out is stored after a newer one has replaced it, in milliseconds. */
const FAN_OUT_RETENTION = 24 * HOUR;
const MAX_FAN_OUTS = 500;

/**
 * Resumes the work for which the queue lost a message or a worker died. The database alone says what is left to do, so
 * such a failure delays a delivery and loses none.
 */
export async function redriveHub(service: HubService): Promise<void> {
  await coordinateOutbox(service);
  await redrivePages(service);
  await redriveRetries(service);
  // Old fan-outs only take up space, so once an hour is enough.
  if (Math.floor(service.now() / MINUTE) % 60 === 0) await sweepFanOuts(service);
}

async function redrivePages(service: HubService): Promise<void> {
  const { db, now, log, send } = service;
  const { results } = await db
    .prepare(
      `UPDATE fan_out_pages SET lease_until = ?1 WHERE (fan_out, page) IN (
         SELECT fan_out, page FROM fan_out_pages WHERE lease_until <= ?2 LIMIT ${MAX_PAGES}
       ) RETURNING fan_out AS fanOut, page`,
    )
    .bind(now() + PAGE_CLAIM, now())
    .all<{ fanOut: number; page: number }>();
  if (results.length === 0) return;
  log({ message: "pages sent to the queue again", level: "warn", pages: results.length });
  await send(results.map(({ fanOut, page }) => ({ kind: "page", fanOut, page })));
}

async function redriveRetries({ db, now, send }: HubService): Promise<void> {
  const due = await db.prepare("SELECT 1 FROM retries WHERE dead IS NULL AND due <= ? LIMIT 1").bind(now()).first();
  if (due) await send([{ kind: "retry" }]);
}

/**
 * Deletes fan-outs that were replaced more than a day ago, their snapshots, and the dead letters of ended
 * subscriptions. The newest fan-out of a topic stays: retries and dead letters send it, and the number of the next one
 * must be higher.
 */
async function sweepFanOuts(service: HubService): Promise<void> {
  const { db } = service;
  const before = service.now() - FAN_OUT_RETENTION;
  const [, deleted] = await db.batch<{ topic: number }>([
    db
      .prepare(
        `DELETE FROM retries WHERE dead IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM subscriptions s WHERE s.topic = retries.topic AND s.slot = retries.slot AND s.callback IS NOT NULL AND s.lease > ?
         )`,
      )
      .bind(service.now()),
    db
      .prepare(
        `DELETE FROM fan_outs WHERE number IN (
           SELECT f.number FROM fan_outs f JOIN topics t ON t.number = f.topic
           WHERE f.created < ? AND f.finished IS NOT NULL AND f.number < t.fan_out
           ORDER BY f.number LIMIT ${MAX_FAN_OUTS}
         ) RETURNING topic`,
      )
      .bind(before),
  ]);
  const topics = new Set(deleted?.results.map(({ topic }) => topic));
  for (const topic of topics) await sweepSnapshots(service, topic, before);
  if (topics.size > 0)
    service.log({ message: "old fan-outs deleted", level: "info", fanOuts: deleted?.results.length });
}

/**
 * Deletes the snapshots of a topic that no fan-out names, because it was deleted or was never written. A newer snapshot
 * stays: its fan-out may be about to be written.
 */
async function sweepSnapshots({ db, snapshots }: HubService, topic: number, before: number): Promise<void> {
  const { objects } = await snapshots.list({ prefix: snapshotFolder(topic) });
  const old = objects.filter(({ uploaded }) => uploaded.getTime() < before).map(({ key }) => key);
  if (old.length === 0) return;
  const { results } = await db
    .prepare("SELECT snapshot FROM fan_outs WHERE topic = ?")
    .bind(topic)
    .all<{ snapshot: string }>();
  const named = new Set(results.map(({ snapshot }) => snapshot));
  const unused = old.filter((key) => !named.has(key));
  if (unused.length > 0) await snapshots.delete(unused);
}

/**
 * Drops requests that no subscriber confirmed in time, ends subscriptions whose lease has passed, and resumes
 * verifications.
 */
export async function sweepHub(service: HubService): Promise<void> {
  const { db, now, log } = service;
  const dropped = await db
    .prepare("DELETE FROM verifications WHERE created <= ?")
    .bind(now() - MAX_PENDING_TIME)
    .run();
  const lapsed = await endLapsed(service);
  const { results: waiting } = await db
    .prepare(`SELECT number FROM verifications WHERE lease_until <= ? ORDER BY lease_until LIMIT ${MAX_ROWS}`)
    .bind(now())
    .all<{ number: number }>();
  if (waiting.length > 0) await service.send(waiting.map(({ number }) => ({ kind: "verify", verification: number })));
  if (lapsed + waiting.length + dropped.meta.changes > 0)
    log({ message: "hub swept", level: "info", lapsed, resent: waiting.length, dropped: dropped.meta.changes });
}

/** Ends subscriptions whose lease has passed (WebSub section 5.1: "hubs MUST enforce lease expirations"). */
async function endLapsed({ db, now }: HubService): Promise<number> {
  for (let ended = 0; ; ) {
    const { results } = await db
      .prepare(
        `SELECT topic, slot, callback, lease FROM subscriptions
         WHERE callback IS NOT NULL AND lease <= ? ORDER BY lease LIMIT ${MAX_ROWS}`,
      )
      .bind(now())
      .all<EndedSubscription>();
    if (results.length > 0) await db.batch(endStatements(db, results));
    ended += results.length;
    if (results.length < MAX_ROWS) return ended;
  }
}
