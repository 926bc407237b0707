import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository, FIXTURES } from "./import-in.ts";

const { run, compiled, names, put } = emptyRepository();
const fixture = (name: string) => join(FIXTURES, name);
const IMPORTED = /^tag:example\.org,2026-01-01:imported\/[0-9a-f]{20}$/;

describe("RSS 2.0", () => {
  it("is imported with every field that has a place, repaired so that it compiles", async () => {
    const { isWhole, summary } = await run(fixture("rss-2.xml"));
    expect(isWhole).toBe(true);
    const articles = await compiled();
    expect(articles["slipway-reopens"]).toMatchObject({
      id: expect.stringMatching(IMPORTED),
      title: "Slipway & quay reopen",
      summary: "Stone by stone & more.",
      byline: [{ name: "A. Writer" }],
      published: "2019-05-01T09:30:00+02:00",
      updated: "2019-05-02T10:00:00+02:00",
      language: "en-GB",
      tags: ["Ferries", "Tides"],
      formerPaths: ["/2019/05/slipway-reopens.html"],
      status: "published",
    });
    const own = "https://own-address.dateline.invalid/articles/slipway-reopens#slipway-reopens_top";
    expect(articles["slipway-reopens"]?.body).toBe(
      [
        '<figure><img src="https://old.example.org/lead.jpg" alt="The quay"></figure>',
        `<h2 id="slipway-reopens_top">Again</h2><p>It is <a href="https://old.example.org/2018/quay/">open</a>, see <a href="${own}">above</a> and <a href="${own}">here</a>, not <a>there</a> or <a>x</a>.</p><figure><img src="https://old.example.org/pictures/a.jpg" alt=""></figure><p><a href="https://film.example.net/embed/7">The film</a></p>`,
      ].join("\n"),
    );
    expect(articles["slipway-reopens"]?.attachments.map(({ file }) => [file.url, file.mediaType])).toEqual([
      ["https://old.example.org/talk.mp3", "audio/mpeg"],
    ]);
    expect(summary.slice(0, -1).map((line) => line.replace(/:.*/, ""))).toEqual([
      ...["lost", "lost", "lost", "lost", "repaired"],
    ]);
  });

  it("is imported with titles, times and originals that are in unusual places", async () => {
    await run(fixture("rss-2.xml"));
    const { piece, ...others } = await compiled();
    expect(piece).toMatchObject({
      id: "tag:old.example.org,2019:3",
      canonical: "https://other.example.net/piece",
      byline: [{ name: "The Desk", email: "desk@example.org" }],
      body: "<p>A piece &#x26; a half.</p>",
      summary: "A piece & a half.",
    });
    expect(piece?.formerPaths).toBeUndefined();
    expect(Object.values(others).find(({ slug }) => slug !== "slipway-reopens")).toMatchObject({
      title: "Only a few words, without a title <or time>.",
      slug: expect.stringMatching(/^2019-06-03-[0-9a-f]{8}$/),
      published: "2019-06-03T08:00:00-05:00",
      formerPaths: ["/2019/06/"],
    });
  });
});

it("RSS 1.0 is imported from items beside its channel", async () => {
  await run(fixture("rdf.xml"));
  expect((await compiled()).un).toMatchObject({
    title: "Un quai",
    byline: [{ name: "A. Writer" }],
    published: "2004-05-01T00:00:00Z",
    language: "fr",
    tags: ["Quais"],
    body: "<p>Un quai \u00a0rouvre.</p>",
    formerPaths: ["/un"],
  });
});

it("Atom is imported with its kinds of text, its base addresses and its declared encoding", async () => {
  await run(fixture("atom.xml"));
  const { gruen, "text-allein": text } = await compiled();
  expect(gruen).toMatchObject({
    id: "tag:old.example.org,2019:f/1",
    title: "Grün <b>",
    summary: "Kurz &amp; gut",
    byline: [{ name: "A. Writer", url: "https://old.example.org/blog/people/a" }],
    published: "2019-06-30T23:30:00+02:00",
    updated: "2019-07-01T08:00:00+02:00",
    language: "de",
    tags: ["Fähre"],
    rights: "Alle Rechte",
    formerPaths: ["/blog/2019/gruen"],
  });
  expect(gruen?.body).toBe(
    '<p>Ein <b>Kai</b> &#x3C;3<br></p><figure><img src="https://old.example.org/blog/2019/bilder/kai.png" alt=""></figure>',
  );
  expect(gruen?.attachments).toEqual([
    {
      file: { url: "https://old.example.org/blog/2019/tide.pdf", mediaType: "application/pdf", length: 0 },
      title: "Tides",
    },
  ]);
  expect(text).toMatchObject({
    id: expect.stringMatching(IMPORTED),
    title: "Text <allein>",
    byline: [{ name: "B. Writer" }],
    body: "<p>Eins &#x26; zwei &#x3C;3</p>\n<p>Zweiter Absatz</p>",
  });
});

