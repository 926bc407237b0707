import Ajv from "ajv";
import addFormats from "ajv-formats";
import schema from "jsonfeed-schema/schema-v1.1.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { renderJsonFeed } from "../../../src/render/json-feed.ts";
import { feedOf, fullArticle, ORIGIN, plainArticle, publication } from "../../fixtures/full-article.ts";

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

const { title, address, description, language, identity } = publication;
const bare = { title, address, description, language, identity, people: [], sections: [] };

describe("by the schema of JSON Feed 1.1", () => {
  test.each([
    ["a full feed", feedOf([fullArticle, plainArticle])],
    ["an empty feed", feedOf([])],
    ["a feed of a bare publication", feedOf([plainArticle], { publication: bare })],
    ["an item without a byline", feedOf([{ ...fullArticle, byline: [] }])],
    ["an item with a caption and no picture", feedOf([{ ...fullArticle, image: { caption: "Lost" } }])],
    ["an item without content", feedOf([{ ...plainArticle, body: "" }])],
  ])("%s is valid", (_, feed) => {
    validate(JSON.parse(renderJsonFeed(feed)));
    expect(validate.errors).toBeNull();
  });

  test("a feed without a title is invalid, so the schema is applied", () => {
    const { title: _, ...untitled } = JSON.parse(renderJsonFeed(feedOf([])));
    expect(validate(untitled)).toBe(false);
  });
});

test("the feed has the publication's values", () => {
  const { items, ...feed } = JSON.parse(renderJsonFeed(feedOf([fullArticle])));
  expect(feed).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "Harbour & Hill",
    home_page_url: `${ORIGIN}/`,
    feed_url: `${ORIGIN}/feed.json`,
    description: "News from two towns <and the water between>.",
    icon: `${ORIGIN}/media/0a1b2c3d4e5f6071/icon.png`,
    favicon: `${ORIGIN}/media/0a1b2c3d4e5f6071/icon.png`,
    authors: [{ name: "The Desk", url: `${ORIGIN}/about` }],
    language: "en",
    hubs: [{ type: "WebSub", url: "https://hub.example.org/" }],
    _dateline: {
      id: "tag:example.org,2026-01-01:feeds/everything",
      updated: "2026-03-05T02:38:00+08:00",
      rights: "© 2026 Harbour & Hill",
      licence: "https://creativecommons.org/licenses/by/4.0/",
      logo: `${ORIGIN}/media/1b2c3d4e5f607182/logo.png`,
      generator: "Dateline",
      sections: [{ slug: "harbour", title: "Harbour", description: "Ships and tides" }],
    },
  });
  expect(items).toHaveLength(1);
});

test("a full item has exactly these members", () => {
  const [item] = JSON.parse(renderJsonFeed(feedOf([fullArticle]))).items;
  const picture = `${ORIGIN}/media/2c3d4e5f60718293/ferry.jpg`;
  expect(item).toEqual({
    id: fullArticle.id,
    url: fullArticle.url,
    external_url: fullArticle.canonical,
    title: fullArticle.title,
    content_html: expect.any(String),
    summary: fullArticle.summary,
    image: picture,
    banner_image: picture,
    date_published: "2026-03-01T21:42:00+08:00",
    date_modified: "2026-03-05T02:38:00+08:00",
    authors: [{ name: "Ada Ferrier", url: "https://example.org/people/ada" }, { name: "Bo Lindqvist" }],
    tags: ["Harbour", "ferries", "R&D <tests>"],
    language: "en-GB",
    attachments: [
      {
        url: `${ORIGIN}/media/4e5f607182930415/interview.mp3`,
        mime_type: "audio/mpeg",
        title: "The interview",
        size_in_bytes: 1_204_224,
        duration_in_seconds: 75,
        _dateline: {
          season: 2,
          episode: 4,
          episode_type: "bonus",
          explicit: false,
          art: `${ORIGIN}/media/6071829304152637/interview.jpg`,
          chapters: fullArticle.attachments[0]?.chapters,
          chapters_url: "https://example.org/interview/chapters.json",
          transcripts: [
            { url: "https://example.org/interview.srt", mime_type: "application/x-subrip", language: "en" },
          ],
          persons: fullArticle.attachments[0]?.persons,
        },
      },
      {
        url: `${ORIGIN}/media/5f60718293041526/timetable.pdf`,
        mime_type: "application/pdf",
        size_in_bytes: 90_112,
      },
    ],
    _dateline: {
      dateline: "PORT ELLEN",
      agency: { name: "Coastal Wire", url: "https://wire.example.net/" },
      section: { slug: "harbour", title: "Harbour" },
      image: {
        alternative_text: "A ferry at the slipway at dusk",
        caption: "The ferry at its berth on Sunday & at rest.",
        credit: "HARBOUR & HILL/POOL",
        mime_type: "image/jpeg",
        size_in_bytes: 48_213,
        width: 1600,
        height: 900,
      },
      related: fullArticle.related,
      corrections: fullArticle.corrections,
      rights: "© 2026 Coastal Wire & others",
      licence: "https://creativecommons.org/licenses/by-nc/4.0/",
    },
  });
});

test("a minimal item has no other members", () => {
  const [item] = JSON.parse(renderJsonFeed(feedOf([plainArticle]))).items;
  expect(Object.keys(item).sort()).toEqual(
    ["id", "content_html", "url", "title", "summary", "date_published", "date_modified"].sort(),
  );
});

test("a video has its size in the extension of its attachment", () => {
  const file = { url: `${ORIGIN}/film.mp4`, mediaType: "video/mp4", length: 9, width: 640, height: 360 };
  const [item] = JSON.parse(renderJsonFeed(feedOf([{ ...plainArticle, attachments: [{ file }] }]))).items;
  expect(item.attachments[0]._dateline).toEqual({ width: 640, height: 360 });
});

test("the feed has no member of version 1.0, no e-mail address and no indentation", () => {
  const json = renderJsonFeed(feedOf([fullArticle]));
  expect(json).not.toMatch(/"author":|@example\.org|\n/);
});

test("line feeds and runs of spaces inside a text are kept", () => {
  const body = "<pre>a\n    b\n\n  c</pre>";
  const [item] = JSON.parse(renderJsonFeed(feedOf([{ ...plainArticle, body }]))).items;
  expect(item.content_html).toBe(body);
});
