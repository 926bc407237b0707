/** A subscription as it was read. `lease` identifies its state: a renewal changes the lease, so it is not ended. */
export type EndedSubscription = {
  readonly topic: number;
  readonly slot: number;
  readonly callback: string;
  readonly lease: number;
};

/**
 * Returns the statements that free the slots of ended subscriptions and delete their pending retries, which must not
 * reach the next owner of a slot. Run them in one batch and in this order: each finds the subscriptions as they were
 * before it.
 */
export function endStatements(db: D1Database, ended: readonly EndedSubscription[]): D1PreparedStatement[] {
  const list = JSON.stringify(ended.map(({ topic, slot, callback, lease }) => [topic, slot, callback, lease]));
  const matching = `SELECT held.topic, held.slot FROM json_each(?1) AS over JOIN subscriptions AS held
    ON held.topic = over.value ->> 0 AND held.slot = over.value ->> 1
    AND held.callback = over.value ->> 2 AND held.lease = over.value ->> 3`;
  return [
    `UPDATE topics SET subscribers = subscribers - gone.number_of
     FROM (SELECT topic, COUNT(*) AS number_of FROM (${matching}) GROUP BY topic) AS gone WHERE gone.topic = topics.number`,
    `DELETE FROM retries WHERE (topic, slot) IN (${matching})`,
    `UPDATE subscriptions SET callback = NULL, host = NULL, secret = NULL WHERE (topic, slot) IN (${matching})`,
  ].map((sql) => db.prepare(sql).bind(list));
}
