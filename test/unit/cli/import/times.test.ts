import { describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const rss = (items: readonly string[], head = "") =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Pier</title><link>https://pier.example.net/</link>${head}${items
    .map(
      (times, index) =>
        `<item><title>Item ${index + 1}</title><guid>https://pier.example.net/${index + 1}</guid>${times}<description>Text.</description></item>`,
    )
    .join("")}</channel></rss>`;

const BUILT = "<lastBuildDate>Thu, 26 Nov 2026 08:00:00 GMT</lastBuildDate>";

describe("the times of a feed", { timeout: 60_000 }, () => {
  const { root, names, put, read, run } = emptyRepository();
  const imported = async (document: string, ...options: readonly string[]) => {
    put("feed", document);
    const { problems, summary } = await run(`${root()}/feed`, ...options);
    const times = names().map((name) => /^published: (\S+)/m.exec(read(name))?.[1]);
    return { times, problems: problems.map((each) => each.replace(root(), "")), summary: summary.join("\n") };
  };

  it("that cannot be read are faults, and never the date of the feed", async () => {
    const { times, problems } = await imported(rss(["<pubDate>Smarch 13, 2020 10:00</pubDate>"], BUILT));
    expect(times).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(
        /line 1: pubDate "Smarch 13, 2020 10:00": "Smarch" is not understood; expected a time such/,
      ),
    ]);
  });

  it("are not replaced by --published if they cannot be read", async () => {
    const { times, problems } = await imported(
      rss(["<dc:date>2020-02-30</dc:date>"]),
      "--published",
      "2020-01-01T00:00Z",
    );
    expect(times).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('dc:date "2020-02-30": there is no day 2020-02-30')]);
  });

  it("that are absent come from the feed or --published, with a note", async () => {
    const fromFeed = await imported(rss([""], BUILT));
    expect(fromFeed.times).toEqual(["2026-11-26T08:00:00Z"]);
    expect(fromFeed.summary).toContain("an entry without a time got the feed's own date (");
  });

  it("that are absent come from --published before the feed", async () => {
    const { times, summary } = await imported(
      rss([""], BUILT),
      "--published",
      "2020-01-01 09:00",
      "--zone",
      "Asia/Tokyo",
    );
    expect(times).toEqual(["2020-01-01T09:00:00+09:00"]);
    expect(summary).toContain("an entry without a time got that of --published (");
  });

  it("are a fault if only an update cannot be read", async () => {
    const item = "<pubDate>Wed, 02 Oct 2019 15:00:00 GMT</pubDate><atom:updated>2019-10-40T00:00:00Z</atom:updated>";
    const { problems } = await imported(rss([item]));
    expect(problems).toEqual([expect.stringContaining('atom:updated "2019-10-40T00:00:00Z": there is no day')]);
  });

  it("in figures follow the order of the document's other times", async () => {
    const dates = ["03/04/2024 10:00 GMT", "25/04/2024 10:00 GMT"].map((each) => `<pubDate>${each}</pubDate>`);
    const { times, summary } = await imported(rss(dates));
    expect(times).toEqual(["2024-04-03T10:00:00Z", "2024-04-25T10:00:00Z"]);
    expect(summary).toContain("the order of day and month was taken from the document's other times");
  });

  it("in figures follow the weekday of another time", async () => {
    const dates = ["03/04/2024 10:00 GMT", "Tue, 05/07/2024 10:00 GMT"].map((each) => `<pubDate>${each}</pubDate>`);
    expect((await imported(rss(dates))).times).toEqual(["2024-03-04T10:00:00Z", "2024-05-07T10:00:00Z"]);
  });

  it("in figures follow the entry's other time", async () => {
    const item = "<pubDate>03/04/2024 10:00 GMT</pubDate><dc:date>2024-04-03T10:00:00Z</dc:date>";
    expect((await imported(rss([item]))).times).toEqual(["2024-04-03T10:00:00Z"]);
  });

  it("in figures are a fault if nothing settles the order, or if the document contradicts itself", async () => {
    const one = await imported(rss(["<pubDate>03/04/2024 10:00</pubDate>"]));
    expect(one.problems).toEqual([expect.stringContaining("it may be 2024-04-03 or 2024-03-04; a weekday beside it")]);
    const dates = ["03/04/2024", "25/04/2024", "04/25/2024"].map((each) => `<pubDate>${each}</pubDate>`);
    expect((await imported(rss(dates))).problems).toHaveLength(1);
  });

  it("without a zone follow the zone that all other times name, then --zone", async () => {
    const dates = ["02 Oct 2019 15:00", "03 Oct 2019 15:00 +0900"].map((each) => `<pubDate>${each}</pubDate>`);
    const { times, summary } = await imported(rss(dates));
    expect(times).toEqual(["2019-10-02T15:00:00+09:00", "2019-10-03T15:00:00+09:00"]);
    expect(summary).toContain("a time without a zone was read in the zone of the document's other times (");
    const zoned = await imported(rss(dates), "--zone", "Europe/Berlin", "--force");
    expect(zoned.times).toEqual(["2019-10-02T15:00:00+02:00", "2019-10-03T15:00:00+09:00"]);
  });

  it("are a fault if the clocks of --zone skipped them", async () => {
    const { problems } = await imported(rss(["<pubDate>31 Mar 2024 02:30</pubDate>"]), "--zone", "Europe/Berlin");
    expect(problems).toEqual([expect.stringContaining("the clocks of Europe/Berlin skipped 2024-03-31T02:30:00")]);
  });

  it("are read with the names of the document's language", async () => {
    const item = "<pubDate>1. listopad 2020 10:00 +0100</pubDate>";
    expect((await imported(rss([item], "<language>hr</language>"))).times).toEqual(["2020-10-01T10:00:00+01:00"]);
    expect((await imported(rss([item], "<language>cs</language>"), "--force")).times).toEqual([
      "2020-11-01T10:00:00+01:00",
    ]);
  });

  it("of JSON Feed may be numbers, and other values are faults", async () => {
    const item = (id: number, date: unknown) => ({
      id: `https://pier.example.net/${id}`,
      content_text: "T",
      title: `T${id}`,
      date_published: date,
    });
    const items = [item(1, 1_620_216_000), item(2, "1620216000000"), item(3, { at: 5 }), item(4, "5th of never 2020")];
    const { times, problems } = await imported(
      JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "T", items }),
    );
    expect(times).toEqual(["2021-05-05T12:00:00Z", "2021-05-05T12:00:00Z"]);
    expect(problems).toEqual([
      expect.stringContaining('entry 3: date_published "{"at":5}": it is no text and no number'),
      expect.stringContaining('entry 4: date_published "5th of never 2020"'),
    ]);
  });
});