it("JSON Feed is imported in any order of its members", async () => {
  const { problems, isWhole } = await run(fixture("feed.json"));
  expect({ problems, isWhole }).toEqual({
    problems: [
      `${fixture("feed.json")}, entry 3: no time; expected one, or the option --published for all that have none`,
    ],
    isWhole: false,
  });
  const { quay, a } = await compiled();
  expect(quay).toMatchObject({
    title: "Quay",
    summary: "In short.",
    byline: [{ name: "B. Writer", url: "https://old.example.org/b" }],
    updated: "2019-05-02T09:30:00+02:00",
    language: "en-GB",
    tags: ["Tides"],
    formerPaths: ["/2019/quay"],
  });
  expect(quay?.body).toContain('<img src="https://old.example.org/2019/lead.jpg" alt="">');
  expect(quay?.attachments.map(({ file }) => file.url)).toEqual(["https://old.example.org/talk.mp3"]);
  expect(a).toMatchObject({
    title: "One & <two>. Three.",
    canonical: "https://other.example.net/a",
    body: "<p>One &#x26; &#x3C;two>.</p>\n<p>Three.</p>",
  });
  await run(fixture("feed.json"), "--published", "2018-01-01T00:00:00Z");
  expect(names()).toHaveLength(3);
});

describe("a WordPress export", () => {
  it("is imported with posts as WordPress shows them, drafts as drafts and scheduled posts as scheduled", async () => {
    const { summary, isWhole } = await run(fixture("wordpress.xml"));
    expect(isWhole).toBe(true);
    const { "quay-and-slipway": quay, idea, soon } = await compiled();
    expect(quay).toMatchObject({
      title: "Quay & slipway",
      summary: "In short.",
      byline: [{ name: "A. Writer" }],
      published: "2019-05-01T09:30:00+02:00",
      updated: "2019-05-03T09:30:00+02:00",
      tags: ["Harbour", "Tides & stones"],
      formerPaths: ["/2019/05/quay-and-slipway/", "/?p=17"],
    });
    expect(quay?.body).toBe(
      [
        '<figure><img src="https://old.example.org/lead.jpg" alt="The quay"><figcaption>At dawn</figcaption></figure>',
        "<p>First line<br>\nsecond line.</p>",
        '<figure><a href="https://old.example.org/map.png"><img src="https://old.example.org/map.png" alt="Map" width="3"></a><figcaption>The crossing</figcaption></figure>',
        "<h2>More</h2>\n<p>Text &#x26; more.</p>\n<pre>a\n\nb</pre>",
      ].join("\n"),
    );
    expect(idea).toMatchObject({ status: "draft", body: "<p>Half a thought.</p>", formerPaths: ["/?p=18"] });
    expect(soon).toMatchObject({ status: "scheduled", scheduledFor: "2030-01-02T08:00:00-05:00" });
    expect(summary).toEqual([
      'guessed: a time without a zone was read with the offset of the nearest post in time; --zone ZONE gives another (idea.html; the first is "wp:post_date \\"2019-06-01 10:00:00\\"")',
      "left out: 1 post that is private",
      "  Secret (https://old.example.org/s/)",
      "left out: 1 post under a password",
      "  Locked (https://old.example.org/l/)",
      "left out: 1 post that is trash",
      "  Bin (https://old.example.org/b/)",
      "left out: 1 attachment",
      "3 articles written (1 as drafts, 1 scheduled), 1 page written, 0 unchanged",
    ]);
  });
});

describe("a Ghost export", () => {
  it("is imported with the data of tables that follow the posts", async () => {
    const { problems, total } = await run(fixture("ghost.json"), "--site", "https://old.example.org/");
    const { "quay-and-slipway": quay, idea, soon } = await compiled();
    expect(quay).toMatchObject({
      title: "Quay & slipway",
      summary: "In short.",
      byline: [{ name: "A. Writer" }, { name: "B. Writer" }],
      published: "2019-05-01T07:30:00Z",
      updated: "2019-05-03T07:30:00Z",
      tags: ["Harbour", "Tides"],
      formerPaths: ["/quay-and-slipway/"],
    });
    expect(quay?.body).toBe(
      '<figure><img src="https://old.example.org/content/images/lead.jpg" alt="The quay"><figcaption>At dawn</figcaption></figure>\n<p>See <a href="https://old.example.org/older/">older</a>.</p><figure><img src="https://old.example.org/content/images/map.png" alt=""></figure>',
    );
    expect([idea?.status, soon?.status, soon?.scheduledFor]).toEqual(["draft", "scheduled", "2030-01-02T13:00:00Z"]);
    expect(problems.map((line) => line.slice(line.indexOf(", entry")))).toEqual([
      ", entry 6: no html, lexical or mobiledoc; expected an export with the posts' text",
      ", entry 7: no post with an id",
    ]);
    expect(total).toBe("3 articles written (1 as drafts, 1 scheduled), 1 page written, 0 unchanged, 2 failed");
  });

  it("requires --site if the publication has no real address", async () => {
    const { problems } = await run(fixture("ghost.json"));
    expect(problems).toEqual([
      `${fixture("ghost.json")}: a Ghost export does not say where the site was; add --site with its address`,
    ]);
  });
});

it("an old path that the service needs itself is lost, and told", async () => {
  const item = (path: string) =>
    `<item><title>${path}</title><link>https://old.example.org${path}</link><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate><description>x</description></item>`;
  put(
    "f.xml",
    `<rss version="2.0"><channel><link>https://old.example.org/</link>${item("/archives/000001.html")}${item("/2019/1.html")}</channel></rss>`,
  );
  const { summary } = await run("f.xml");
  expect(Object.values(await compiled()).flatMap(({ formerPaths }) => formerPaths ?? [])).toEqual(["/2019/1.html"]);
  expect(summary.join("\n")).toContain(
    'lost: an old path at which this service has something of its own (archives-000001-html.html; the first is "/archives/',
  );
});
