import type { Feed } from "../model/feed.ts";
import { renderAtom } from "../render/atom.ts";
import { renderJsonFeed } from "../render/json-feed.ts";
import { renderRss } from "../render/rss.ts";
import { ATOM_PATH, JSON_FEED_PATH, RSS_PATH } from "../site/addresses.ts";
import type { Offer } from "./negotiation.ts";

export type FeedForm = "rss" | "atom" | "json";
export type Form = FeedForm | "html";

/** The three feed forms: everything that tells one from another on the wire stands here. To add a form, add a row. */
export const FEED_FORMS: Record<
  FeedForm,
  {
    readonly path: string;
    readonly mediaType: string;
    /** Other names under which clients ask for this form. */
    readonly aliases: readonly string[];
    readonly title: string;
    readonly render: (feed: Feed) => string;
  }
> = {
  rss: {
    path: RSS_PATH,
    mediaType: "application/rss+xml",
    aliases: ["application/xml", "text/xml"],
    title: "RSS",
    render: renderRss,
  },
  atom: { path: ATOM_PATH, mediaType: "application/atom+xml", aliases: [], title: "Atom", render: renderAtom },
  json: {
    path: JSON_FEED_PATH,
    mediaType: "application/feed+json",
    aliases: ["application/json"],
    title: "JSON Feed",
    render: renderJsonFeed,
  },
};

export const FEED_FORM_NAMES = ["rss", "atom", "json"] as const satisfies readonly FeedForm[];

/** What the negotiated address offers, the service's own preference first: RSS for a client that takes anything. */
export const NEGOTIATED_OFFERS: readonly Offer<Form>[] = [
  ...FEED_FORM_NAMES.map((name) => ({ name, ...FEED_FORMS[name] })),
  { name: "html", mediaType: "text/html", aliases: [] },
];
