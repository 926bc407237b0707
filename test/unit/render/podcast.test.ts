import { parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { withPodcastGuids } from "../../../src/compile/ledger/podcast-guids.ts";
import type { Article } from "../../../src/model/article.ts";
import type { Podcast } from "../../../src/model/podcast.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { renderPodcast } from "../../../src/render/podcast/podcast.ts";
import { renderRss } from "../../../src/render/rss.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication, time } from "../../fixtures/full-article.ts";
import { fullPodcast, podcastFeedOf, podcastPublication } from "../../fixtures/podcast.ts";
import { childOf, childrenOf, parseStrictXml } from "../../strict-xml.ts";

const file = (name: string, mediaType: string, duration?: number) => ({
  file: { url: `${ORIGIN}/media/0a/${name}`, mediaType, length: 9, ...(duration !== undefined && { duration }) },
});
const pdf = file("notes.pdf", "application/pdf");
const sound = file("talk.mp3", "audio/mpeg", 75.4);
const film = file("talk.mp4", "video/mp4", 3_600);

const withFiles = (...attachments: Article["attachments"]): Article => ({ ...plainArticle, attachments });
const podcastOf = (article: Article, podcast: Podcast = {}) =>
  parseStrictXml(renderPodcast(podcastFeedOf([article], { publication: { ...publication, podcast } })));
const channelOf = (article: Article, podcast: Podcast = {}) => childOf(podcastOf(article, podcast), "channel");
const itemOf = (article: Article) => childOf(channelOf(article), "item");
const isOfPodcasts = ({ name }: { name: string }) => /^(?:itunes|podcast|psc):/.test(name);

describe.each([
  ["the podcast", (article: Article) => renderPodcast(podcastFeedOf([article]))],
  ["the feed of articles", (article: Article) => renderRss(feedOf([article]))],
])("the enclosure in %s", (_, render) => {
  test.each([
    ["is the first audio, at any position", [pdf, film, sound, file("second.mp3", "audio/mpeg")], sound],
    ["is a video if there is no audio", [pdf, film], film],
  ])("%s", (__, attachments, enclosed) => {
    const item = childOf(childOf(parseStrictXml(render(withFiles(...attachments))), "channel"), "item");
    expect(childrenOf(item, "enclosure").map(({ attributes }) => attributes)).toEqual([
      { url: enclosed.file.url, length: "9", type: enclosed.file.mediaType },
    ]);
  });
});

describe("files that cannot be played", () => {
  const files = withFiles(pdf, file("rows.csv", "text/csv"));
  const { image } = fullArticle;
  const article: Article = { ...files, ...(image && { image }) };

  test("are no enclosures and no media in RSS and Atom, and neither is the picture", () => {
    for (const xml of [renderRss(feedOf([article])), renderAtom(feedOf([article]))])
      expect(xml).not.toMatch(/<enclosure|rel="enclosure"|<media:content/);
  });

  test("stay attachments in JSON Feed", () => {
    const { items }: { items: { attachments: unknown[] }[] } = JSON.parse(renderJsonFeed(feedOf([article])));
    expect(items[0]?.attachments).toHaveLength(2);
  });

  test("the picture is a thumbnail", () => {
    const item = childOf(childOf(parseStrictXml(renderRss(feedOf([article]))), "channel"), "item");
    expect(childOf(item, "media:thumbnail").attributes).toEqual({
      url: image?.file?.url,
      width: "1600",
      height: "900",
    });
  });
});

test("everything that can be played is an enclosure in Atom, in the article's order", () => {
  const links = childrenOf(childOf(parseStrictXml(renderAtom(feedOf([withFiles(pdf, film, sound)]))), "entry"), "link");
  expect(links.filter(({ attributes }) => attributes.rel === "enclosure").map((each) => each.attributes.href)).toEqual([
    film.file.url,
    sound.file.url,
  ]);
});

test("the feed of articles has no podcast elements, whatever it has to play", () => {
  const about = { publication: podcastPublication };
  for (const xml of [renderRss(feedOf([fullArticle], about)), renderAtom(feedOf([fullArticle], about))])
    expect(xml).not.toMatch(/itunes|podcast:|psc:/);
});

describe("the channel of a podcast", () => {
  test("declares its namespaces on the root", () => {
    const { attributes } = podcastOf(withFiles(sound));
    expect(attributes["xmlns:itunes"]).toBe("http://www.itunes.com/dtds/podcast-1.0.dtd");
    expect(attributes["xmlns:podcast"]).toBe("https://podcastindex.org/namespace/1.0");
  });

  test("has every fact of the podcast, as an independent parser reads it", () => {
    const read = parseRssFeed(renderPodcast(podcastFeedOf([fullArticle])));
    expect(read).toMatchObject({ title: fullPodcast.title, description: fullPodcast.description, language: "en" });
    expect(read.itunes).toEqual({
      author: fullPodcast.author,
      owner: fullPodcast.owner,
      image: fullPodcast.image?.url,
      categories: [{ text: "Society & Culture", categories: [{ text: "Places & Travel" }] }],
      explicit: false,
      type: "serial",
    });
    expect(read.podcast).toEqual({
      guid: fullPodcast.guid,
      locked: { value: true, owner: "audio@example.org" },
      medium: "podcast",
      license: { display: "cc-by-4.0", url: publication.licence },
      fundings: [{ display: "Keep the ferry <running>", url: "https://example.org/give?from=feed&x=1" }],
      persons: [{ display: "Ada Ferrier", role: "host", group: "cast" }],
    });
  });

  test("has its own address, and the page of the articles", () => {
    const channel = channelOf(withFiles(sound));
    const self = childrenOf(channel, "atom:link").find(({ attributes }) => attributes.rel === "self");
    expect(self?.attributes.href).toBe(`${ORIGIN}/podcast.xml`);
    expect(childOf(channel, "link").text).toBe(`${ORIGIN}/`);
  });

  test("takes what it does not say from the publication", () => {
    const icon = { url: `${ORIGIN}/media/0a/icon.png`, mediaType: "image/png", width: 1_400, height: 1_400 };
    const about = { ...publication, icon, podcast: { category: "News" } };
    const { itunes, podcast } = parseRssFeed(
      renderPodcast(podcastFeedOf([withFiles(sound)], { publication: withPodcastGuids(about) })),
    );
    expect(itunes).toEqual({
      author: "Harbour & Hill",
      owner: { name: "The Desk", email: "desk@example.org" },
      image: icon.url,
      categories: [{ text: "News" }],
      explicit: false,
      type: "episodic",
    });
    expect(podcast).toMatchObject({ guid: expect.stringMatching(/^[0-9a-f-]{36}$/), medium: "podcast" });
  });

  test("has no owner without an e-mail address, and no picture that cannot be a cover", () => {
    const about = { ...publication, people: [{ name: "A" }], podcast: {} };
    const channel = childOf(
      parseStrictXml(renderPodcast(podcastFeedOf([withFiles(sound)], { publication: about }))),
      "channel",
    );
    expect(channel.children.filter(isOfPodcasts).map(({ name }) => name)).toEqual([
      "itunes:author",
      "itunes:explicit",
      "itunes:type",
      "podcast:medium",
      "podcast:license",
    ]);
  });

  test("has the same guid in every document of the feed", () => {
    const archive = podcastFeedOf([withFiles(sound)], { place: { document: { kind: "archive", number: 1 } } });
    const channel = childOf(parseStrictXml(renderPodcast(archive)), "channel");
    expect(childOf(channel, "podcast:guid").text).toBe(fullPodcast.guid);
    expect(childrenOf(channel, "fh:archive")).toHaveLength(1);
    const self = childrenOf(channel, "atom:link").find(({ attributes }) => attributes.rel === "self");
    expect(self?.attributes.href).toBe(`${ORIGIN}/archives/1/podcast.xml`);
  });
});

// Names of the SPDX list, and addresses that it does not have.
test.each([
  ["https://creativecommons.org/licenses/by-nc-sa/4.0/", "cc-by-nc-sa-4.0"],
  ["http://creativecommons.org/licenses/by/3.0/de/deed.en", "cc-by-3.0-de"],
  ["https://creativecommons.org/publicdomain/zero/1.0/", "cc0-1.0"],
  ["https://opensource.org/license/mit", "mit"],
  ["https://spdx.org/licenses/GFDL-1.3-only.html", "gfdl-1.3-only"],
  ["https://example.org/terms", "example.org/terms"],
  [`https://example.org/${"x".repeat(300)}`, `example.org/${"x".repeat(116)}`],
])("the licence %s is %s", (licence, name) => {
  expect(childOf(itemOf({ ...withFiles(sound), licence }), "podcast:license")).toMatchObject({
    text: name,
    attributes: { url: licence },
  });
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
    const own = item.children.filter(isOfPodcasts);
    expect(own.map(({ name, text, attributes }) => [name, text, attributes])).toEqual([
      ["itunes:title", article.title, {}],
      ["itunes:duration", "75", {}],
      ["itunes:image", "", { href: fullArticle.image?.file?.url }],
      ["itunes:episodeType", "full", {}],
      ["podcast:transcript", "", { url: subtitles.file.url, type: "text/vtt", language: "de" }],
      ["podcast:transcript", "", { url: lines.file.url, type: "text/plain", language: "de" }],
    ]);
    expect(childOf(item, "enclosure").attributes.url).toBe(sound.file.url);
    expect(childrenOf(item, "media:content")).toEqual([]);
  });

  test("has no duration if that is not known", () => {
    expect(childrenOf(itemOf(withFiles(file("a.mp3", "audio/mpeg"))), "itunes:duration")).toEqual([]);
  });

  test("has the recording in other forms, its own among them, and where to give", () => {
    const alternates = [
      { ...file("talk.opus", "audio/ogg"), title: "Small & quick", bitrate: 32_000, codecs: "opus", language: "de" },
      { file: { url: `${ORIGIN}/media/0a/talk.mp4`, mediaType: "video/mp4", length: 0, height: 720 } },
    ];
    const funding = [{ url: "https://example.org/give", text: "Give" }];
    const [item] =
      parseRssFeed(renderPodcast(podcastFeedOf([withFiles({ ...sound, alternates, funding })]))).items ?? [];
    expect(item?.podcast?.alternateEnclosures).toEqual([
      { type: "audio/mpeg", length: 9, default: true, sources: [{ uri: sound.file.url }] },
      {
        type: "audio/ogg",
        length: 9,
        bitrate: 32_000,
        lang: "de",
        title: "Small & quick",
        codecs: "opus",
        sources: [{ uri: `${ORIGIN}/media/0a/talk.opus` }],
      },
      { type: "video/mp4", height: 720, sources: [{ uri: `${ORIGIN}/media/0a/talk.mp4` }] },
    ]);
    expect(childOf(itemOf(withFiles({ ...sound, funding })), "podcast:funding")).toMatchObject({
      text: "Give",
      attributes: { url: "https://example.org/give" },
    });
  });
});

test("a withdrawn episode is gone, and a tombstone says so", () => {
  const withdrawal = {
    id: plainArticle.id,
    url: plainArticle.url,
    language: "en",
    time: time("2026-03-06T00:00:00Z"),
    reason: "It was wrong",
  };
  const channel = childOf(
    parseStrictXml(renderPodcast(podcastFeedOf([withFiles(sound)], { withdrawals: [withdrawal] }))),
    "channel",
  );
  expect(childrenOf(channel, "item")).toHaveLength(1);
  const tombstone = childOf(channel, "at:deleted-entry");
  expect(tombstone.attributes).toEqual({ ref: plainArticle.id, when: "2026-03-06T00:00:00Z" });
  expect(childOf(tombstone, "atom:link").attributes.href).toBe(plainArticle.url);
});
