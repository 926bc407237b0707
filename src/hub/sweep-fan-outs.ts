import { snapshotFolder } from "./deliver/snapshot.ts";
import type { HubService } from "./hub-service.ts";

const KEPT = 24 * 60 * 60 * 1_000;
const MOST = 500;

/**
 * Clears away fan-outs of more than a day ago that newer ones have taken the place of, their snapshots, and dead letters of those who are
 * gone. The newest of a topic stays, since retries and dead letters send it, and its number keeps the next one higher.
 */
export async function sweepFanOuts(service: HubService): Promise<void> {
  const { db } = service;
  const before = service.now() - KEPT;
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
           ORDER BY f.number LIMIT ${MOST}
         ) RETURNING topic`,
      )
      .bind(before),
  ]);
  const topics = new Set(deleted?.results.map(({ topic }) => topic));
  for (const topic of topics) await sweepSnapshots(service, topic, before);
  if (topics.size > 0)
    service.log({ message: "fan-outs cleared away", level: "info", fanOuts: deleted?.results.length });
}

/**
 * What lies in a topic's folder and no fan-out names: of those that are gone, and of some that never came to be. A fresh one may be about to
 * be named.
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
  const needless = old.filter((key) => !named.has(key));
  if (needless.length > 0) await snapshots.delete(needless);
}
