import { topicAddress, topicOfName } from "../topic.ts";

/** A subscription as the desk may see it: whose it is, not where exactly it leads, and no secret. Instants are in milliseconds. */
export type SubscriptionFigure = {
  readonly topic: string;
  readonly slot: number;
  readonly host: string;
  readonly protocol: string;
  readonly isSigned: boolean;
  readonly lease: number;
  readonly created: number;
};

/** A place in the list, as `next` names it: `12.5`. */
export const PLACE = /^\d{1,15}\.\d{1,15}$/;

type Row = Omit<SubscriptionFigure, "topic" | "isSigned"> & {
  readonly number: number;
  readonly name: string;
  readonly isSigned: number;
};

/** Topic by topic, in the order of their slots: what lies before a page costs nothing. */
export async function readSubscriptions(
  db: D1Database,
  origin: string,
  { after = "0.0", most }: { readonly after?: string | undefined; readonly most: number },
): Promise<{ readonly items: readonly SubscriptionFigure[]; readonly next?: string }> {
  const [topic = 0, slot = 0] = after.split(".").map(Number);
  const { results } = await db
    .prepare(
      `SELECT s.topic AS number, t.name, s.slot, s.host, s.protocol, s.secret IS NOT NULL AS isSigned, s.lease, s.created
       FROM subscriptions s JOIN topics t ON t.number = s.topic
       WHERE (s.topic, s.slot) > (?, ?) AND s.callback IS NOT NULL ORDER BY s.topic, s.slot LIMIT ?`,
    )
    .bind(topic, slot, most + 1)
    .all<Row>();
  const shown = results.slice(0, most);
  const last = results.length > most ? shown.at(-1) : undefined;
  const items = shown.map(({ number: _, name, isSigned, ...row }) => ({
    ...row,
    topic: topicAddress(topicOfName(name), origin),
    isSigned: isSigned === 1,
  }));
  return { items, ...(last && { next: `${last.number}.${last.slot}` }) };
}
