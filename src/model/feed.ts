import type { Article } from "./article.ts";
import type { Publication } from "./publication.ts";
import type { Timestamp } from "./timestamp.ts";

/** Which articles a feed follows. */
export type Selection = { readonly kind: "everything" };

/** The addresses of one feed, absolute: its page and its three fixed forms. */
export type FeedAddresses = {
  readonly html: string;
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
};

/** What is true of a feed at any moment. */
export type FeedHead = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly addresses: FeedAddresses;
  readonly publication: Publication;
};

/**
 * A selection of articles at one moment, ready to render. Entries are the newest first.
 *
 * - `updated` is the newest `updated` of its entries, or the publication's founding day when it has none: the author's word.
 * - `modified` is the last change of the selection, in milliseconds since the epoch, never in the future: for `Last-Modified`.
 * - `validUntil` is the instant at which the passage of time alone changes the selection; absent when nothing is waiting.
 */
export type Feed = FeedHead & {
  readonly entries: readonly Article[];
  readonly updated: Timestamp;
  readonly modified: number;
  readonly validUntil?: number;
};
