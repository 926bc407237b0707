import type { Article } from "./article.ts";
import type { Publication } from "./publication.ts";
import type { Selection } from "./selection.ts";
import type { Timestamp } from "./timestamp.ts";

/**
 * The absolute addresses of one document in its forms. Only a podcast is found at `podcast`; the others are then those
 * of the articles that its episodes are of.
 */
export type FeedAddresses = {
  readonly html: string;
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
  readonly podcast: string;
};

/**
 * What a feed has at every moment, whatever its entries are.
 *
 * - `name` says what the feed is about. `title` also names the publication, for the list of feeds in a reader.
 * - `description` is what the publication says about this feed. It is missing if the publication says nothing about it.
 * - `addresses` are those of the current document, to which clients subscribe.
 */
export type FeedHead = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly addresses: FeedAddresses;
  readonly publication: Publication;
  readonly selection: Selection;
};

/**
 * An article that was in the feed and is no longer public. `language` is that of the reason. `notice` is there as long
 * as feeds show a notice in place of the article.
 */
export type Withdrawal = {
  readonly id: string;
  readonly url: string;
  readonly language: string;
  readonly time: Timestamp;
  readonly reason?: string;
  readonly notice?: WithdrawnEntry;
};

/** What readers knew of a withdrawn article. `title` is missing if it is not known any more. */
export type WithdrawnEntry = { readonly title?: string; readonly published: Timestamp };

/**
 * A document of a feed (RFC 5005 section 4): the current one, to which clients subscribe, or an archive of older
 * entries. Archives are numbered from 1, which is the oldest.
 */
export type Document = { readonly kind: "current" } | { readonly kind: "archive"; readonly number: number };

/**
 * A document and the numbers of the archives next to it: `previous` has older entries, and `next` has newer entries.
 */
export type Place = { readonly document: Document; readonly previous?: number; readonly next?: number };

/**
 * A selection of articles at one moment, ready to render. The newest entry is the first.
 *
 * - `updated` is the last change of the document that readers are to notice: the newest `updated` of its entries, or
 *   the time at which an article was withdrawn or left it. It never goes back. Before the first article, it is the
 *   founding day of the publication.
 * - `modified` is the last change of the document, for `Last-Modified`: in milliseconds since the epoch, never in the
 *   future.
 * - `tag` is a permanent name of this state of the document. It is missing if the store cannot name the state.
 * - `validUntil` is the instant at which the passage of time alone changes the document, in milliseconds since the
 *   epoch. It is missing if nothing is scheduled.
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
