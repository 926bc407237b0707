/** A request of the throughput measurement. */
export type Scenario = {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expectedStatus: 200 | 304;
};

const CLIENT = { "User-Agent": "dateline-bench" };

/** `etag` is the feed's, and `articlePath` is the path of one page. */
export function scenarios(etag: string, articlePath: string): readonly Scenario[] {
  const feed = { path: "/rss.xml", expectedStatus: 200 } as const;
  return [
    { ...feed, name: "full feed, 50 entries, RSS", headers: CLIENT },
    { ...feed, name: "304 of that feed", headers: { ...CLIENT, "If-None-Match": etag }, expectedStatus: 304 },
    { ...feed, name: "that feed in brotli", headers: { ...CLIENT, "Accept-Encoding": "br" } },
    { name: "article page", path: articlePath, headers: CLIENT, expectedStatus: 200 },
  ];
}
