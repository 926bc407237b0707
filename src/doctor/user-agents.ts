/**
 * The `User-Agent` fields of common readers, as they send them. Versions and counts may be old: servers that refuse a
 * reader look at its name. Services first, since one of them asks for thousands of people.
 */
export const READERS = [
  { name: "Feedly", userAgent: "Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)" },
  { name: "Inoreader", userAgent: "Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 1 subscribers; )" },
  { name: "NewsBlur", userAgent: "NewsBlur Feed Fetcher - 1 subscriber - https://www.newsblur.com" },
  { name: "Feedbin", userAgent: "Feedbin feed-id:1 - 1 subscribers" },
  { name: "The Old Reader", userAgent: "Mozilla/5.0 (compatible; theoldreader.com; 1 subscribers; feed-id=1)" },
  {
    name: "Superfeedr",
    userAgent: "Superfeedr bot/2.0 http://superfeedr.com - Make your feeds realtime: get in touch - feed-id:1",
  },
  { name: "Apple Podcasts", userAgent: "iTMS" },
  { name: "Miniflux", userAgent: "Mozilla/5.0 (compatible; Miniflux/2.2.9; +https://miniflux.app)" },
  { name: "FreshRSS", userAgent: "FreshRSS/1.27.0 (Linux; https://freshrss.org)" },
  { name: "Tiny Tiny RSS", userAgent: "Tiny Tiny RSS/25.01 (https://tt-rss.org/)" },
  { name: "NetNewsWire", userAgent: "NetNewsWire (RSS Reader; https://netnewswire.com/)" },
  { name: "Reeder", userAgent: "Reeder/5050102 CFNetwork/1568.300.101 Darwin/24.2.0" },
  { name: "Thunderbird", userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.4.0" },
  { name: "newsboat", userAgent: "Newsboat/2.38.0 (Linux x86_64)" },
  { name: "AntennaPod", userAgent: "AntennaPod/3.9.0" },
  { name: "python-feedparser", userAgent: "UniversalFeedParser/6.0.11 +https://github.com/kurtmckee/feedparser/" },
  { name: "a browser", userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  { name: "a program without a user agent", userAgent: "" },
] as const;

export type ReaderName = (typeof READERS)[number]["name"];
