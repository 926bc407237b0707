import type { HubJob, HubService, RenderedTopic } from "../service.ts";
import { storeSnapshot } from "./payload.ts";

/** The number of slots in a page of a fan-out. */
export const PAGE_SLOTS = 250;

/**
 * The duration of a claim on a page in milliseconds. It starts when the page is sent to the queue, so it is longer than
 * the wait in the queue and the delivery together. When it ends, the cron sends the page again.
 */
export const PAGE_CLAIM = 10 * 60_000;

/** The topic as the coordinator read it before rendering it. */
export type KnownTopic = { readonly number: number; readonly fan_out: number };

/**
 * Writes a fan-out: a new revision of a topic, divided into pages of subscribers. Returns a job for each page. The same
 * batch deletes the remaining pages of the previous fan-out, so that a page always belongs to the newest one.
 *
 * Returns undefined if another coordinator has started a fan-out since the topic was read. That one may have rendered
 * the topic later, so the caller must read the topic again.
 */
export async function startFanOut(
  service: HubService,
  { number: topic, fan_out: before }: KnownTopic,
  rendered: RenderedTopic,
): Promise<readonly HubJob[] | undefined> {
  const { db } = service;
  const snapshot = await storeSnapshot(service, topic, rendered);
  const now = service.now();
  const statements = [
    // If another coordinator was faster, the topic is NULL here, and the whole batch fails.
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
      .bind(topic, now + PAGE_CLAIM),
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
