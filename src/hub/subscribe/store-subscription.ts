import { type EndedSubscription, endStatements } from "./end-subscriptions.ts";
import { AS_CLAIMED, type Verification } from "./verification.ts";

type Setting = { readonly db: D1Database; readonly now: () => number };

/** The claimed request and its topic. */
const CLAIMED = `FROM verifications AS wanted JOIN topics ON topics.name = wanted.topic
  WHERE wanted.number = ?1 AND wanted.lease_until = ?2`;
const FREE_SLOT = "(SELECT slot FROM subscriptions WHERE topic = topics.number AND callback IS NULL LIMIT 1)";

/**
 * Makes the subscription that was confirmed: a new one, or what was there with its new lease and secret. All in one batch with the end of the
 * verification, which is all that each statement goes by: run again after a crash, or once a newer request has come, it does nothing. `false`
 * where it did nothing.
 */
export async function keepSubscription({ db, now }: Setting, verification: Verification): Promise<boolean> {
  const { number, lease_until } = verification;
  const run = (sql: string, ...more: number[]) => db.prepare(sql).bind(number, lease_until, ...more);
  const results = await db.batch([
    run(`INSERT INTO topics (name) SELECT topic FROM verifications WHERE ${AS_CLAIMED} ON CONFLICT (name) DO NOTHING`),
    run(
      `UPDATE subscriptions SET protocol = new.protocol, secret = new.secret, lease = ?3 + new.lease_seconds * 1000
       FROM (SELECT topics.number AS topic, wanted.callback, wanted.protocol, wanted.secret, wanted.lease_seconds ${CLAIMED}) AS new
       WHERE subscriptions.callback = new.callback AND subscriptions.topic = new.topic`,
      now(),
    ),
    // Room is made before it is taken, so that the count is of what will be there.
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

/** Ends the subscription as was confirmed; where there is none, there is nothing to end. */
export async function dropSubscription(
  { db }: Setting,
  { number, lease_until, callback, topic }: Verification,
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
    db.prepare(`DELETE FROM verifications WHERE ${AS_CLAIMED}`).bind(number, lease_until),
  ]);
}
