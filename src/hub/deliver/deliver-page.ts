import { rows } from "../../store/d1/read/reader.ts";
import type { HubService } from "../hub-service.ts";
import { deliverAll, TIME_TO_DELIVER } from "./deliver-all.ts";
import type { Delivered, Parcel, Subscriber } from "./delivery.ts";
import { openParcel, PARCEL_COLUMNS, type ParcelRow } from "./open-payload.ts";
import { recordOutcomes } from "./record-outcomes.ts";
import { PAGE_SLOTS } from "./start-fan-out.ts";
import { wakeForRetries } from "./wake-for-retries.ts";

export type PageName = { readonly fanOut: number; readonly page: number };

/**
 * Sends a revision to the subscribers of one page. The page's row goes in the batch that keeps what failed, so whoever dies before leaves the
 * whole page to be done again, and a page without a row was done, or a newer revision has taken its place.
 */
export async function deliverPage(service: HubService, page: PageName): Promise<void> {
  const started = service.now();
  const work = await readPage(service.db, page, started);
  if (!work) return;
  const parcel = await openParcel(service, work.parcel);
  if (!parcel) return dropPage(service, page);
  const delivered = await deliverAll(service, parcel, work.subscribers, started + TIME_TO_DELIVER);
  const due = await finishPage(service, page, parcel, delivered);
  await wakeForRetries(service, due);
}

/** What there is to send and to whom, in one round trip; nothing where the page is done with. */
async function readPage(
  db: D1Database,
  { fanOut, page }: PageName,
  now: number,
): Promise<{ readonly parcel: ParcelRow; readonly subscribers: readonly Subscriber[] } | undefined> {
  const [found, following] = await db.batch([
    db
      .prepare(
        `SELECT ${PARCEL_COLUMNS} FROM fan_out_pages p JOIN fan_outs f ON f.number = p.fan_out
         JOIN topics t ON t.number = f.topic AND t.fan_out = f.number WHERE p.fan_out = ? AND p.page = ?`,
      )
      .bind(fanOut, page),
    db
      .prepare(
        `SELECT s.slot, s.callback, s.host, s.protocol, s.secret, s.lease, 0 AS attempts FROM fan_outs f
         JOIN subscriptions s ON s.topic = f.topic AND s.slot BETWEEN ?2 AND ?3
         WHERE f.number = ?1 AND s.callback IS NOT NULL AND s.lease > ?4`,
      )
      .bind(fanOut, (page - 1) * PAGE_SLOTS + 1, page * PAGE_SLOTS, now),
  ]);
  const [parcel] = rows<ParcelRow>(found);
  return parcel && { parcel, subscribers: rows<Subscriber>(following) };
}

function deletion(db: D1Database, { fanOut, page }: PageName): D1PreparedStatement {
  return db.prepare("DELETE FROM fan_out_pages WHERE fan_out = ? AND page = ?").bind(fanOut, page);
}

/** There is nothing to send any more: neither the body nor the feed. */
async function dropPage({ db, log }: HubService, page: PageName): Promise<void> {
  await deletion(db, page).run();
  log({ message: "nothing to send", level: "warn", ...page });
}

/** One batch; when the next try is due, where something failed. */
async function finishPage(
  service: HubService,
  { fanOut, page }: PageName,
  parcel: Parcel,
  delivered: readonly Delivered[],
): Promise<number | undefined> {
  const { db, log } = service;
  const { statements, taken, kept, due } = recordOutcomes(service, parcel, delivered);
  const from = (page - 1) * PAGE_SLOTS + 1;
  await db.batch([
    ...statements,
    // What was waiting of older revisions, dead letters too, was for those who have this one now or a row of it.
    db
      .prepare("DELETE FROM retries WHERE topic = ? AND slot BETWEEN ? AND ? AND fan_out < ?")
      .bind(parcel.topic, from, page * PAGE_SLOTS, fanOut),
    db
      .prepare(
        `UPDATE fan_outs SET delivered = delivered + ?3, failed = failed + ?4,
           finished = CASE WHEN EXISTS (SELECT 1 FROM fan_out_pages WHERE fan_out = ?1 AND page <> ?2) THEN finished ELSE ?5 END
         WHERE number = ?1 AND EXISTS (SELECT 1 FROM fan_out_pages WHERE fan_out = ?1 AND page = ?2)`,
      )
      .bind(fanOut, page, taken.length, kept, service.now()),
    deletion(db, { fanOut, page }),
  ]);
  log({ message: "page", level: "info", fanOut, page, topic: parcel.name, delivered: taken.length, failed: kept });
  return due;
}
