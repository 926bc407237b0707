import type { HubService } from "../hub-service.ts";

/** Which dead letters: those of a topic, by its name in the database, or all. */
export type Replay = { readonly topic: string } | { readonly all: true };

/** Makes dead letters due at once, with all their tries before them; how many there were. */
export async function replayDead(
  { db, now, send }: Pick<HubService, "db" | "now" | "send">,
  replay: Replay,
): Promise<number> {
  const ofTopic = "topic" in replay ? "AND topic = (SELECT number FROM topics WHERE name = ?2)" : "AND ?2 IS NULL";
  const { meta } = await db
    .prepare(`UPDATE retries SET dead = NULL, attempts = 0, due = ?1 WHERE dead IS NOT NULL ${ofTopic}`)
    .bind(now(), "topic" in replay ? replay.topic : null)
    .run();
  // The cron would find them as well.
  if (meta.changes > 0) await send([{ kind: "retry" }]).catch(() => undefined);
  return meta.changes;
}
