/**
 * A visible change that the hub has to announce to the followers of the feeds that show it. `feeds` are scope keys;
 * `at` is in milliseconds since the epoch.
 */
export type OutboxEntry = {
  readonly number: number;
  readonly feeds: readonly string[];
  readonly at: number;
  readonly attempts: number;
};

/**
 * How long a claim on an entry lasts, in milliseconds. After that another coordinator may claim the entry. The column
 * is `lease_until`.
 */
const CLAIM = 60_000;

const FIRST_DELAY = 30_000;
const MAX_DELAY = 6 * 60 * 60 * 1_000;
const AT_ONCE = 20;

/**
 * Claims the oldest unclaimed entries. One statement finds and marks them, so two coordinators never claim the same
 * entry. A claim expires, so another coordinator finishes the work of one that crashed.
 */
export async function claimOutbox(db: D1Database, now: number): Promise<readonly OutboxEntry[]> {
  const { results } = await db
    .prepare(
      `UPDATE outbox SET lease_until = ?1, attempts = attempts + 1
       WHERE number IN (SELECT number FROM outbox WHERE lease_until <= ?2 ORDER BY number LIMIT ${AT_ONCE})
       RETURNING number, feeds, at, attempts`,
    )
    .bind(now + CLAIM, now)
    .all<Omit<OutboxEntry, "feeds"> & { readonly feeds: string }>();
  return results.map(({ feeds, ...entry }) => ({ ...entry, feeds: JSON.parse(feeds) }));
}

/** Deletes entries that have been announced. */
export async function completeEntries(db: D1Database, entries: readonly OutboxEntry[]): Promise<void> {
  await db
    .prepare("DELETE FROM outbox WHERE number IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(entries.map(({ number }) => number)))
    .run();
}

/**
 * Releases an entry that could not be announced. Each attempt waits twice as long as the one before, up to `MAX_DELAY`.
 */
export async function postponeEntry(db: D1Database, { number, attempts }: OutboxEntry, now: number): Promise<void> {
  const delay = Math.min(FIRST_DELAY * 2 ** (attempts - 1), MAX_DELAY);
  await db
    .prepare("UPDATE outbox SET lease_until = ? WHERE number = ?")
    .bind(now + delay, number)
    .run();
}
