/** A subscription as it was read. One that was renewed meanwhile has another lease, and is not meant. */
export type EndedSubscription = {
  readonly topic: number;
  readonly slot: number;
  readonly callback: string;
  readonly lease: number;
};

/**
 * Frees the slots of subscriptions that are over. What waited to be sent to them goes with them: the slot's next owner has no use for it. In
 * one batch, in this order: each statement looks for the subscriptions as they were.
 */
export function endStatements(db: D1Database, ended: readonly EndedSubscription[]): D1PreparedStatement[] {
  const list = JSON.stringify(ended.map(({ topic, slot, callback, lease }) => [topic, slot, callback, lease]));
  const those = `SELECT held.topic, held.slot FROM json_each(?1) AS over JOIN subscriptions AS held
    ON held.topic = over.value ->> 0 AND held.slot = over.value ->> 1
    AND held.callback = over.value ->> 2 AND held.lease = over.value ->> 3`;
  return [
    `UPDATE topics SET subscribers = subscribers - gone.number_of
     FROM (SELECT topic, COUNT(*) AS number_of FROM (${those}) GROUP BY topic) AS gone WHERE gone.topic = topics.number`,
    `DELETE FROM retries WHERE (topic, slot) IN (${those})`,
    `UPDATE subscriptions SET callback = NULL, host = NULL, secret = NULL WHERE (topic, slot) IN (${those})`,
  ].map((sql) => db.prepare(sql).bind(list));
}
