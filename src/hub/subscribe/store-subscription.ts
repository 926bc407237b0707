import { type EndedSubscription, endStatements } from "./end-subscriptions.ts";
import { AS_CLAIMED, type Verification } from "./verification.ts";

type Service = { readonly db: D1Database; readonly now: () => number };

/** The request that this worker claimed, and its topic. */
const CLAIMED = `FROM verifications AS wanted JOIN topics ON topics.name = wanted.topic
  WHERE wanted.number = ?1 AND wanted.lease_until = ?2`;
const FREE_SLOT = "(SELECT slot FROM subscriptions WHERE topic = topics.number AND callback IS NULL LIMIT 1)";

/**
 * Stores the subscription that a subscriber confirmed: a new one, or an existing one with its new lease and secret. The
 * batch also deletes the verification, and every statement requires it. Run again after a crash, or after a newer
 * request arrived, the batch changes nothing. Returns whether it stored the subscription.
 */
export async function storeSubscription({ db, now }: Service, verification: Verification): Promise<boolean> {
  const { number, claimedUntil } = verification;
  const run = (sql: string, ...more: number[]) => db.prepare(sql).bind(number, claimedUntil, ...more);
  const results = await db.batch([
    run(`INSERT INTO topics (name) SELECT topic FROM verifications WHERE ${AS_CLAIMED} ON CONFLICT (name) DO NOTHING`),
    run(
      `UPDATE subscriptions SET protocol = new.protocol, secret = new.secret, lease = ?3 + new.lease_seconds * 1000
       FROM (SELECT topics.number AS topic, wanted.callback, wanted.protocol, wanted.secret, wanted.lease_seconds ${CLAIMED}) AS new
       WHERE subscriptions.callback = new.callback AND subscriptions.topic = new.topic`,
      now(),
    ),
    // The topic is counted first: its slots must include the one that the next statement may add.
    run(
      `UPDATE topics SET subscribers = subscribers + 1, slots = slots + (${FREE_SLOT} IS NULL)
       WHERE number IN (SELECT topics.number ${CLAIMED} AND ${IS_NEW})`,
    ),
    run(
      `INSERT INTO subscriptions (topic, slot, callback, host, protocol, secret, lease, created)
       SELECT topics.number, COALESCE(${FREE_SLOT}, topics.slots), wanted.callback, wanted.host, wanted.protocol, wanted.secret,
         ?3 + wanted.lease_seconds * 1000, ?3
       ${CLAIMED} AND ${IS_NEW}
       ON CONFLICT (topic, slot) DO UPDATE SET callback = excluded.callback, host = excluded.host, protocol = excluded.protocol,
         secret = excluded.secret, lease = excluded.lease, created = excluded.created`,
      now(),
    ),
    run(`DELETE FROM verifications WHERE ${AS_CLAIMED}`),
  ]);
  return results.at(-1)?.meta.changes === 1;
}

const IS_NEW =
  "NOT EXISTS (SELECT 1 FROM subscriptions AS held WHERE held.callback = wanted.callback AND held.topic = topics.number)";

/** Ends a subscription as its subscriber confirmed. If there is none, only the verification is deleted. */
export async function endSubscription(
  { db }: Service,
  { number, claimedUntil, callback, topic }: Verification,
): Promise<void> {
  const held = await db
    .prepare(
      `SELECT topic, slot, callback, lease FROM subscriptions
       WHERE callback = ? AND topic = (SELECT number FROM topics WHERE name = ?)`,
    )
    .bind(callback, topic)
    .first<EndedSubscription>();
  await db.batch([
    ...(held ? endStatements(db, [held]) : []),
    db.prepare(`DELETE FROM verifications WHERE ${AS_CLAIMED}`).bind(number, claimedUntil),
  ]);
}
