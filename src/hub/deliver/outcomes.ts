import type { HubService } from "../service.ts";
import { type EndedSubscription, endStatements } from "../subscribe/end-subscriptions.ts";
import type { Payload, Subscriber } from "./payload.ts";

/** The outcome of one attempt to deliver a payload. */
export type Outcome =
  | { readonly kind: "delivered" }
  /** The callback answered 410: the subscriber has left. */
  | { readonly kind: "gone" }
  /**
   * `isSilence`: the host gave no answer at all. `retryAfter`: the milliseconds that the callback asked the hub to
   * wait.
   */
  | { readonly kind: "failed"; readonly fault: string; readonly isSilence?: true; readonly retryAfter?: number }
  /** There was no time for an attempt. */
  | { readonly kind: "not-tried" };

export type Delivery = { readonly subscriber: Subscriber; readonly outcome: Outcome };

/** In milliseconds. */
const FIRST_DELAY = 30_000;
const MAX_DELAY = 6 * 60 * 60 * 1_000;
const JITTER = 0.2;

/** The retries after the first attempt, over about two hours. After the last one, the delivery is a dead letter. */
export const MAX_RETRIES = 8;

/**
 * Returns the milliseconds until the next attempt after `attempts` failures, or undefined if there is none. The delay
 * doubles each time. It varies by a fifth, so that deliveries that failed together are not repeated together. It is not
 * shorter than `retryAfter`, and not longer than six hours.
 */
export function retryDelay(attempts: number, retryAfter: number | undefined, random: () => number): number | undefined {
  if (attempts > MAX_RETRIES) return undefined;
  const own = Math.min(FIRST_DELAY * 2 ** (attempts - 1), MAX_DELAY) * (1 - JITTER + 2 * JITTER * random());
  return Math.round(Math.min(Math.max(own, retryAfter ?? 0), MAX_DELAY));
}

type RetryRow = {
  readonly slot: number;
  readonly attempts: number;
  readonly due: number;
  readonly fault: string;
  readonly dead: number | null;
};

/**
 * What the outcomes change: the statements to run, the slots that were delivered to, the number of rows in `retries`,
 * and the time at which the first of them is due, in milliseconds since the epoch.
 */
export type RecordedOutcomes = {
  readonly statements: readonly D1PreparedStatement[];
  readonly delivered: readonly number[];
  readonly failed: number;
  readonly due: number | undefined;
};

/**
 * Plans how to record outcomes. A successful delivery writes nothing; all failures together are one statement, and all
 * ended subscriptions are three.
 */
export function recordOutcomes(
  service: HubService,
  payload: Payload,
  deliveries: readonly Delivery[],
): RecordedOutcomes {
  const now = service.now();
  const delivered: number[] = [];
  const ended: EndedSubscription[] = [];
  const rows: RetryRow[] = [];
  for (const { subscriber, outcome } of deliveries) {
    const { attempts, callback, lease, slot } = subscriber;
    switch (outcome.kind) {
      case "delivered":
        delivered.push(slot);
        break;
      case "gone":
        ended.push({ topic: payload.topic, slot, callback, lease });
        break;
      case "not-tried":
        rows.push({ slot, attempts, due: now, fault: "not reached in time", dead: null });
        break;
      case "failed": {
        const delay = retryDelay(attempts + 1, outcome.retryAfter, service.random);
        const dead = delay === undefined ? now : null;
        rows.push({ slot, attempts: attempts + 1, due: now + (delay ?? 0), fault: outcome.fault, dead });
      }
    }
  }
  const waiting = rows.filter(({ dead }) => dead === null).map(({ due }) => due);
  return {
    statements: [
      ...(rows.length > 0 ? [storeFailures(service.db, payload, rows, now)] : []),
      ...(ended.length > 0 ? endStatements(service.db, ended) : []),
    ],
    delivered,
    failed: rows.length,
    due: waiting.length > 0 ? Math.min(...waiting) : undefined,
  };
}

/**
 * Stores nothing if a newer fan-out has begun: its pages reach all subscribers. `since` keeps its first value, the time
 * since which the subscriber has received nothing.
 */
function storeFailures(db: D1Database, { fanOut, topic }: Payload, rows: readonly RetryRow[], now: number) {
  return db
    .prepare(
      `INSERT INTO retries (topic, slot, fan_out, attempts, due, fault, since, dead)
       SELECT ?1, value ->> 'slot', ?2, value ->> 'attempts', value ->> 'due', value ->> 'fault', ?3, value ->> 'dead'
       FROM json_each(?4) WHERE (SELECT fan_out FROM topics WHERE number = ?1) = ?2
       ON CONFLICT (topic, slot) DO UPDATE SET fan_out = excluded.fan_out, attempts = excluded.attempts, due = excluded.due,
         fault = excluded.fault, dead = excluded.dead
       WHERE excluded.fan_out > retries.fan_out OR excluded.attempts >= retries.attempts`,
    )
    .bind(topic, fanOut, now, JSON.stringify(rows));
}

/** Puts a delayed job into the queue for the time at which the next retry is due. If that fails, the cron finds it. */
export async function wakeForRetries({ send, now, log }: HubService, due: number | undefined): Promise<void> {
  if (due === undefined) return;
  try {
    await send([{ kind: "retry" }], Math.max(0, Math.ceil((due - now()) / 1_000)));
  } catch (error) {
    log({ message: "retries not queued", level: "error", fault: String(error) });
  }
}
