import { setTimeout as delay } from "node:timers/promises";
import { retryPause } from "../desk-client/retry-pause.ts";

/** What a hub was told of, and what it was not, with the reasons. */
export type Told = {
  readonly told: readonly string[];
  readonly untold: readonly string[];
  readonly faults: readonly string[];
};

export type HubPatience = { readonly answer: number; readonly pause: (milliseconds: number) => Promise<unknown> };

const HUB_PATIENCE: HubPatience = { answer: 10_000, pause: delay };
/** Public hubs take a form of so many. */
const BATCH = 50;
const TRIES = 3;
/** Longer than this nobody waits at a terminal. */
const MAX_PAUSE = 15_000;

/**
 * Tells a hub that feeds have changed: `hub.mode=publish` with a `hub.url` for each, as public hubs take it (WebSub section 6 leaves the form open). One request after the
 * other: a hub is asked for a favour.
 */
export async function tellHub(
  hub: string,
  topics: readonly string[],
  patience: HubPatience = HUB_PATIENCE,
): Promise<Told> {
  const told: string[] = [];
  const untold: string[] = [];
  const faults = new Set<string>();
  let isGone = false;
  for (let start = 0; start < topics.length; start += BATCH) {
    const batch = topics.slice(start, start + BATCH);
    const outcome: Outcome = isGone ? GONE : await tellOfBatch(hub, batch, patience);
    (outcome.isTold ? told : untold).push(...batch);
    if (outcome.isTold) continue;
    if (outcome.fault !== "") faults.add(outcome.fault);
    // One that refused this batch may take the next. One that is not there will not be there for it either.
    isGone = !outcome.isRefusal;
  }
  return { told, untold, faults: [...faults] };
}

type Outcome =
  | { readonly isTold: true }
  | {
      readonly isTold: false;
      readonly fault: string;
      readonly isRefusal: boolean;
      readonly retryAfter: string | null;
    };

const GONE: Outcome = { isTold: false, fault: "", isRefusal: false, retryAfter: null };

async function tellOfBatch(hub: string, topics: readonly string[], { answer, pause }: HubPatience): Promise<Outcome> {
  const body = new URLSearchParams([["hub.mode", "publish"], ...topics.map((topic) => ["hub.url", topic])]);
  for (let tries = 1; ; tries += 1) {
    const outcome = await tryOnce(hub, body, answer);
    if (outcome.isTold || outcome.isRefusal || tries === TRIES) return outcome;
    const wanted = retryPause(outcome.retryAfter, { tries, now: Date.now(), chance: Math.random() });
    await pause(Math.min(MAX_PAUSE, wanted));
  }
}

async function tryOnce(hub: string, body: URLSearchParams, answer: number): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(answer);
    const response = await fetch(hub, { method: "POST", body, redirect: "manual", signal });
    await response.body?.cancel();
    if (response.ok) return { isTold: true };
    return {
      isTold: false,
      fault: `it answered ${response.status}`,
      isRefusal: response.status < 500 && response.status !== 429,
      retryAfter: response.headers.get("retry-after"),
    };
  } catch (error) {
    return { isTold: false, fault: whyNoAnswer(error, answer), isRefusal: false, retryAfter: null };
  }
}

/** `fetch failed` says nothing; what lies under it does. */
function whyNoAnswer(error: unknown, answer: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `it did not answer within ${answer / 1_000} s`;
  const { cause } = error;
  const reason = cause instanceof Error ? ("code" in cause ? String(cause.code) : cause.message) : error.message;
  return `there was no connection (${reason})`;
}
