import type { Article } from "./article.ts";
import type { Publication } from "./publication.ts";
import type { Selection } from "./selection.ts";
import type { Timestamp } from "./timestamp.ts";

/** The addresses of one document in its four forms, absolute. */
export type FeedAddresses = {
  readonly html: string;
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
};

/**
 * What is true of a feed at any moment.
 *
 * - `name` says what it is about; `title` says whose it is as well, for a reader's list of feeds.
 * - `addresses` are those to subscribe to.
 */
export type FeedHead = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly addresses: FeedAddresses;
  readonly publication: Publication;
  readonly selection: Selection;
};

/** An article that was in the feed and can be read no more. */
export type Withdrawal = {
  readonly id: string;
  readonly url: string;
  readonly language: string;
  readonly time: Timestamp;
  readonly reason?: string;
};

/** Which document of a feed (RFC 5005 section 4): the one to subscribe to, or an archive of older entries, numbered from 1, the oldest. */
export type Document = { readonly kind: "current" } | { readonly kind: "archive"; readonly number: number };

/** A document and the numbers of the archives beside it: `previous` has the next older entries, `next` the next younger. */
export type Place = { readonly document: Document; readonly previous?: number; readonly next?: number };

/**
 * A selection of articles at one moment, ready to render. Entries are the newest first.
 *
 * - `updated` is the newest `updated` of its entries, or the publication's founding day when it has none: the author's word.
 * - `modified` is the last change of the document, in milliseconds since the epoch, never in the future: for `Last-Modified`.
 * - `tag` names this state of the document for good, where its store can tell; only the bytes can, where it is absent.
 * - `validUntil` is the instant at which the passage of time alone changes the document; absent when nothing is waiting.
 */
export type Feed = FeedHead & {
  readonly place: Place;
  readonly entries: readonly Article[];
  readonly withdrawals: readonly Withdrawal[];
  readonly updated: Timestamp;
  readonly modified: number;
  readonly validUntil?: number;
  readonly tag?: string;
};
