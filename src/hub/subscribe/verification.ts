import type { HubService } from "../hub-service.ts";

/** A row of `verifications`: see `migrations/0003_hub.sql`. */
export type Verification = {
  readonly number: number;
  readonly topic: string;
  readonly callback: string;
  readonly host: string;
  readonly protocol: "websub" | "rsscloud";
  readonly mode: "subscribe" | "unsubscribe";
  readonly lease_seconds: number;
  readonly lease_until: number;
  readonly attempts: number;
};

/** How long a verification belongs to whoever took it on: in milliseconds, longer than a callback may take to answer. */
const LEASE = 60_000;
/** What a callback that cannot be reached is given, in seconds: after the last of them it is given up. */
const DELAYS = [30, 300];

/** Takes it on; nothing where another has it, or it is done. */
export async function claimVerification({ db, now }: HubService, number: number): Promise<Verification | undefined> {
  const claimed = await db
    .prepare(
      `UPDATE verifications SET lease_until = ?1, attempts = attempts + 1 WHERE number = ?2 AND lease_until <= ?3
       RETURNING number, topic, callback, host, protocol, mode, lease_seconds, lease_until, attempts`,
    )
    .bind(now() + LEASE, number, now())
    .first<Verification>();
  return claimed ?? undefined;
}

/**
 * The row as it was claimed. A newer request for the same callback and topic takes the row over, and is nothing that an older answer could
 * speak for.
 */
export const AS_CLAIMED = "number = ?1 AND lease_until = ?2";

export async function dropVerification({ db }: HubService, { number, lease_until }: Verification): Promise<void> {
  await db.prepare(`DELETE FROM verifications WHERE ${AS_CLAIMED}`).bind(number, lease_until).run();
}

/** Tries again later; `false` where it has been tried often enough, and is dropped. */
export async function postponeVerification(service: HubService, verification: Verification): Promise<boolean> {
  const { number, lease_until, attempts } = verification;
  const delay = DELAYS[attempts - 1];
  if (delay === undefined) {
    await dropVerification(service, verification);
    return false;
  }
  await service.db
    .prepare(`UPDATE verifications SET lease_until = ?3 WHERE ${AS_CLAIMED}`)
    .bind(number, lease_until, service.now() + delay * 1_000)
    .run();
  await service.send([{ kind: "verify", verification: number }], delay + 1);
  return true;
}
