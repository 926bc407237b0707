import { parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { publicationSchema } from "../../../src/model/publication.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { podcastGuid } from "../../../src/render/podcast.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication } from "../../fixtures/full-article.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

const file = (name: string, mediaType: string, duration?: number) => ({
  file: { url: `${ORIGIN}/media/0a/${name}`, mediaType, length: 9, ...(duration !== undefined && { duration }) },
});
const pdf = file("notes.pdf", "application/pdf");
const sound = file("talk.mp3", "audio/mpeg", 75.4);
const film = file("talk.mp4", "video/mp4", 3_600);

const withFiles = (...attachments: Article["attachments"]): Article => ({ ...plainArticle, attachments });
const rssOf = (article: Article, about = {}) =>
  parseStrictXml(renderRss(feedOf([article], { publication: { ...publication, ...about } })));
const channelOf = (article: Article, about = {}) => childOf(rssOf(article, about), "channel");
const itemOf = (article: Article) => childOf(channelOf(article), "item");

describe("the enclosure", () => {
  test.each([
    ["is the first audio, at any position", [pdf, film, sound, file("second.mp3", "audio/mpeg")], sound],
    ["is a video if there is no audio", [pdf, film], film],
    ["is the first file if nothing can be played", [pdf, file("rows.csv", "text/csv")], pdf],
  ])("%s", (_, attachments, enclosed) => {
    const enclosures = childrenOf(itemOf(withFiles(...attachments)), "enclosure");
    expect(enclosures.map(({ attributes }) => attributes.url)).toEqual([enclosed.file.url]);
  });

  test("is every attachment in Atom and JSON Feed, in the article's order", () => {
    const feed = feedOf([withFiles(pdf, film, sound)]);
    const all = [pdf, film, sound].map(({ file: { url } }) => url);
    const links = childrenOf(childOf(parseStrictXml(renderAtom(feed)), "entry"), "link");
    expect(
      links.filter(({ attributes }) => attributes.rel === "enclosure").map((each) => each.attributes.href),
    ).toEqual(all);
    const json: { items: { attachments: { url: string }[] }[] } = JSON.parse(renderJsonFeed(feed));
    expect(json.items[0]?.attachments.map(({ url }) => url)).toEqual(all);
  });
});

describe("the channel of a feed with something to play", () => {
  test("declares its namespaces on the root", () => {
    const { attributes } = rssOf(withFiles(sound));
    expect(attributes["xmlns:itunes"]).toBe("http://www.itunes.com/dtds/podcast-1.0.dtd");
    expect(attributes["xmlns:podcast"]).toBe("https://podcastindex.org/namespace/1.0");
  });

  test("has its author and a square picture, as an independent parser reads them", () => {
    const { itunes, podcast } = parseRssFeed(renderRss(feedOf([fullArticle])));
    expect(itunes).toEqual({
      author: "Harbour & Hill",
      owner: { name: "The Desk", email: "desk@example.org" },
      image: publication.icon?.url,
      explicit: false,
      type: "episodic",
    });
    expect(podcast).toEqual({ guid: "7079c77f-0738-5638-90d8-b2f13dc13aad" });
  });

  test("has the podcast settings of the publication", () => {
    const podcast = { category: "Society & Culture", subcategory: "Places & Travel", explicit: true, locked: true };
    const channel = channelOf(withFiles(sound), { podcast: { ...podcast, type: "serial" } });
    const category = childOf(channel, "itunes:category");
    expect([category.attributes.text, childOf(category, "itunes:category").attributes.text]).toEqual([
      "Society & Culture",
      "Places & Travel",
    ]);
    expect(childOf(channel, "itunes:explicit").text).toBe("true");
    expect(childOf(channel, "itunes:type").text).toBe("serial");
    expect(childOf(channel, "podcast:locked")).toMatchObject({
      text: "yes",
      attributes: { owner: "desk@example.org" },
    });
  });

  test("has no owner without an e-mail address, and no picture that is not square", () => {
    const { icon: _, ...oblong } = publication;
    const channel = childOf(
      parseStrictXml(renderRss(feedOf([withFiles(sound)], { publication: { ...oblong, people: [{ name: "A" }] } }))),
      "channel",
    );
    expect(channel.children.map(({ name }) => name).filter((name) => /^(?:itunes|podcast):/.test(name))).toEqual([
      "itunes:author",
      "itunes:explicit",
      "itunes:type",
      "podcast:guid",
    ]);
  });

  test("has the same guid in every document of the feed", () => {
    const archive = feedOf([withFiles(sound)], { place: { document: { kind: "archive", number: 1 } } });
    expect(childOf(childOf(parseStrictXml(renderRss(archive)), "channel"), "podcast:guid").text).toBe(
      "7079c77f-0738-5638-90d8-b2f13dc13aad",
    );
  });
});

test("a feed with nothing to play has no podcast elements", () => {
  expect(renderRss(feedOf([plainArticle, withFiles(pdf)]))).not.toMatch(/itunes|podcast/);
});

// The examples of the Podcast Namespace's page on "guid".
test.each([
  ["https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
  ["http://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"],
  ["https://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
])("the guid of %s is %s", (address, guid) => {
  expect(podcastGuid(address)).toBe(guid);
});

describe("an episode", () => {
  const subtitles = file("talk.vtt", "text/vtt");
  const lines = { ...file("lines.txt", "text/plain"), title: "Transcript" };
  const other = { ...file("transcript.pdf", "application/pdf"), title: "Transcript" };
  const { image } = fullArticle;

  test("has its title, duration, picture and transcripts", () => {
    const article: Article = {
      ...withFiles(subtitles, sound, lines, other, file("a.txt", "text/plain")),
      language: "de",
      ...(image && { image }),
    };
    const item = itemOf(article);
    const own = item.children.filter(({ name }) => /^(?:itunes|podcast):/.test(name));
    expect(own.map(({ name, text, attributes }) => [name, text, attributes])).toEqual([
      ["itunes:title", article.title, {}],
      ["itunes:duration", "75", {}],
      ["itunes:image", "", { href: fullArticle.image?.file?.url }],
      ["itunes:episodeType", "full", {}],
      ["podcast:transcript", "", { url: subtitles.file.url, type: "text/vtt", language: "de" }],
      ["podcast:transcript", "", { url: lines.file.url, type: "text/plain", language: "de" }],
    ]);
    expect(childOf(item, "enclosure").attributes.url).toBe(sound.file.url);
  });

  test("has no duration if that is not known", () => {
    expect(childrenOf(itemOf(withFiles(file("a.mp3", "audio/mpeg"))), "itunes:duration")).toEqual([]);
  });

  test("has podcast elements only if the article has something to play", () => {
    const [first, second] = childrenOf(
      childOf(parseStrictXml(renderRss(feedOf([withFiles(sound), withFiles(subtitles)]))), "channel"),
      "item",
    );
    expect(first?.children.some(({ name }) => name.startsWith("itunes:"))).toBe(true);
    expect(second?.children.some(({ name }) => /^(?:itunes|podcast):/.test(name))).toBe(false);
  });
});

test("a publication cannot have a subcategory without a category", () => {
  const issues = publicationSchema.safeParse({ ...publication, podcast: { subcategory: "Politics" } }).error?.issues;
  expect(issues?.map(({ path, message }) => [path, message])).toEqual([
    [["podcast", "subcategory"], "expected a category that the subcategory is of"],
  ]);
});
