import type { Feed, FeedAddresses } from "../model/feed.ts";
import type { Selection } from "../model/selection.ts";
import {
  ATOM_PATH,
  archivePrefix,
  FRONT_PATH,
  JSON_FEED_PATH,
  PODCAST_PATH,
  RSS_PATH,
  scopePrefix,
} from "./addresses.ts";

/** The query of a selection in its normal form, with the question mark. Empty if the selection is all of its scope. */
export function selectionQuery({ tags, words, limit, content }: Selection): string {
  if (tags.length === 0 && words === undefined && limit === undefined && content === "full") return "";
  const query = new URLSearchParams(tags.map((tag) => ["tag", tag]));
  if (words !== undefined) query.set("q", words);
  if (limit !== undefined) query.set("limit", String(limit));
  if (content === "summary") query.set("content", content);
  return `?${query}`;
}

/**
 * The addresses of the feed of a selection in its forms, or of one of its archives. Archives of a podcast have no page
 * of their own.
 *
 * @param archive the number of the archive, counted from 1, which is the oldest
 */
export function feedAddresses(origin: string, selection: Selection, archive?: number): FeedAddresses {
  const scope = origin + scopePrefix(selection.scope);
  const prefix = scope + (archive === undefined ? "" : archivePrefix(archive));
  const query = selectionQuery(selection);
  return {
    html: (selection.scope.kind === "podcast" ? scope : prefix) + FRONT_PATH + query,
    rss: prefix + RSS_PATH + query,
    atom: prefix + ATOM_PATH + query,
    json: prefix + JSON_FEED_PATH + query,
    podcast: prefix + PODCAST_PATH + query,
  };
}

/** The addresses of this document: those to subscribe to, or those of the archive. */
export function documentAddresses({ addresses, publication, selection, place: { document } }: Feed): FeedAddresses {
  return document.kind === "current" ? addresses : feedAddresses(publication.address, selection, document.number);
}

/** The documents before and after this one, with the link relations of RFC 5005 section 4. */
export function archiveLinks({ addresses, publication, selection, place }: Feed) {
  const archive = (number: number) => feedAddresses(publication.address, selection, number);
  return [
    ...(place.document.kind === "archive" ? [{ rel: "current", addresses }] : []),
    ...(place.previous === undefined ? [] : [{ rel: "prev-archive", addresses: archive(place.previous) }]),
    ...(place.next === undefined ? [] : [{ rel: "next-archive", addresses: archive(place.next) }]),
  ] as const;
}

/**
 * The addresses at which a client subscribes to changes of a document. Only the current document of a complete scope
 * has them. Filtered feeds and archives are not topics, so they must not name a hub: a reader would trust it (WebSub
 * section 4).
 */
export function pushAddresses({ publication, selection, place }: Feed): {
  readonly hub?: string | undefined;
  readonly cloud?: string | undefined;
} {
  const isTopic = place.document.kind === "current" && selectionQuery(selection) === "";
  return isTopic ? { hub: publication.hub, cloud: publication.cloud } : {};
}
