import { rows } from "../../store/d1/read/reader.ts";
import type { HubService } from "../service.ts";
import { deliverAll, MAX_DELIVERY_TIME } from "./deliver-all.ts";
import { type Delivery, recordOutcomes, wakeForRetries } from "./outcomes.ts";
import { PAYLOAD_COLUMNS, type Payload, type PayloadRow, readPayload, type Subscriber } from "./payload.ts";
import { PAGE_SLOTS } from "./start-fan-out.ts";

export type PageName = { readonly fanOut: number; readonly page: number };

/**
 * Sends a revision to the subscribers of one page of a fan-out. The batch that records the failures also deletes the
 * page's row. If the worker dies before that batch, the whole page is delivered again. If the row does not exist, the
 * page is done, or a newer revision has replaced it.
 */
export async function deliverPage(service: HubService, page: PageName): Promise<void> {
  const started = service.now();
  const work = await readPage(service.db, page, started);
  if (!work) return;
  const payload = await readPayload(service, work.payload);
  if (!payload) return dropPage(service, page);
  const deliveries = await deliverAll(service, payload, work.subscribers, started + MAX_DELIVERY_TIME);
  const due = await finishPage(service, page, payload, deliveries);
  await wakeForRetries(service, due);
}

/** Reads the payload and the subscribers in one round trip. Returns undefined if the page is done. */
async function readPage(
  db: D1Database,
  { fanOut, page }: PageName,
  now: number,
): Promise<{ readonly payload: PayloadRow; readonly subscribers: readonly Subscriber[] } | undefined> {
  const [found, following] = await db.batch([
    db
      .prepare(
        `SELECT ${PAYLOAD_COLUMNS} FROM fan_out_pages p JOIN fan_outs f ON f.number = p.fan_out
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
  const [payload] = rows<PayloadRow>(found);
  return payload && { payload, subscribers: rows<Subscriber>(following) };
}

function deletion(db: D1Database, { fanOut, page }: PageName): D1PreparedStatement {
  return db.prepare("DELETE FROM fan_out_pages WHERE fan_out = ? AND page = ?").bind(fanOut, page);
}

/** Deletes a page that has nothing to send: both the snapshot and the feed are gone. */
async function dropPage({ db, log }: HubService, page: PageName): Promise<void> {
  await deletion(db, page).run();
  log({ message: "page dropped: its feed no longer exists", level: "warn", ...page });
}

/**
 * Records the outcomes in one batch. Returns the time at which the first retry is due, or undefined if nothing failed.
 */
async function finishPage(
  service: HubService,
  { fanOut, page }: PageName,
  payload: Payload,
  deliveries: readonly Delivery[],
): Promise<number | undefined> {
  const { db, log } = service;
  const { statements, delivered, failed, due } = recordOutcomes(service, payload, deliveries);
  const from = (page - 1) * PAGE_SLOTS + 1;
  await db.batch([
    ...statements,
    // These subscribers now have this revision or a retry of it, so retries and dead letters of older ones are
    // obsolete.
    db
      .prepare("DELETE FROM retries WHERE topic = ? AND slot BETWEEN ? AND ? AND fan_out < ?")
      .bind(payload.topic, from, page * PAGE_SLOTS, fanOut),
    db
      .prepare(
        `UPDATE fan_outs SET delivered = delivered + ?3, failed = failed + ?4,
           finished = CASE WHEN EXISTS (SELECT 1 FROM fan_out_pages WHERE fan_out = ?1 AND page <> ?2) THEN finished ELSE ?5 END
         WHERE number = ?1 AND EXISTS (SELECT 1 FROM fan_out_pages WHERE fan_out = ?1 AND page = ?2)`,
      )
      .bind(fanOut, page, delivered.length, failed, service.now()),
    deletion(db, { fanOut, page }),
  ]);
  log({ message: "page", level: "info", fanOut, page, topic: payload.name, delivered: delivered.length, failed });
  return due;
}
