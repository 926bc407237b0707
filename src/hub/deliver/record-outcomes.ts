import type { HubService } from "../hub-service.ts";
import { type EndedSubscription, endStatements } from "../subscribe/end-subscriptions.ts";
import type { Delivered, Parcel } from "./delivery.ts";
import { retryDelay } from "./retry-delay.ts";

type RetryRow = {
  readonly slot: number;
  readonly attempts: number;
  readonly due: number;
  readonly fault: string;
  readonly dead: number | null;
};

/** What came of deliveries: the statements that keep it, and when the next try is due, where there is one. */
export type RecordedOutcomes = {
  readonly statements: readonly D1PreparedStatement[];
  readonly taken: readonly number[];
  readonly kept: number;
  readonly due: number | undefined;
};

/** Nothing is written of a success. Failures are one statement however many they are, and so are those who want no more. */
export function recordOutcomes(service: HubService, parcel: Parcel, delivered: readonly Delivered[]): RecordedOutcomes {
  const now = service.now();
  const taken: number[] = [];
  const ended: EndedSubscription[] = [];
  const rows: RetryRow[] = [];
  for (const { subscriber, outcome } of delivered) {
    const { attempts, callback, lease, slot } = subscriber;
    if (outcome.kind === "taken") taken.push(slot);
    else if (outcome.kind === "ended") ended.push({ topic: parcel.topic, slot, callback, lease });
    else if (outcome.kind === "left") rows.push({ slot, attempts, due: now, fault: "not reached in time", dead: null });
    else {
      const delay = retryDelay(attempts + 1, outcome.retryAfter, service.random);
      const dead = delay === undefined ? now : null;
      rows.push({ slot, attempts: attempts + 1, due: now + (delay ?? 0), fault: outcome.fault, dead });
    }
  }
  const waiting = rows.filter(({ dead }) => dead === null).map(({ due }) => due);
  return {
    statements: [
      ...(rows.length > 0 ? [keepFailures(service.db, parcel, rows, now)] : []),
      ...(ended.length > 0 ? endStatements(service.db, ended) : []),
    ],
    taken,
    kept: rows.length,
    due: waiting.length > 0 ? Math.min(...waiting) : undefined,
  };
}

/**
 * Where a newer fan-out has begun meanwhile, its pages reach everyone, and what this one leaves is nothing to keep. `since` stays: it is since
 * when the subscriber has taken nothing.
 */
function keepFailures(db: D1Database, { fanOut, topic }: Parcel, rows: readonly RetryRow[], now: number) {
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
