import { join } from "node:path";
import { parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { publicationSchema } from "../../../../src/model/publication.ts";
import { renderPodcast } from "../../../../src/render/podcast/podcast.ts";
import { publication } from "../../../fixtures/full-article.ts";
import { podcastFeedOf } from "../../../fixtures/podcast.ts";
import { emptyRepository, FIXTURES } from "./import-in.ts";

const { run, compiled, put, read } = emptyRepository();
const podcast = (name: string) => join(FIXTURES, "podcasts", name);

describe("a podcast that moves stays one", () => {
  it("from Libsyn: numbers, art, length and duration, and a trailer without a length", async () => {
    const { isWhole, summary } = await run(podcast("libsyn.xml"));
    expect(isWhole).toBe(true);
    const { "s2-e4-the-lock-keeper": episode, ...others } = await compiled();
    expect(episode?.attachments).toEqual([
      {
        file: {
          url: "https://traffic.libsyn.example/secure/slackwater/s2e4.mp3?dest-id=1234567",
          mediaType: "audio/mpeg",
          length: 28_512_874,
          duration: 1_782,
        },
        title: "The lock keeper",
        season: 2,
        episode: 4,
        episodeType: "full",
        explicit: false,
        art: "https://static.libsyn.example/p/assets/lock.jpg",
      },
    ]);
    expect(episode?.body).not.toContain("<audio");
    expect(Object.values(others)[0]?.attachments).toEqual([
      {
        file: {
          url: "https://traffic.libsyn.example/secure/slackwater/trailer.mp3",
          mediaType: "audio/mpeg",
          length: 0,
          duration: 3_723,
        },
        season: 2,
        episodeType: "trailer",
        explicit: true,
        art: "https://static.libsyn.example/p/assets/cover.jpg",
      },
    ]);
    // The cover of the whole podcast is no picture of the article.
    expect([Object.values(others)[0]?.image, Object.values(others)[0]?.body]).toEqual([undefined, ""]);
    expect(episode?.body).toContain('<img src="https://static.libsyn.example/p/assets/lock.jpg"');
    expect(summary.join("\n")).toContain("the length of an attachment is not known");
  });

  it("from Buzzsprout: transcripts, people and both forms of chapters; a sound bite is reported", async () => {
    const { summary } = await run(podcast("buzzsprout.xml"));
    const [episode] = Object.values(await compiled());
    expect(episode?.attachments).toEqual([
      {
        file: expect.objectContaining({ length: 17_250_311, duration: 1_433 }),
        season: 1,
        episode: 12,
        episodeType: "bonus",
        explicit: false,
        chapters: [
          { start: 0, title: "Welcome" },
          { start: 185, title: "The eye" },
          { start: 3_725, title: "Whipping", url: "https://ropework.example/whipping" },
        ],
        chaptersUrl: "https://www.buzzsprout.example/31415/2718281/chapters.json",
        transcripts: [
          { url: "https://www.buzzsprout.example/31415/2718281/transcript", mediaType: "text/html" },
          { url: "https://www.buzzsprout.example/31415/2718281/transcript.srt", mediaType: "application/x-subrip" },
          { url: "https://www.buzzsprout.example/31415/2718281/transcript.vtt", mediaType: "text/vtt", language: "en" },
        ],
        persons: [
          {
            name: "Mo Tar",
            role: "host",
            url: "https://ropework.example/mo",
            image: "https://ropework.example/mo.jpg",
          },
          { name: "Al & Co", role: "guest", group: "cast" },
        ],
      },
    ]);
    expect(summary.join("\n")).toContain("<podcast:soundbite>: has no place here, and was left out");
  });

  it("from Podlove: chapters with fractions, links and pictures, and art that the text does not show", async () => {
    await run(podcast("podlove.xml"));
    const { "df007-ebbe": episode } = await compiled();
    expect(episode?.attachments[0]).toMatchObject({
      file: { length: 52_310_443, duration: 4_364.31 },
      title: "Ebbe",
      episode: 7,
      chapters: [
        { start: 0, title: "Begrüßung" },
        {
          start: 331.25,
          title: "Priele & Muscheln",
          url: "https://de.wattwiki.example/Priel",
          image: "https://deichfunk.example/priel.jpg",
        },
      ],
    });
    expect(episode?.body.match(/<img[^>]* src="[^"]*"/g)).toHaveLength(2);
  });

  it("from Anchor: m4a with an address inside of an address", async () => {
    await run(podcast("anchor.xml"));
    const [episode] = Object.values(await compiled());
    expect(episode?.attachments[0]).toMatchObject({
      file: { mediaType: "audio/x-m4a", length: 12_009_876, duration: 740 },
      episodeType: "full",
      explicit: false,
    });
    expect(episode?.attachments[0]?.file.url).toContain("play/86420135/https%3A%2F%2Fd3ctxlq1ktw2nl.example%2F");
  });

  it.each(["libsyn.xml", "buzzsprout.xml", "podlove.xml", "anchor.xml"])(
    "%s: our own feed says the same to a player, and the same import again changes nothing",
    async (name) => {
      await run(podcast(name));
      const articles = Object.values(await compiled());
      const { items = [] } = parseRssFeed(renderPodcast(podcastFeedOf(articles)));
      for (const [index, item] of items.entries()) {
        const [attachment] = articles[index]?.attachments ?? [];
        expect(item.enclosures?.[0]).toMatchObject({ url: attachment?.file.url, type: attachment?.file.mediaType });
        expect(item.itunes?.duration).toBe(Math.round(attachment?.file.duration ?? 0));
        expect(item.itunes?.season).toBe(attachment?.season);
        expect(item.itunes?.episode).toBe(attachment?.episode);
        expect(item.itunes?.episodeType).toBe(attachment?.episodeType);
        expect(item.itunes?.explicit).toBe(attachment?.explicit);
        if (attachment?.art !== undefined) expect(item.itunes?.image).toBe(attachment.art);
        expect(item.psc?.chapters?.map(({ title }) => title)).toEqual(attachment?.chapters?.map(({ title }) => title));
        expect(item.podcast?.transcripts?.map(({ url }) => url)).toEqual(
          attachment?.transcripts?.map(({ url }) => url),
        );
      }
      expect((await run(podcast(name))).total).toMatch(/^0 articles written/);
    },
  );
});

describe("what the feed says of the podcast", () => {
  /** The block for publication.yaml that the report of an import suggests. */
  const suggested = (summary: readonly string[]) => {
    const line = summary.find((each) => each.includes("to go on as the same podcast"));
    const yaml = /needs the line (podcast: \{.*\})(?:, and as image|$)/.exec(line ?? "")?.[1];
    return yaml === undefined ? undefined : parse(yaml).podcast;
  };

  it("is suggested for publication.yaml, and our feed then says the same", async () => {
    const { summary } = await run(podcast("buzzsprout.xml"));
    expect(suggested(summary)).toEqual({
      title: "Ropework",
      description: "Knots and people.",
      locked: true,
      guid: "3a9b1c2d-0000-5000-8000-1234567890ab",
      author: "Ropework",
      type: "episodic",
      explicit: false,
    });
    const about = publicationSchema.parse({ ...publication, podcast: suggested(summary) });
    const feed = parseRssFeed(renderPodcast(podcastFeedOf(Object.values(await compiled()), { publication: about })));
    expect(feed).toMatchObject({
      title: "Ropework",
      description: "Knots and people.",
      itunes: { author: "Ropework", type: "episodic", explicit: false },
      podcast: { guid: "3a9b1c2d-0000-5000-8000-1234567890ab", locked: { value: true } },
    });
  });

  it("has every element that has a field, and other forms and links to give of an episode", async () => {
    put(
      "feed.xml",
      `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel><title>Talk</title><link>https://old.example.org/</link><description>About the quay.</description>
<itunes:image href="https://old.example.org/cover.jpg"/><itunes:explicit>clean</itunes:explicit><itunes:type>Serial</itunes:type>
<itunes:category text="Society &amp; Culture"><itunes:category text="Documentary"/></itunes:category><itunes:category text="News"/>
<itunes:owner><itunes:name>Desk</itunes:name><itunes:email>desk@old.example.org</itunes:email></itunes:owner>
<podcast:medium>audiobook</podcast:medium><podcast:locked owner="other@old.example.org">no</podcast:locked>
<podcast:funding url="https://old.example.org/give">Give &amp; take</podcast:funding>
<podcast:person role="host">Ada</podcast:person>
<item><title>One</title><guid isPermaLink="false">1</guid><pubDate>Wed, 01 May 2019 09:30:00 +0200</pubDate><description>x</description>
<enclosure url="https://old.example.org/a.mp3" length="9" type="audio/mpeg"/>
<podcast:funding url="https://old.example.org/one"></podcast:funding>
<podcast:alternateEnclosure type="audio/mpeg" length="9" default="true"><podcast:source uri="https://old.example.org/a.mp3"/></podcast:alternateEnclosure>
<podcast:alternateEnclosure type="audio/opus" length="5" bitrate="32000" lang="en" title="Low" codecs="opus"><podcast:source uri="https://old.example.org/a.opus"/></podcast:alternateEnclosure>
<podcast:alternateEnclosure type="application/x-bittorrent"><podcast:source uri="https://old.example.org/a.torrent"/></podcast:alternateEnclosure>
</item></channel></rss>`,
    );
    const { summary } = await run("feed.xml");
    expect(suggested(summary)).toEqual({
      title: "Talk",
      description: "About the quay.",
      explicit: false,
      type: "serial",
      category: "Society & Culture",
      subcategory: "Documentary",
      owner: { name: "Desk", email: "desk@old.example.org" },
      medium: "audiobook",
      locked: false,
      funding: [{ url: "https://old.example.org/give", text: "Give & take" }],
      persons: [{ name: "Ada", role: "host" }],
    });
    expect(summary.join("\n")).toContain("as image the cover from https://old.example.org/cover.jpg");
    expect(summary.join("\n")).toContain("<podcast:alternateEnclosure>: a value that cannot be read was left out");
    expect(Object.values(await compiled())[0]?.attachments).toEqual([
      {
        file: { url: "https://old.example.org/a.mp3", mediaType: "audio/mpeg", length: 9 },
        alternates: [
          {
            file: { url: "https://old.example.org/a.opus", mediaType: "audio/opus", length: 5 },
            title: "Low",
            language: "en",
            bitrate: 32_000,
            codecs: "opus",
          },
        ],
        funding: [{ url: "https://old.example.org/one", text: "https://old.example.org/one" }],
      },
    ]);
  });

  it("is nothing if the feed is no podcast", async () => {
    put(
      "feed.xml",
      `<rss version="2.0"><channel><title>t</title><link>https://old.example.org/</link><description>d</description>
<item><title>One</title><pubDate>Wed, 01 May 2019 09:30:00 +0200</pubDate><description>x</description></item></channel></rss>`,
    );
    expect((await run("feed.xml")).summary.join("\n")).not.toContain("podcast");
  });
});

describe("JSON Feed and Atom", () => {
  it("bring sizes and durations of their attachments, also as texts", async () => {
    const attachments = [
      {
        url: "https://old.example.org/a.mp3",
        mime_type: "audio/mpeg; x=1",
        size_in_bytes: 9,
        duration_in_seconds: 61.5,
      },
      { url: "b.m4a", mime_type: "audio/x-m4a", size_in_bytes: "12", title: "B" },
      { nothing: true },
      { url: "https://old.example.org/c.png", mime_type: "image/png", title: "The pier" },
      { url: "https://old.example.org/d.ogg" },
      { url: "https://old.example.org/e", mime_type: "audio/mp3" },
    ];
    const item = { id: "1", url: "https://old.example.org/1/", title: "One", content_text: "x", attachments };
    const feed = { version: "https://jsonfeed.org/version/1.1", title: "t", home_page_url: "https://old.example.org/" };
    put("feed.json", JSON.stringify({ ...feed, items: [{ ...item, date_published: "2021-03-09T00:00:00Z" }] }));
    const { summary } = await run("feed.json");
    const [article] = Object.values(await compiled());
    expect(article?.attachments).toEqual([
      { file: { url: "https://old.example.org/a.mp3", mediaType: "audio/mpeg", length: 9, duration: 61.5 } },
      { file: { url: "https://old.example.org/1/b.m4a", mediaType: "audio/x-m4a", length: 12 }, title: "B" },
      { file: { url: "https://old.example.org/d.ogg", mediaType: "audio/ogg", length: 0 } },
      { file: { url: "https://old.example.org/e", mediaType: "audio/mpeg", length: 0 } },
    ]);
    expect(article?.image).toMatchObject({ alternativeText: "The pier" });
    expect(summary.join("\n")).toContain("the media type of a file was taken from its ending");
  });

  it("bring the length of an enclosure link, and Apple's tags in Atom", async () => {
    put(
      "feed.xml",
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><title>t</title><id>t</id>
<updated>2021-03-09T00:00:00Z</updated><entry><title>One</title><id>urn:x:1</id><updated>2021-03-09T00:00:00Z</updated>
<link rel="enclosure" type="audio/mpeg" length="1,337" href="https://old.example.org/a.mp3"/><itunes:duration>1h 2m</itunes:duration>
<itunes:season>3</itunes:season><itunes:episode>soon</itunes:episode></entry></feed>`,
    );
    const { summary } = await run("feed.xml");
    const [article] = Object.values(await compiled());
    expect(article?.attachments).toEqual([
      {
        file: { url: "https://old.example.org/a.mp3", mediaType: "audio/mpeg", length: 1_337, duration: 3_720 },
        season: 3,
      },
    ]);
    expect(summary.join("\n")).toContain("<itunes:episode>: a value that cannot be read was left out");
  });

  it("an address with a password is left out with a note that does not tell it", async () => {
    put(
      "feed.xml",
      `<rss version="2.0"><channel><title>t</title><link>https://old.example.org/</link><description>d</description><item>
<title>One</title><pubDate>Wed, 01 May 2019 09:30:00 +0200</pubDate><description>x</description>
<enclosure url="https://me:secret@old.example.org/a.mp3" length="9" type="audio/mpeg"/></item></channel></rss>`,
    );
    const { summary } = await run("feed.xml");
    expect(Object.values(await compiled())[0]?.attachments).toEqual([]);
    expect(summary.join("\n")).toContain("a file whose address has a password or cannot be read was left out");
    expect(summary.join("\n") + read("one.html")).not.toContain("secret");
  });
});
