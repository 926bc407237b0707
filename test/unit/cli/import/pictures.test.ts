import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/model/article.ts";
import { emptyRepository } from "./import-in.ts";

const { run, put, compiled } = emptyRepository();

/** Imports one item of RSS. */
async function imported(inside: string, title = "<title>One</title>"): Promise<Article & { summary: string }> {
  put(
    "feed.xml",
    `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:webfeeds="http://webfeeds.org/rss/1.0"><channel><title>Old</title><link>https://old.example.org/</link><description>d</description>
<item>${title}<link>https://old.example.org/1/</link><guid>https://old.example.org/1/</guid><pubDate>Wed, 01 May 2019 09:30:00 +0200</pubDate>${inside}</item></channel></rss>`,
  );
  const { summary } = await run("feed.xml");
  const [article] = Object.values(await compiled());
  if (!article) throw new Error(summary.join("\n"));
  return { ...article, summary: summary.join("\n") };
}

/** The addresses of all pictures: the lead, and then those of the text. */
function picturesOf({ image, body }: Article): readonly string[] {
  const lead = image?.file ? [image.file.url] : [];
  return [...lead, ...[...body.matchAll(/<img src="([^"]*)"/g)].map(([, src = ""]) => src)].map((url) =>
    url.replace("https://p.example.net/", ""),
  );
}

const at = (name: string) => `url="https://p.example.net/${name}"`;
const TEXT = "<description>Text.</description>";

describe("the pictures of an item", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "a group is one picture in several sizes, and two groups are two",
      `<media:group><media:content ${at("a-300.jpg")} width="300" medium="image"/><media:content ${at("big.jpg")} width="1200" medium="image"/></media:group>
       <media:group><media:content ${at("b.jpg")} type="image/jpeg"/><media:content ${at("c.jpg")} type="image/jpeg"/></media:group>`,
      ["big.jpg", "b.jpg"],
    ],
    [
      "a thumbnail beside its picture is the same one",
      `<media:content ${at("a_b.jpg")} type="image/jpeg" width="1024"/><media:thumbnail ${at("x_s.jpg")} width="75"/>`,
      ["a_b.jpg"],
    ],
    [
      "of several thumbnails the widest counts",
      `<media:thumbnail ${at("66.jpg")} width="66"/><media:thumbnail ${at("976.jpg")} width="976"/>`,
      ["976.jpg"],
    ],
    [
      "a thumbnail of a film is its picture",
      `<media:content ${at("a.mp4")} type="video/mp4" duration="61"><media:thumbnail ${at("a.jpg")}/></media:content>`,
      ["a.jpg"],
    ],
    [
      "enclosures, elements of other names, and Apple's",
      `<enclosure ${at("a.jpg")} length="1" type="image/jpeg"/><image>https://p.example.net/b.jpg</image><webfeeds:cover image="https://p.example.net/c.png"/><itunes:image href="https://p.example.net/d.png"/><thumbnail ${at("e.png")}/>`,
      ["a.jpg", "d.png", "b.jpg", "e.png", "c.png"],
    ],
    [
      "the portrait of an author is none of the article's",
      `<media:content url="https://1.gravatar.com/avatar/0?s=96" medium="image"/><media:thumbnail ${at("a.jpg")}/>`,
      ["a.jpg"],
    ],
  ])("%s", async (_, inside, expected) => {
    expect([...picturesOf(await imported(TEXT + inside))].sort()).toEqual([...expected].sort());
  });

  it.each([
    ["the same", "ferry.jpg"],
    ["another size of WordPress", "ferry-1024x683.jpg"],
    ["a size in the query", "ferry.jpg?w=640&amp;amp;h=480"],
  ])("a picture is not repeated if the text shows it: %s", async (_, shown) => {
    const text = `<content:encoded>&lt;p&gt;Text &lt;img src="https://p.example.net/${shown}"&gt;&lt;/p&gt;</content:encoded>`;
    const article = await imported(
      `${text}<media:content ${at("ferry.jpg")} medium="image"/><media:content ${at("pier.jpg")} medium="image"/>`,
    );
    expect(article.image).toBeUndefined();
    expect(picturesOf(article).map((name) => name.replace(/[-?.].*/, ""))).toEqual(["ferry", "pier"]);
  });

  it("have alternative text, caption and credit, in the lead and below the text", async () => {
    const about = (name: string) =>
      `<media:content ${at(name)} type="image/jpeg"><media:title>Title of ${name}</media:title><media:description>Caption &amp;amp; more</media:description><media:credit role="photographer">Ada Ferrier</media:credit><media:credit role="distribution company">Coastal Wire</media:credit></media:content>`;
    const article = await imported(TEXT + about("a.jpg") + about("b.jpg"));
    expect(article.image).toEqual({
      file: { url: "https://p.example.net/a.jpg", mediaType: "image/jpeg" },
      alternativeText: "Title of a.jpg",
      caption: "Caption & more",
      credit: "Ada Ferrier, Coastal Wire",
    });
    expect(article.body).toContain(
      '<img src="https://p.example.net/b.jpg" alt="Title of b.jpg"><figcaption>Caption &#x26; more <span class="credit">(Ada Ferrier, Coastal Wire)</span></figcaption>',
    );
  });

  const WORDS = `<media:content ${at("a.jpg")} type="image/jpeg"/><media:description>At dawn</media:description><media:credit>Ada</media:credit><media:text>A quay</media:text>`;

  it("have the caption of the item if there is one picture", async () => {
    const words = { caption: "At dawn", credit: "Ada", alternativeText: "A quay" };
    expect((await imported(TEXT + WORDS)).image).toMatchObject(words);
  });

  it("have no caption if that is the text of the item", async () => {
    const { image, body } = await imported(WORDS);
    expect([image?.caption, body]).toEqual([undefined, "<p>At dawn</p>"]);
  });

  it("of a post without a title are described for those who do not see them", async () => {
    const inside = `${TEXT}<media:content ${at("a.png")} type="image/png" medium="image"><media:description type="plain">A red buoy</media:description></media:content>`;
    const { image } = await imported(inside, "");
    expect([image?.alternativeText, image?.caption]).toEqual(["A red buoy", undefined]);
  });
});

