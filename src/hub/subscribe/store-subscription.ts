import { type EndedSubscription, endStatements } from "./end-subscriptions.ts";
import { AS_CLAIMED, type Verification } from "./verification.ts";

type Service = { readonly db: D1Database; readonly now: () => number };

/** The request that this worker claimed, and one of its topics. */
const CLAIMED = `FROM verifications AS wanted JOIN topics ON topics.name = ?3
  WHERE wanted.number = ?1 AND wanted.lease_until = ?2`;
const FREE_SLOT = "(SELECT slot FROM subscriptions WHERE topic = topics.number AND callback IS NULL LIMIT 1)";

/**
 * Stores the subscription that a subscriber confirmed: a new one, or an existing one with its new lease and secret. The
 * batch also deletes the verification, and every statement requires it. Run again after a crash, or after a newer
 * request arrived, the batch changes nothing. Returns whether it stored the subscription.
 *
 * @param topics the names of the topics that are confirmed
 */
export async function storeSubscription(
  { db, now }: Service,
  { number, claimedUntil }: Verification,
  topics: readonly string[],
): Promise<boolean> {
  const results = await db.batch([
    ...topics.flatMap((topic) =>
      topicStatements(topic, now(), (sql, ...more) => db.prepare(sql).bind(number, claimedUntil, ...more)),
    ),
    db.prepare(`DELETE FROM verifications WHERE ${AS_CLAIMED}`).bind(number, claimedUntil),
  ]);
  return results.at(-1)?.meta.changes === 1;
}

type RunClaimed = (sql: string, ...more: readonly (string | number)[]) => D1PreparedStatement;

function topicStatements(topic: string, now: number, runClaimed: RunClaimed): readonly D1PreparedStatement[] {
  const run = (sql: string, ...more: number[]) => runClaimed(sql, topic, ...more);
  return [
    run(`INSERT INTO topics (name) SELECT ?3 FROM verifications WHERE ${AS_CLAIMED} ON CONFLICT (name) DO NOTHING`),
    run(
      `UPDATE subscriptions SET protocol = new.protocol, secret = new.secret, lease = ?4 + new.lease_seconds * 1000
       FROM (SELECT topics.number AS topic, wanted.callback, wanted.protocol, wanted.secret, wanted.lease_seconds ${CLAIMED}) AS new
       WHERE subscriptions.callback = new.callback AND subscriptions.topic = new.topic`,
      now,
    ),
    // The topic is counted first: its slots must include the one that the next statement may add.
    run(
      `UPDATE topics SET subscribers = subscribers + 1, slots = slots + (${FREE_SLOT} IS NULL)
       WHERE number IN (SELECT topics.number ${CLAIMED} AND ${IS_NEW})`,
    ),
    run(
      `INSERT INTO subscriptions (topic, slot, callback, host, protocol, secret, lease, created)
       SELECT topics.number, COALESCE(${FREE_SLOT}, topics.slots), wanted.callback, wanted.host, wanted.protocol, wanted.secret,
         ?4 + wanted.lease_seconds * 1000, ?4
       ${CLAIMED} AND ${IS_NEW}
       ON CONFLICT (topic, slot) DO UPDATE SET callback = excluded.callback, host = excluded.host, protocol = excluded.protocol,
         secret = excluded.secret, lease = excluded.lease, created = excluded.created`,
      now,
    ),
  ];
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
