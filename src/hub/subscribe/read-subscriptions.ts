import { topicAddress, topicOfName } from "../topic.ts";

/**
 * A subscription as the desk may see it: with the host of its callback, but without the complete address and the
 * secret. Instants are in milliseconds since the epoch.
 */
export type SubscriptionFigure = {
  readonly topic: string;
  readonly slot: number;
  readonly host: string;
  readonly protocol: string;
  readonly isSigned: boolean;
  readonly lease: number;
  readonly created: number;
};

/** A place in the list, such as `12.5`: the value of `next`. */
export const PLACE = /^\d{1,15}\.\d{1,15}$/;

type Row = Omit<SubscriptionFigure, "topic" | "isSigned"> & {
  readonly number: number;
  readonly name: string;
  readonly isSigned: number;
};

/** Lists subscriptions by topic and slot. The cost does not depend on how many precede the page. */
export async function readSubscriptions(
  db: D1Database,
  origin: string,
  { after = "0.0", max }: { readonly after?: string | undefined; readonly max: number },
): Promise<{ readonly items: readonly SubscriptionFigure[]; readonly next?: string }> {
  const [topic = 0, slot = 0] = after.split(".").map(Number);
  const { results } = await db
    .prepare(
      `SELECT s.topic AS number, t.name, s.slot, s.host, s.protocol, s.secret IS NOT NULL AS isSigned, s.lease, s.created
       FROM subscriptions s JOIN topics t ON t.number = s.topic
       WHERE (s.topic, s.slot) > (?, ?) AND s.callback IS NOT NULL ORDER BY s.topic, s.slot LIMIT ?`,
    )
    .bind(topic, slot, max + 1)
    .all<Row>();
  const shown = results.slice(0, max);
  const last = results.length > max ? shown.at(-1) : undefined;
  const items = shown.map(({ number: _, name, isSigned, ...row }) => ({
    ...row,
    topic: topicAddress(topicOfName(name), origin),
    isSigned: isSigned === 1,
  }));
  return { items, ...(last && { next: `${last.number}.${last.slot}` }) };
}
