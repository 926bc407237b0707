import { rows } from "../../store/d1/read/reader.ts";
import { topicAddress, topicOfName } from "../topic.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** Enough for a person to look through. Counting stops at MAX_COUNTED rows. */
const MAX_FAN_OUTS = 50;
const MAX_DEAD = 100;
const MAX_COUNTED = 10_000;

/** The progress of a fan-out. Instants are in milliseconds since the epoch. */
export type FanOutFigure = {
  readonly number: number;
  readonly topic: string;
  readonly pages: number;
  readonly pagesLeft: number;
  readonly delivered: number;
  readonly failed: number;
  readonly created: number;
  readonly finished: number | null;
};

/** The number of deliveries that have failed `attempts` times and are retried, the first of them at `due`. */
export type WaitingFigure = { readonly attempts: number; readonly deliveries: number; readonly due: number };

/** `since`: when the subscriber first failed. `dead`: when the last retry failed. */
export type DeadLetter = {
  readonly topic: string;
  readonly slot: number;
  readonly host: string;
  readonly fanOut: number;
  readonly attempts: number;
  readonly fault: string;
  readonly since: number;
  readonly dead: number;
};

export type DeliveryFigures = {
  readonly topics: number;
  readonly subscribers: number;
  readonly outbox: { readonly entries: number; readonly oldest: number | null };
  readonly fanOuts: readonly FanOutFigure[];
  readonly waiting: readonly WaitingFigure[];
  /** The number of all dead letters; `deadLetters` has the latest. */
  readonly dead: number;
  readonly deadLetters: readonly DeadLetter[];
};

/** Reads the state of all deliveries in one round trip. The fan-outs are those of the last day, newest first. */
export async function readDeliveries(db: D1Database, origin: string, now: number): Promise<DeliveryFigures> {
  const counted = `LIMIT ${MAX_COUNTED}`;
  const [totals, fanOuts, waiting, dead, letters] = await db.batch([
    db.prepare(
      `SELECT count(*) AS topics, coalesce(sum(subscribers), 0) AS subscribers,
         (SELECT count(*) FROM (SELECT 1 FROM outbox ${counted})) AS entries, (SELECT at FROM outbox ORDER BY number LIMIT 1) AS oldest
       FROM topics WHERE subscribers > 0`,
    ),
    db
      .prepare(
        `SELECT f.number, t.name AS topic, f.pages, f.delivered, f.failed, f.created, f.finished,
           CASE WHEN f.finished IS NULL THEN (SELECT count(*) FROM fan_out_pages p WHERE p.fan_out = f.number) ELSE 0 END AS pagesLeft
         FROM fan_outs f JOIN topics t ON t.number = f.topic WHERE f.created > ? ORDER BY f.number DESC LIMIT ${MAX_FAN_OUTS}`,
      )
      .bind(now - DAY),
    db.prepare(
      `SELECT attempts, count(*) AS deliveries, min(due) AS due
       FROM (SELECT attempts, due FROM retries WHERE dead IS NULL ORDER BY due ${counted}) GROUP BY attempts ORDER BY attempts`,
    ),
    db.prepare(`SELECT count(*) AS dead FROM (SELECT 1 FROM retries WHERE dead IS NOT NULL ${counted})`),
    db.prepare(
      `SELECT t.name AS topic, r.slot, coalesce(s.host, '') AS host, r.fan_out AS fanOut, r.attempts, r.fault, r.since, r.dead
       FROM retries r JOIN topics t ON t.number = r.topic LEFT JOIN subscriptions s ON s.topic = r.topic AND s.slot = r.slot
       WHERE r.dead IS NOT NULL ORDER BY r.dead DESC, r.topic, r.slot LIMIT ${MAX_DEAD}`,
    ),
  ]);
  const withAddress = <Row extends { readonly topic: string }>(row: Row): Row => ({
    ...row,
    topic: topicAddress(topicOfName(row.topic), origin),
  });
  const [{ entries = 0, oldest = null, ...counts } = { topics: 0, subscribers: 0 }] = rows<Totals>(totals);
  return {
    ...counts,
    outbox: { entries, oldest },
    fanOuts: rows<FanOutFigure>(fanOuts).map(withAddress),
    waiting: rows<WaitingFigure>(waiting),
    dead: rows<{ dead: number }>(dead)[0]?.dead ?? 0,
    deadLetters: rows<DeadLetter>(letters).map(withAddress),
  };
}

type Totals = {
  readonly topics: number;
  readonly subscribers: number;
  readonly entries: number;
  readonly oldest: number | null;
};
