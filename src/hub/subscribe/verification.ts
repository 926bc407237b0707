import type { HubService } from "../service.ts";
import { type Topic, topicName } from "../topic.ts";

/** A row of the table `verifications`, claimed by this worker (see `store/d1/migrations/0003_hub.sql`). */
export type Verification = {
  readonly number: number;
  /** The names of the topics in the database, one a line. A WebSub request has one. */
  readonly topic: string;
  readonly callback: string;
  readonly host: string;
  readonly protocol: "websub" | "rsscloud";
  readonly mode: "subscribe" | "unsubscribe";
  /** The lease that the hub grants. */
  readonly leaseSeconds: number;
  /** The end of the claim, in milliseconds since the epoch. */
  readonly claimedUntil: number;
  /** Counted from 1. */
  readonly attempts: number;
};

/** The column `topic` of a request for several topics. The names have no line breaks. */
export function joinTopics(topics: readonly Topic[]): string {
  return topics.map(topicName).join("\n");
}

export function topicNamesOf({ topic }: Pick<Verification, "topic">): readonly string[] {
  return topic.split("\n");
}

/** The duration of a claim in milliseconds: longer than a callback may take to answer. */
const CLAIM = 60_000;
/**
 * Seconds until an unreachable callback is asked again. After the last attempt, the request is dropped. The host of an
 * rssCloud registration is asked once: a registration makes the hub send one request and no more, and readers register
 * again each day.
 */
const RETRY_DELAYS = { websub: [30, 300], rsscloud: [] } as const satisfies Record<string, readonly number[]>;

/** Claims a verification. Returns undefined if another worker has claimed it or it is done. */
export async function claimVerification({ db, now }: HubService, number: number): Promise<Verification | undefined> {
  const claimed = await db
    .prepare(
      `UPDATE verifications SET lease_until = ?1, attempts = attempts + 1 WHERE number = ?2 AND lease_until <= ?3
       RETURNING number, topic, callback, host, protocol, mode, lease_seconds AS leaseSeconds, lease_until AS claimedUntil, attempts`,
    )
    .bind(now() + CLAIM, number, now())
    .first<Verification>();
  return claimed ?? undefined;
}

/**
 * The condition that a row is still as this worker claimed it. A newer request for the same callback and topic changes
 * the row, and the answer to the older request does not confirm the newer one.
 */
export const AS_CLAIMED = "number = ?1 AND lease_until = ?2";

export async function dropVerification({ db }: HubService, { number, claimedUntil }: Verification): Promise<void> {
  await db.prepare(`DELETE FROM verifications WHERE ${AS_CLAIMED}`).bind(number, claimedUntil).run();
}

/** Schedules the next attempt. Returns false if this was the last one, and drops the verification. */
export async function postponeVerification(service: HubService, verification: Verification): Promise<boolean> {
  const { number, claimedUntil, attempts, protocol } = verification;
  const delay = RETRY_DELAYS[protocol][attempts - 1];
  if (delay === undefined) {
    await dropVerification(service, verification);
    return false;
  }
  await service.db
    .prepare(`UPDATE verifications SET lease_until = ?3, waiting = 1 WHERE ${AS_CLAIMED}`)
    .bind(number, claimedUntil, service.now() + delay * 1_000)
    .run();
  await service.send([{ kind: "verify", verification: number }], delay + 1);
  return true;
}
