import { setTimeout as delay } from "node:timers/promises";

/** Milliseconds between two attempts. */
const PAUSE = 150;

/**
 * Calls `look` until it returns a value, and returns that value. Throws after `seconds` with the text of `describe`.
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
