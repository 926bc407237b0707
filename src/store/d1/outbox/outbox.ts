/** A change that readers can see, to be told to whoever follows the feeds it shows in. `feeds` are scope keys; `at` in milliseconds. */
export type OutboxEntry = {
  readonly number: number;
  readonly feeds: readonly string[];
  readonly at: number;
  readonly attempts: number;
};

/** How long an entry belongs to whoever took it on, before it is taken for lost and may be taken again: in milliseconds. */
const LEASE = 60_000;

const FIRST_DELAY = 30_000;
const MAX_DELAY = 6 * 60 * 60 * 1_000;
const AT_ONCE = 20;

/**
 * Takes on the oldest entries that nobody has. One statement both finds and marks them, so that two never take on the same; a lease that runs out
 * makes an entry free again, so that what a crash interrupted is done after all.
 */
export async function claimOutbox(db: D1Database, now: number): Promise<readonly OutboxEntry[]> {
  const { results } = await db
    .prepare(
      `UPDATE outbox SET lease_until = ?1, attempts = attempts + 1
       WHERE number IN (SELECT number FROM outbox WHERE lease_until <= ?2 ORDER BY number LIMIT ${AT_ONCE})
       RETURNING number, feeds, at, attempts`,
    )
    .bind(now + LEASE, now)
    .all<Omit<OutboxEntry, "feeds"> & { readonly feeds: string }>();
  return results.map(({ feeds, ...entry }) => ({ ...entry, feeds: JSON.parse(feeds) }));
}

/** They have been told, all of them. */
export async function completeEntries(db: D1Database, entries: readonly OutboxEntry[]): Promise<void> {
  await db
    .prepare("DELETE FROM outbox WHERE number IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(entries.map(({ number }) => number)))
    .run();
}

/** It could not be told; each try waits twice as long as the one before. */
export async function postponeEntry(db: D1Database, { number, attempts }: OutboxEntry, now: number): Promise<void> {
  const delay = Math.min(FIRST_DELAY * 2 ** (attempts - 1), MAX_DELAY);
  await db
    .prepare("UPDATE outbox SET lease_until = ? WHERE number = ?")
    .bind(now + delay, number)
    .run();
}
