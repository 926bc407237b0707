import type { Person } from "../../model/article.ts";
import type { Timestamp } from "../../model/timestamp.ts";
import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import type { DocumentTimes } from "../times/document-times.ts";
import type { ImportNote } from "./import-note.ts";
import type { PodcastHead } from "./podcast-facts.ts";

/** The facts about a feed that its entries need. Readers fill it in while they read. */
export type FeedHead = {
  /** The address of the document itself, if it was fetched. */
  address?: string | undefined;
  /** The address of the site that the feed belongs to. */
  site?: string | undefined;
  language?: string | undefined;
  authors?: readonly Person[];
  rights?: string | undefined;
  /** What the feed says of itself as a podcast. */
  podcast?: PodcastHead;
  /** The address of the picture of the feed itself. */
  cover?: string | undefined;
  /** The time of the feed, used for entries without one. */
  date?: Timestamp | undefined;
  /** What is known about the times of the document. */
  readonly times: DocumentTimes;
  /** The addresses of the documents with older entries (RFC 5005 `prev-archive` and `next`, JSON Feed `next_url`). */
  older: string[];
  /** What was repaired or lost in the document outside of its entries, such as its encoding. */
  notes?: readonly ImportNote[];
};

/** Resolves an address. Returns undefined if it is empty or not http or https. */
export function absoluteAddress(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || address.trim() === "") return undefined;
  const url = URL.parse(address.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** The address in force at an element because of `xml:base`, rather than because of where the document is. */
export function declaredBase({ base }: XmlElement, { address }: FeedHead): string | undefined {
  return base === address ? undefined : base;
}
