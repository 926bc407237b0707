import { err, type Result } from "../../../syntax/result.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { DeskProblem } from "../../problems.ts";

/**
 * How often a change is tried if other writers come first. A try asks the database at most three times, and a Worker
 * of the free plan may do so 50 times for a request.
 */
const MAX_TRIES = 12;

/**
 * Milliseconds. A pause is a random part of a window that doubles with each try: fifty writers of one article then
 * spread over it, and most tries meet nobody.
 */
const FIRST_WINDOW = 40;
const MAX_WINDOW = 2_500;

/** Seconds: by then, the writers that were first are done. */
const RETRY_AFTER = 5;

/** Another writer was first, so nothing was written and the change may be tried again. */
export const OVERTAKEN = "overtaken";

/**
 * Makes a change that another writer may come before. Each try is told the time at which it starts, since a change is
 * dated and must not be older than the one that came first.
 */
export async function tryAgain<Value>(
  { now, pause, randomBytes }: DeskService,
  call: DeskCall,
  attempt: (call: DeskCall, tries: number) => Promise<Result<Value, DeskProblem> | typeof OVERTAKEN>,
): Promise<Result<Value, DeskProblem>> {
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const outcome = await attempt(tries === 1 ? call : { ...call, now: now() }, tries);
    if (outcome !== OVERTAKEN) return outcome;
    const [high = 0, low = 0] = randomBytes(2);
    const window = Math.min(MAX_WINDOW, FIRST_WINDOW * 2 ** tries);
    if (tries < MAX_TRIES) await pause((window * (high * 256 + low)) / 65_536);
  }
  return err({ kind: "busy", seconds: RETRY_AFTER });
}
