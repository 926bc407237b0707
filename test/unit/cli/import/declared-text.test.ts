import { describe, expect, it } from "vitest";
import { emptyRepository } from "./import-in.ts";

const { run, compiled, put } = emptyRepository();

const ATOM = "http://www.w3.org/2005/Atom";
const ATOM_03 = "http://purl.org/atom/ns#";
const XHTML = "http://www.w3.org/1999/xhtml";

/** The only article of a feed. */
async function articleOf(feed: string) {
  put("feed.xml", feed);
  const { problems } = await run("feed.xml");
  expect(problems).toEqual([]);
  const [article, ...others] = Object.values(await compiled());
  expect(others).toEqual([]);
  if (!article) throw new Error("no article");
  return article;
}

const atom = (entry: string, { namespace = ATOM, attributes = "" } = {}) =>
  articleOf(
    `<feed xmlns="${namespace}" ${attributes}><link href="https://old.example.org/"/><entry><id>tag:old.example.org,2019:1</id><link href="https://old.example.org/2019/a"/><updated>2019-05-01T09:30:00Z</updated><modified>2019-05-01T09:30:00Z</modified>${entry}</entry></feed>`,
  );
const rss = (item: string, attributes = "") =>
  articleOf(
    `<rss version="2.0" ${attributes}><channel><link>https://old.example.org/</link><item><link>https://old.example.org/2019/a</link><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate>${item}</item></channel></rss>`,
  );
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("titles of Atom", () => {
  it.each([
    ['<title type="text">Why &lt;video> beats &lt;img></title>', "Why <video> beats <img>"],
    ["<title>Why &lt;video> beats &lt;b>img&lt;/b></title>", "Why <video> beats <b>img</b>"],
    ['<title type="html">Why &amp;lt;video> beats &lt;b>img&lt;/b></title>', "Why <video> beats img"],
    ['<title type="HTML; charset=utf-8">The &lt;i>Star&lt;/i> sails</title>', "The Star sails"],
    ['<title type="text/html">Q &amp;amp; A</title>', "Q & A"],
    ['<title type="html"><![CDATA[Q &#038; A]]></title>', "Q & A"],
    [`<title type="xhtml"><div xmlns="${XHTML}">The <i>Star</i> &lt;b> sails</div></title>`, "The Star <b> sails"],
    [`<title type="xhtml"><x:div xmlns:x="${XHTML}">The <x:i>Star</x:i> sails</x:div></title>`, "The Star sails"],
    ["<title>The <b>Star</b> sails</title>", "The Star sails"],
    ["<title>Fish &amp;amp; chips &amp;#8211; cheap</title>", "Fish & chips – cheap"],
    ['<title type="text">What &amp;amp; means</title>', "What &amp; means"],
    ["<title>What &amp;amp; and &lt;b> mean</title>", "What &amp; and <b> mean"],
    ["<title>a &lt; b &amp; c</title>", "a < b & c"],
  ])("%s", async (title, expected) => {
    expect((await atom(`${title}<content>x</content>`)).title).toBe(expected);
  });
});

describe("contents of Atom 1.0", () => {
  it.each([
    ["<content>a &lt;b> c</content>", "<p>a &#x3C;b> c</p>"],
    ['<content type="text/plain">One\n\nTwo</content>', "<p>One</p>\n<p>Two</p>"],
    ['<content type="text/markdown">*a* &lt;b></content>', "<p>*a* &#x3C;b></p>"],
    ['<content type="html">&lt;p>One&lt;/p></content>', "<p>One</p>"],
    ['<content type="html"><p>One <b>two</b></p></content>', "<p>One <b>two</b></p>"],
    ["<content><p>One <b>two</b></p></content>", "<p>One <b>two</b></p>"],
    [`<content type="xhtml"><div xmlns="${XHTML}"><P>One &lt;b></P></div></content>`, "<p>One &#x3C;b></p>"],
    [`<content type="application/xhtml+xml"><p xmlns="${XHTML}">One</p></content>`, "<p>One</p>"],
    ['<content type="TEXT/HTML; charset=utf-8">&lt;p>One&lt;/p></content>', "<p>One</p>"],
    [`<content type="text/html" encoding="base64">${base64("<p>Größe</p>")}</content>`, "<p>Größe</p>"],
    ['<content type="image/png">iVBORw0KGgo=</content><summary>In short.</summary>', "<p>In short.</p>"],
  ])("%s", async (content, body) => {
    expect((await atom(`<title>T</title>${content}`)).body).toBe(body);
  });

  it("that is a page elsewhere is a link", async () => {
    const page = '<content type="text/html" src="/b"/><summary type="html">&lt;p>Short&lt;/p></summary>';
    expect((await atom(`<title>T</title>${page}`)).body).toBe(
      '<p>Short</p><p><a href="https://old.example.org/b">https://old.example.org/b</a></p>',
    );
  });

  it("that is a file elsewhere is an enclosure", async () => {
    const sound = '<content type="audio/mpeg" src="talk.mp3" xml:base="https://files.example.org/x/"/>';
    const article = await atom(`<title>T</title>${sound}<summary>S</summary>`);
    expect(JSON.stringify(article)).toContain("https://files.example.org/x/talk.mp3");
  });
});

