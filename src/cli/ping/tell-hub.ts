import { setTimeout as delay } from "node:timers/promises";
import { userAgent } from "../../site/user-agent.ts";
import { retryPause } from "../desk-client/retry-pause.ts";

/** The addresses that a hub accepted, those that it did not, and the reasons. */
export type Told = {
  readonly told: readonly string[];
  readonly untold: readonly string[];
  readonly faults: readonly string[];
};

export type HubPatience = { readonly answer: number; readonly pause: (milliseconds: number) => Promise<unknown> };

const HUB_PATIENCE: HubPatience = { answer: 10_000, pause: delay };
/** The number of addresses in one request that public hubs accept. */
const MAX_BATCH = 50;
const MAX_TRIES = 3;
/** Milliseconds; a person waits at the terminal. */
const MAX_PAUSE = 15_000;

/**
 * Tells a hub that feeds have changed: `hub.mode=publish` with a `hub.url` for each, as public hubs accept it (WebSub
 * section 6 does not define the request). Requests are sent one after the other, to spare the hub.
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
  for (let start = 0; start < topics.length; start += MAX_BATCH) {
    const batch = topics.slice(start, start + MAX_BATCH);
    const outcome: Outcome = isGone ? GONE : await tellOfBatch(hub, batch, patience);
    (outcome.isTold ? told : untold).push(...batch);
    if (outcome.isTold) continue;
    if (outcome.fault !== "") faults.add(outcome.fault);
    // A hub that refused this batch may accept the next. A hub that did not answer will not answer then either.
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
  // The topics are addresses of the publication.
  const headers = { "User-Agent": userAgent(topics[0]) };
  for (let tries = 1; ; tries += 1) {
    const outcome = await tryOnce(hub, { body, headers }, answer);
    if (outcome.isTold || outcome.isRefusal || tries === MAX_TRIES) return outcome;
    const wanted = retryPause(outcome.retryAfter, { tries, now: Date.now(), chance: Math.random() });
    await pause(Math.min(MAX_PAUSE, wanted));
  }
}

type TellRequest = { readonly body: URLSearchParams; readonly headers: Readonly<Record<string, string>> };

async function tryOnce(hub: string, request: TellRequest, answer: number): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(answer);
    const response = await fetch(hub, { method: "POST", ...request, redirect: "manual", signal });
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

/** The message of `fetch` is only `fetch failed`; its cause says why. */
function whyNoAnswer(error: unknown, answer: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `it did not answer within ${answer / 1_000} s`;
  const { cause } = error;
  const reason = cause instanceof Error ? ("code" in cause ? String(cause.code) : cause.message) : error.message;
  return `there was no connection (${reason})`;
}
