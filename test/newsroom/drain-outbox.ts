import { claimOutbox, completeEntries, postponeEntry } from "../../src/store/d1/outbox/outbox.ts";

/**
 * A coordinator that sends nothing: it announces every outbox entry that is free. Returns the number of announced
 * entries and the messages of the failures.
 */
export async function drainOutbox(
  db: D1Database,
  now: () => number,
  announce: (feeds: readonly string[]) => Promise<void>,
): Promise<{ readonly told: number; readonly faults: readonly string[] }> {
  let told = 0;
  const faults: string[] = [];
  for (;;) {
    const entries = await claimOutbox(db, now());
    if (entries.length === 0) return { told, faults };
    for (const entry of entries) {
      try {
        await announce(entry.feeds);
        await completeEntries(db, [entry]);
        told += 1;
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error));
        await postponeEntry(db, entry, now());
      }
    }
  }
}
