import type { Person } from "../../model/article.ts";
import type { Timestamp } from "../../model/timestamp.ts";

/** What a feed says of itself, as far as its entries need it. */
export type FeedHead = {
  /** The address of the site whose feed it is. */
  site?: string | undefined;
  language?: string | undefined;
  authors?: readonly Person[];
  rights?: string | undefined;
  /** For entries that have no time of their own. */
  date?: Timestamp | undefined;
  /** The documents that hold older entries (RFC 5005, JSON Feed's `next_url`). */
  older: string[];
};

export function absoluteAddress(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address.trim() === "") return undefined;
  const url = URL.parse(address.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
