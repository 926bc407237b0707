import type { HubJob } from "../hub-job.ts";
import type { HubService, RenderedTopic } from "../hub-service.ts";
import { keepSnapshot } from "./snapshot.ts";

/** A page of a fan-out is a range of so many slots. */
export const PAGE_SLOTS = 250;

/**
 * How long a page may take from being sent to the queue until it is done, before it is taken for lost: longer than any page works, and some
 * waiting.
 */
export const PAGE_LEASE = 10 * 60_000;

/** What the coordinator knew of the topic before it rendered it. */
export type KnownTopic = { readonly number: number; readonly fan_out: number };

/**
 * Cuts a new revision of a topic into pages for everyone who follows it; the jobs for them. In the same batch the fan-out before gives way:
 * its pages that are not done are gone, so that a page that is there is always one of the newest fan-out.
 *
 * Nothing where another coordinator has begun one since the topic was read, which may have rendered it later: then the topic has to be read
 * again.
 */
export async function startFanOut(
  service: HubService,
  { number: topic, fan_out: before }: KnownTopic,
  rendered: RenderedTopic,
): Promise<readonly HubJob[] | undefined> {
  const { db } = service;
  const snapshot = await keepSnapshot(service, topic, rendered);
  const now = service.now();
  const statements = [
    // Whoever came second has no topic to name, and the batch fails as a whole.
    db
      .prepare(
        `INSERT INTO fan_outs (number, topic, snapshot, headers, pages, created)
         VALUES ((SELECT coalesce(max(number), 0) + 1 FROM fan_outs), (SELECT number FROM topics WHERE number = ?1 AND fan_out = ?2),
           ?3, ?4, (SELECT (slots + ${PAGE_SLOTS - 1}) / ${PAGE_SLOTS} FROM topics WHERE number = ?1), ?5) RETURNING number, pages`,
      )
      .bind(topic, before, snapshot, JSON.stringify(rendered.headers), now),
    db.prepare("DELETE FROM fan_out_pages WHERE fan_out = ?").bind(before),
    db.prepare("UPDATE fan_outs SET finished = ? WHERE number = ? AND finished IS NULL").bind(now, before),
    db
      .prepare("UPDATE topics SET fan_out = (SELECT max(number) FROM fan_outs), state = ? WHERE number = ?")
      .bind(rendered.state, topic),
    db
      .prepare(
        `INSERT INTO fan_out_pages (fan_out, page, lease_until)
         WITH RECURSIVE page (fan_out, number, pages) AS (
           SELECT number, 1, pages FROM fan_outs WHERE number = (SELECT fan_out FROM topics WHERE number = ?1)
           UNION ALL SELECT fan_out, number + 1, pages FROM page WHERE number < pages
         ) SELECT fan_out, number, ?2 FROM page WHERE number <= pages`,
      )
      .bind(topic, now + PAGE_LEASE),
  ];
  try {
    const [inserted] = await db.batch<{ number: number; pages: number }>(statements);
    const { number = 0, pages = 0 } = inserted?.results[0] ?? {};
    service.log({ message: "fan-out", level: "info", fanOut: number, topic, pages, bytes: rendered.bytes.length });
    return Array.from({ length: pages }, (_, index) => ({ kind: "page", fanOut: number, page: index + 1 }));
  } catch (error) {
    if (error instanceof Error && error.message.includes("NOT NULL constraint failed: fan_outs.topic"))
      return undefined;
    throw error;
  }
}
