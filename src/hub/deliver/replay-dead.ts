import type { HubService } from "../service.ts";

/** Which dead letters to replay: those of a topic, by its name in the database, or all. */
export type Replay = { readonly topic: string } | { readonly all: true };

/** Makes dead letters due now, with all their retries ahead of them. Returns their number. */
export async function replayDead(
  { db, now, send }: Pick<HubService, "db" | "now" | "send">,
  replay: Replay,
): Promise<number> {
  const ofTopic = "topic" in replay ? "AND topic = (SELECT number FROM topics WHERE name = ?2)" : "AND ?2 IS NULL";
  const { meta } = await db
    .prepare(`UPDATE retries SET dead = NULL, attempts = 0, due = ?1 WHERE dead IS NOT NULL ${ofTopic}`)
    .bind(now(), "topic" in replay ? replay.topic : null)
    .run();
  // If the queue fails, the cron finds the retries.
  if (meta.changes > 0) await send([{ kind: "retry" }]).catch(() => undefined);
  return meta.changes;
}
