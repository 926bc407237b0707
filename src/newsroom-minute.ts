type Chore = readonly [name: string, run: () => Promise<unknown>];

/**
 * What the cron does each minute, one after the other: what has come due is settled before it is told. A chore that fails keeps no other from
 * being done.
 */
export async function runMinute(
  log: (record: Readonly<Record<string, unknown>>) => void,
  chores: readonly Chore[],
): Promise<void> {
  for (const [chore, run] of chores) {
    try {
      await run();
    } catch (error) {
      const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log({ message: "chore failed", level: "error", chore, fault });
    }
  }
}
