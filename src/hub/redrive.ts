import { coordinateOutbox } from "./deliver/coordinate-outbox.ts";
import { PAGE_LEASE } from "./deliver/start-fan-out.ts";
import type { HubService } from "./hub-service.ts";
import { sendJobs } from "./send-jobs.ts";
import { sweepFanOuts } from "./sweep-fan-outs.ts";

/** More are for the next minute. */
const MAX_PAGES = 1_000;
const MINUTE = 60_000;

/**
 * What the cron does each minute: everything that the queue should have set off and did not. The database alone says what is to be done, so a
 * queue that forgot, or a process that died, costs time and loses nothing.
 */
export async function redriveHub(service: HubService): Promise<void> {
  await coordinateOutbox(service);
  await redrivePages(service);
  await redriveRetries(service);
  // Once an hour is enough for what only takes up room.
  if (Math.floor(service.now() / MINUTE) % 60 === 0) await sweepFanOuts(service);
}

async function redrivePages(service: HubService): Promise<void> {
  const { db, now, log } = service;
  const { results } = await db
    .prepare(
      `UPDATE fan_out_pages SET lease_until = ?1 WHERE (fan_out, page) IN (
         SELECT fan_out, page FROM fan_out_pages WHERE lease_until <= ?2 LIMIT ${MAX_PAGES}
       ) RETURNING fan_out AS fanOut, page`,
    )
    .bind(now() + PAGE_LEASE, now())
    .all<{ fanOut: number; page: number }>();
  if (results.length === 0) return;
  log({ message: "pages sent again", level: "warn", pages: results.length });
  await sendJobs(
    service,
    results.map(({ fanOut, page }) => ({ kind: "page", fanOut, page })),
  );
}

async function redriveRetries({ db, now, send }: HubService): Promise<void> {
  const due = await db.prepare("SELECT 1 FROM retries WHERE dead IS NULL AND due <= ? LIMIT 1").bind(now()).first();
  if (due) await send([{ kind: "retry" }]);
}