describe("films", () => {
  it("in several encodings are one attachment, and the others are reported", async () => {
    const article = await imported(
      `${TEXT}<media:group><media:content ${at("a.webm")} type="video/webm"/><media:content ${at("a.mp4")} type="video/mp4" isDefault="true" fileSize="99" duration="1:01"/></media:group>`,
    );
    expect(article.attachments).toEqual([
      { file: { url: "https://p.example.net/a.mp4", mediaType: "video/mp4", length: 99, duration: 61 } },
    ]);
    expect(article.summary).toContain("another encoding of a recording was left out");
  });

  it("that only a page plays are a link to it", async () => {
    const article = await imported(
      `${TEXT}<media:content><media:player url="https://film.example.net/7"/></media:content>`,
    );
    expect(article.body).toBe('<p>Text.</p>\n<p><a href="https://film.example.net/7">One</a></p>');
    expect(article.attachments).toEqual([]);
  });

  it("and their description is the text of an item without one", async () => {
    const { body } = await imported(
      `<media:group><media:description type="plain">One.\n\nTwo: https://film.example.net/a_(b). Done\nThree</media:description></media:group>`,
    );
    expect(body).toBe(
      '<p>One.</p>\n<p>Two: <a href="https://film.example.net/a_(b)">https://film.example.net/a_(b)</a>. Done<br>Three</p>',
    );
  });

  it("of no known type are a player at the end of the text", async () => {
    const article = await imported(`${TEXT}<media:content ${at("stream")} medium="video"/>`);
    expect(article.body).toContain('<video controls src="https://p.example.net/stream">');
    expect(article.summary).toContain("a file of no type that can be attached is in the text only");
  });
});

it("takes a picture of which the text shows another size of its group for the same one", async () => {
  const text = "<description>&lt;p&gt;See &lt;img src='https://p.example.net/i-Th.jpg'&gt;&lt;/p&gt;</description>";
  const sizes = `<media:content ${at("i-Th.jpg")} width="150"/><media:content ${at("i-X3.jpg")} width="1600"/>`;
  expect(picturesOf(await imported(`${text}<media:group>${sizes}</media:group>`))).toEqual(["i-Th.jpg"]);
});
