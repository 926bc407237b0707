import { describe, expect, test } from "vitest";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../../src/compile/submission/parse-submission.ts";
import { publication } from "../../../fixtures/full-article.ts";
import { fullPodcast } from "../../../fixtures/podcast.ts";
import { articleText, compile, MEDIA, messages, PUBLICATION } from "../compile.ts";

const COVER = {
  name: "cover.png",
  hash: "5f60718293041526",
  mediaType: "image/png",
  length: 9,
  width: 1_400,
  height: 1_400,
};
const media = [...MEDIA, { name: COVER.name, ok: true, value: COVER } as const];
const PODCAST =
  "people: [{ name: A, email: a@example.org }]\npodcast: { category: News, image: cover.png, type: serial }\n";

const episode = (id: string, fields: string) =>
  articleText(`section: harbour\nattachments: [{ src: talk.mp3${fields} }]\n`).replace("7f3k9q2m", id);
const faultsOf = (articles: Record<string, string>, about = PUBLICATION + PODCAST) =>
  messages(compile(articles, { publication: about, media })).faults;

describe("an episode of a serial podcast", () => {
  test("has a number: the fault names the article and the field", () => {
    expect(faultsOf({ one: episode("aaaaaaaa", "") })).toEqual([
      "content/articles/one.md:6 attachments[0].episode: expected the number of the episode: its podcast is serial, and apps play it in order",
    ]);
    expect(faultsOf({ one: episode("aaaaaaaa", ", episode: 1") })).toEqual([]);
  });

  test("has a season if others have one", () => {
    const first = episode("aaaaaaaa", ", episode: 1, season: 1");
    expect(faultsOf({ first, second: episode("bbbbbbbb", ", episode: 2") })).toEqual([
      "content/articles/second.md:6 attachments[0].season: expected the number of the season, as other episodes have it",
    ]);
  });

  test("needs no number if it is a trailer or an extra", () => {
    for (const kind of ["trailer", "bonus"])
      expect(faultsOf({ one: episode("aaaaaaaa", `, episodeType: ${kind}`) })).toEqual([]);
  });

  test("needs no number if nothing can be played, or if the podcast is episodic", () => {
    expect(faultsOf({ one: articleText("attachments: [{ src: map.png }]\n") })).toEqual([]);
    expect(faultsOf({ one: episode("aaaaaaaa", "") }, PUBLICATION + PODCAST.replace("serial", "episodic"))).toEqual([]);
  });

  test("is one of a section whose podcast is serial", () => {
    const own = PUBLICATION.replace("title: Harbour }", "title: Harbour, podcast: { type: serial } }");
    const about = own + PODCAST.replace("serial", "episodic");
    expect(faultsOf({ one: episode("aaaaaaaa", "") }, about)).toHaveLength(1);
    const elsewhere = episode("aaaaaaaa", "").replace("section: harbour", "section: hill");
    expect(faultsOf({ one: elsewhere }, about)).toEqual([]);
  });

  test("has a number in a newsroom too", () => {
    const file = { src: "https://elsewhere.example.org/a.mp3", mediaType: "audio/mpeg", length: 9 };
    const text = (about: object) =>
      JSON.stringify({ title: "One", body: "<p>A</p>", attachments: [{ ...file, ...about }] });
    const submit = (about: object) =>
      compileSubmission(parseSubmission({ mediaType: "application/json", slug: "one", text: text(about) }), {
        publication: { ...publication, podcast: fullPodcast },
        now: Date.UTC(2026, 5, 1),
        mintId: () => "tag:example.org,2026-01-01:articles/7f3k9q2m",
        media: () => undefined,
      });
    expect(submit({ episode: 1 }).ok).toBe(true);
    expect(submit({})).toMatchObject({ ok: false, error: { faults: [{ pointer: "/attachments/0/episode" }] } });
  });
});

describe("the files of an episode", () => {
  const CHAPTERS = { name: "talk.json", hash: "60718293041526f5", mediaType: "application/json+chapters", length: 9 };
  const WORDS = { ...CHAPTERS, name: "words.json", mediaType: "application/json" };
  const all = [
    ...media,
    { name: "talk.json", ok: true, value: CHAPTERS } as const,
    { name: "words.json", ok: true, value: WORDS } as const,
  ];
  const read = (fields: string) => {
    const compiled = compile({ one: articleText(`attachments: [{ src: talk.mp3${fields} }]\n`) }, { media: all });
    return compiled.ok ? compiled.value.articles[0]?.attachments[0] : messages(compiled).faults;
  };

  test("may be chapters in content/media, which are used", () => {
    expect(read(", chaptersUrl: talk.json")).toMatchObject({
      chaptersUrl: expect.stringContaining("/media/60718293041526f5/talk.json"),
    });
    expect(read(", chaptersUrl: 'https://example.org/c.json'")).toMatchObject({
      chaptersUrl: "https://example.org/c.json",
    });
    expect(read(", chaptersUrl: words.json")).toEqual([
      expect.stringContaining("expected a JSON file of chapters, but this file is application/json"),
    ]);
    expect(read(", chaptersUrl: tlak.json")).toEqual([expect.stringContaining('did you mean "talk.json"?')]);
  });

  test("may be the recording in other forms", () => {
    expect(read(", alternates: [{ src: film.mp4, title: Film, bitrate: 900000, language: de }]")).toMatchObject({
      alternates: [
        { file: { mediaType: "video/mp4", length: 5_000 }, title: "Film", bitrate: 900_000, language: "de" },
      ],
    });
    expect(read(", alternates: [{ src: 'https://a.example.org/b.opus', mediaType: audio/opus }]")).toMatchObject({
      alternates: [{ file: { url: "https://a.example.org/b.opus", mediaType: "audio/opus" } }],
    });
    expect(read(", alternates: [{ src: map.png }]")).toEqual([
      expect.stringContaining("expected the recording in another form, but this file is image/png"),
    ]);
  });

  test("have the duration that was measured, unless the author states one", () => {
    const talk = MEDIA.map((each) =>
      each.ok && each.name === "talk.mp3" ? { ...each, value: { ...each.value, duration: 61.25 } } : each,
    );
    const durationOf = (fields: string) => {
      const compiled = compile({ one: articleText(`attachments: [{ src: talk.mp3${fields} }]\n`) }, { media: talk });
      return compiled.ok && compiled.value.articles[0]?.attachments[0]?.file.duration;
    };
    expect(durationOf("")).toBe(61.25);
    expect(durationOf(", duration: 1:15")).toBe(75);
  });
});
