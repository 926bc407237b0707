import { setTimeout as delay } from "node:timers/promises";

/** Milliseconds between two looks. */
const PAUSE = 150;

/**
 * Looks until there is something to see, and gives it. Fails after `seconds`, with what `describe` then has to say.
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  { seconds = 60, describe = () => "" }: { seconds?: number; describe?: () => string } = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}\n${describe()}`);
    await delay(PAUSE);
  }
}
