/** The User-Agent of common readers. The versions may be old: servers that block a reader look at its name. */
export const READERS = [
  {
    name: "Feedly",
    userAgent: "Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)",
  },
  { name: "NetNewsWire", userAgent: "NetNewsWire (RSS Reader; https://netnewswire.com/)" },
  { name: "Miniflux", userAgent: "Mozilla/5.0 (compatible; Miniflux/2.2.9; +https://miniflux.app)" },
  { name: "FreshRSS", userAgent: "FreshRSS/1.27.0 (Linux; https://freshrss.org)" },
  { name: "newsboat", userAgent: "Newsboat/2.38.0 (Linux x86_64)" },
  { name: "Tiny Tiny RSS", userAgent: "Tiny Tiny RSS/25.01 (https://tt-rss.org/)" },
  {
    name: "python-feedparser",
    userAgent: "UniversalFeedParser/6.0.11 +https://github.com/kurtmckee/feedparser/",
  },
  {
    name: "a browser",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  },
  { name: "a program without a user agent", userAgent: "" },
] as const;

export type ReaderName = (typeof READERS)[number]["name"];
