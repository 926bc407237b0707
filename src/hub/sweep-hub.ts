import type { HubService } from "./hub-service.ts";
import { type EndedSubscription, endStatements } from "./subscribe/end-subscriptions.ts";

/** In milliseconds: a subscriber that has not confirmed by then waits for nothing any more. */
const MAX_PENDING = 60 * 60 * 1_000;
const AT_ONCE = 500;

/** What the cron does for the hub: ends what is over, and takes on again what was left lying, by a crash or by a queue that forgot. */
export async function sweepHub(service: HubService): Promise<void> {
  const { db, now, log } = service;
  const given = await db
    .prepare("DELETE FROM verifications WHERE created <= ?")
    .bind(now() - MAX_PENDING)
    .run();
  const ended = await endLapsed(service);
  const waiting = await db
    .prepare(`SELECT number FROM verifications WHERE lease_until <= ? ORDER BY number LIMIT ${AT_ONCE}`)
    .bind(now())
    .all<{ number: number }>();
  if (waiting.results.length > 0)
    await service.send(waiting.results.map(({ number }) => ({ kind: "verify", verification: number })));
  const resent = waiting.results.length;
  if (ended + resent + given.meta.changes > 0)
    log({ message: "hub swept", level: "info", lapsed: ended, resent, dropped: given.meta.changes });
}

/** A lease that is over ends its subscription (WebSub section 5.1: "hubs MUST enforce lease expirations"). */
async function endLapsed({ db, now }: HubService): Promise<number> {
  for (let ended = 0; ; ) {
    const { results } = await db
      .prepare(
        `SELECT topic, slot, callback, lease FROM subscriptions
         WHERE callback IS NOT NULL AND lease <= ? ORDER BY lease LIMIT ${AT_ONCE}`,
      )
      .bind(now())
      .all<EndedSubscription>();
    if (results.length > 0) await db.batch(endStatements(db, results));
    ended += results.length;
    if (results.length < AT_ONCE) return ended;
  }
}