describe("contents of Atom 0.3", () => {
  it.each([
    ['<content type="text/html" mode="escaped">&lt;p>One&lt;/p></content>', "<p>One</p>"],
    ['<content type="text/plain" mode="escaped">a &lt;b> c</content>', "<p>a &#x3C;b> c</p>"],
    ['<content mode="escaped">&lt;p>One&lt;/p></content>', "<p>One</p>"],
    [`<content type="application/xhtml+xml" mode="xml"><div xmlns="${XHTML}"><p>One</p></div></content>`, "<p>One</p>"],
    [`<content type="text/html" mode="xml"><p xmlns="${XHTML}">One</p></content>`, "<p>One</p>"],
    [`<content type="text/html" mode="base64">${base64("<p>Größe</p>")}</content>`, "<p>Größe</p>"],
    [`<content type="text/plain" mode="base64">${base64("a <b> c")}</content>`, "<p>a &#x3C;b> c</p>"],
    [
      '<content type="multipart/alternative"><content type="text/plain">x</content><content type="text/html" mode="escaped">&lt;p>One&lt;/p></content></content>',
      "<p>One</p>",
    ],
    [
      `<content type="multipart/alternative"><content type="application/xhtml+xml"><p xmlns="${XHTML}">One</p></content><content type="text/plain">x</content></content>`,
      "<p>One</p>",
    ],
    ['<content type="multipart/mixed"><content>a</content><content>b</content></content>', "<p>a</p>\n<p>b</p>"],
  ])("%s", async (content, body) => {
    expect((await atom(`<title>T</title>${content}`, { namespace: ATOM_03 })).body).toBe(body);
  });

  it("titles are read by type and mode", async () => {
    const title = `<title type="text/html" mode="base64">${base64("The <i>Star</i>")}</title>`;
    expect((await atom(`${title}<content>x</content>`, { namespace: ATOM_03 })).title).toBe("The Star");
  });
});

