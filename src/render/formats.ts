import type { Feed } from "../model/feed.ts";
import type { Scope } from "../model/scope.ts";
import { ATOM_PATH, JSON_FEED_PATH, PODCAST_PATH, RSS_PATH } from "../site/addresses.ts";
import type { Offer } from "../syntax/accept.ts";
import { ATOM_MEDIA_TYPE, renderAtom } from "./atom.ts";
import { JSON_FEED_MEDIA_TYPE, renderJsonFeed } from "./json-feed.ts";
import { renderPodcast } from "./podcast/podcast.ts";
import { renderRss } from "./rss.ts";
import { RSS_MEDIA_TYPE } from "./rss-document.ts";

/** The formats of a feed of articles, in the order in which pages list them and in which the service prefers them. */
export const FEED_FORMAT_NAMES = ["rss", "atom", "json"] as const;

/** A podcast has a format of its own, and no other. */
export const PODCAST_FORMAT_NAMES = ["podcast"] as const;

export type ArticleFormat = (typeof FEED_FORMAT_NAMES)[number];
export type FeedFormat = ArticleFormat | (typeof PODCAST_FORMAT_NAMES)[number];

/** The formats in which the feed of a scope is there. */
export function formatsOf({ kind }: Scope): readonly FeedFormat[] {
  return kind === "podcast" ? PODCAST_FORMAT_NAMES : FEED_FORMAT_NAMES;
}

type FormatRow = {
  /** The name that people know the format by. */
  readonly label: string;
  /** The path of a feed in this format, below the prefix of its scope and document. */
  readonly path: string;
  readonly mediaType: string;
  /** Other media types under which clients ask for this format. */
  readonly aliases: readonly string[];
  readonly render: (feed: Feed) => string;
};

/**
 * Everything that differs from one format to another. To add a format, write its renderer, add its name above and a row
 * here, and give it an address: a path among those of `site`, and a member of `FeedAddresses`.
 */
export const FEED_FORMATS: Readonly<Record<FeedFormat, FormatRow>> = {
  rss: {
    label: "RSS",
    path: RSS_PATH,
    mediaType: RSS_MEDIA_TYPE,
    aliases: ["application/xml", "text/xml"],
    render: renderRss,
  },
  atom: { label: "Atom", path: ATOM_PATH, mediaType: ATOM_MEDIA_TYPE, aliases: [], render: renderAtom },
  json: {
    label: "JSON Feed",
    path: JSON_FEED_PATH,
    mediaType: JSON_FEED_MEDIA_TYPE,
    aliases: ["application/json"],
    render: renderJsonFeed,
  },
  podcast: {
    label: "Podcast",
    path: PODCAST_PATH,
    mediaType: RSS_MEDIA_TYPE,
    aliases: [],
    render: renderPodcast,
  },
};

/**
 * What the negotiated address offers, in the service's own order of preference: a client that accepts anything gets
 * RSS. `html` is the page of the feed.
 */
export const NEGOTIATED_OFFERS: readonly Offer<ArticleFormat | "html">[] = [
  ...FEED_FORMAT_NAMES.map((name) => ({ name, ...FEED_FORMATS[name] })),
  { name: "html", mediaType: "text/html", aliases: [] },
];
