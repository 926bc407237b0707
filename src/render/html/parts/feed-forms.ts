export type FeedForm = "rss" | "atom" | "json";

export const FEED_FORM_ORDER = ["rss", "atom", "json"] as const satisfies readonly FeedForm[];

/** The three forms as a page speaks of them. */
export const FEED_FORMS: Readonly<Record<FeedForm, { readonly name: string; readonly mediaType: string }>> = {
  rss: { name: "RSS", mediaType: "application/rss+xml" },
  atom: { name: "Atom", mediaType: "application/atom+xml" },
  json: { name: "JSON Feed", mediaType: "application/feed+json" },
};