describe("names, categories and rights", () => {
  it("of Atom are plain, without references", async () => {
    const article = await atom(
      '<title>T</title><author><name>Fish &amp;amp; Sons</name></author><category term="a" label="Q&amp;amp;A"/><category term="c&lt;d>"/><category label="" term="e"/><rights type="html">&lt;b>All&lt;/b> &amp;copy;</rights><content>x</content>',
    );
    expect(article.byline).toEqual([{ name: "Fish & Sons" }]);
    expect(article.tags).toEqual(["Q&A", "c<d>", "e"]);
    expect(article.rights).toBe("All ©");
  });

  it("of RSS may be escaped HTML", async () => {
    const article = await rss(
      '<title>T</title><dc:creator><![CDATA[<a href="/ada">Ada</a> &amp; Sons]]></dc:creator><category><![CDATA[Q&amp;A]]></category><category>C &lt;canvas></category><dc:rights>&amp;copy; &lt;b>Us&lt;/b></dc:rights><description>x</description>',
      'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    );
    expect(article.byline).toEqual([{ name: "Ada & Sons" }]);
    expect(article.tags).toEqual(["Q&A", "C <canvas>"]);
    expect(article.rights).toBe("© Us");
  });

  it.each([
    ["<author>desk@example.org (The &amp;amp; Desk)</author>", { name: "The & Desk", email: "desk@example.org" }],
    ["<author>The Desk &lt;desk@example.org></author>", { name: "The Desk", email: "desk@example.org" }],
    ["<author>noreply@blogger.com (Ada)</author>", { name: "Ada" }],
    ["<author>@ada Ada Ferrier</author>", { name: "Ada Ferrier" }],
    ["<author>@ada</author>", { name: "@ada" }],
    ["<author><name>Ada</name><email>ada@example.org</email></author>", { name: "Ada", email: "ada@example.org" }],
  ])("an author of RSS: %s", async (author, person) => {
    expect((await rss(`<title>T</title>${author}<description>x</description>`)).byline).toEqual([person]);
  });
});

describe("titles of RSS, which may be text or HTML", () => {
  it.each([
    ["Why &lt;video> beats &lt;img>", "Why <video> beats <img>"],
    ["<![CDATA[Why <video> beats <img>]]>", "Why <video> beats <img>"],
    ["The &lt;i>Star&lt;/i> sails", "The Star sails"],
    ["The <i>Star</i> sails", "The Star sails"],
    ["Q &amp;amp; A", "Q & A"],
    ["<![CDATA[Q &#038; A &#8211; more]]>", "Q & A – more"],
    ["&lt;p>Whole", "Whole"],
    ["One&lt;br/>two", "One two"],
    ['Star &lt;img src="/x.png" alt=""> sails', "Star sails"],
    ["a &lt; b > c", "a < b > c"],
    ["How &amp;lt;b&amp;gt; works", "How <b> works"],
    ["AT&amp;T, R&amp;D", "AT&T, R&D"],
    ["The &lt;script> element", "The <script> element"],
    ["Safe&lt;script>alert(1)&lt;/script>", "Safe"],
  ])("%s", async (title, expected) => {
    expect((await rss(`<title>${title}</title><description>x</description>`)).title).toBe(expected);
  });

  it.each([
    ["plain", "The <i>Star</i>"],
    ["html", "The Star"],
  ])("are %s if Media RSS declares it", async (type, title) => {
    const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
    const item = `<media:title type="${type}">The &lt;i>Star&lt;/i></media:title><description>x</description>`;
    expect((await rss(item, media)).title).toBe(title);
  });
});

describe("texts of RSS", () => {
  const content = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  it.each([
    ["<description>&lt;p>One&lt;/p></description>", "<p>One</p>"],
    ["<description><p>One <b>two</b></p></description>", "<p>One <b>two</b></p>"],
    ["<content:encoded><p>One <b>two</b></p></content:encoded>", "<p>One <b>two</b></p>"],
    ["<xhtml:body><xhtml:p>One</xhtml:p></xhtml:body><description>x</description>", "<p>One</p>"],
    ["<description>One &amp;amp; 1 &lt; 2\n\nTwo</description>", "<p>One &#x26; 1 &#x3C; 2</p>\n<p>Two</p>"],
    ["<description>One\nline</description>", "<p>One\nline</p>"],
  ])("%s", async (text, body) => {
    expect((await rss(`<title>T</title>${text}`, content)).body).toBe(body);
  });
});

describe("xml:base", () => {
  const link = (address: string) => `<p><a href="${address}">x</a></p>`;
  const escaped = "&lt;p>&lt;a href='y'>x&lt;/a>&lt;/p>";
  it.each([
    ["on the feed", `<content type="html">${escaped}</content>`, 'xml:base="https://b.example.org/f/"', "f/y"],
    ["on the content", `<content xml:base="https://b.example.org/c/" type="html">${escaped}</content>`, "", "c/y"],
    [
      "on the content, relative to the feed's",
      `<content xml:base="c/" type="html">${escaped}</content>`,
      'xml:base="https://b.example.org/f/"',
      "f/c/y",
    ],
    [
      "on the div",
      `<content type="xhtml"><div xmlns="${XHTML}" xml:base="https://b.example.org/d/"><p><a href="y">x</a></p></div></content>`,
      "",
      "d/y",
    ],
    [
      "on an element",
      `<content type="xhtml" xml:base="https://b.example.org/d/"><div xmlns="${XHTML}"><p xml:base="e/"><a href="y">x</a></p></div></content>`,
      "",
      "d/e/y",
    ],
  ])("%s of Atom", async (_, content, attributes, path) => {
    expect((await atom(`<title>T</title>${content}`, { attributes })).body).toBe(link(`https://b.example.org/${path}`));
  });

  it.each([
    ["rss", `<description>${escaped}</description>`, 'xml:base="https://b.example.org/f/"', "f/y"],
    ["description", `<description xml:base="https://b.example.org/d/">${escaped}</description>`, "", "d/y"],
    [
      "an element",
      '<description><p xml:base="https://b.example.org/e/"><a href="y">x</a></p></description>',
      "",
      "e/y",
    ],
  ])("on %s of RSS", async (_, text, attributes, path) => {
    expect((await rss(`<title>T</title>${text}`, attributes)).body).toBe(link(`https://b.example.org/${path}`));
  });

  it("on the link of an entry and of an item", async () => {
    put(
      "feed.xml",
      '<rss version="2.0"><channel><link>https://old.example.org/</link><item><title>T</title><link xml:base="https://old.example.org/2018/">b</link><pubDate>Wed, 01 May 2019 09:30:00 GMT</pubDate><description>x</description></item></channel></rss>',
    );
    await run("feed.xml");
    expect((await compiled()).b?.formerPaths).toEqual(["/2018/b"]);
  });
});
