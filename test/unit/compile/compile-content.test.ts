import { describe, expect, it } from "vitest";
import { publicationSchema } from "../../../src/model/publication.ts";
import { articleText, compile, ICON, ID, MAP, MEDIA, messages, PUBLICATION, TALK } from "./compile.ts";

const another = (text: string, id = "other") => text.replace(ID, `tag:example.org,2026-01-01:articles/${id}`);

describe("a build", () => {
  const articles = {
    quay: articleText("image: { src: icon.png, alt: A }\n", "![B](map.png)"),
    slipway: another(articleText("attachments: [{ src: talk.mp3 }]\n", "[map](map.png)")),
    notes: another(articleText("status: draft\n", "![B](film.mp4)".replace("!", "")), "notes"),
  };
  const publication = `${PUBLICATION}icon: icon.png\n`;

  it("lists articles by file, and media with the articles that use them", () => {
    const compiled = compile(articles, { media: MEDIA, publication });
    const other = "tag:example.org,2026-01-01:articles/other";
    expect(compiled.ok && compiled.value.articles.map(({ slug }) => slug)).toEqual(["notes", "quay", "slipway"]);
    expect(compiled.ok && compiled.value.media).toEqual([
      {
        name: "icon.png",
        path: "0a1b2c3d4e5f6071/icon.png",
        file: { url: ICON, mediaType: "image/png", length: 1024, width: 512, height: 512 },
        articles: [ID],
        ofPublication: true,
      },
      {
        name: "map.png",
        path: "1b2c3d4e5f607182/map.png",
        file: { url: MAP, mediaType: "image/png", length: 300, width: 800, height: 600 },
        articles: [ID, other],
        ofPublication: false,
      },
      {
        name: "talk.mp3",
        path: "2c3d4e5f60718293/talk.mp3",
        file: { url: TALK, mediaType: "audio/mpeg", length: 1_204_224 },
        articles: [other],
        ofPublication: false,
      },
      {
        name: "film.mp4",
        path: "4e5f607182930415/film.mp4",
        file: expect.anything(),
        articles: ["tag:example.org,2026-01-01:articles/notes"],
        ofPublication: false,
      },
    ]);
    expect(messages(compiled)).toEqual({
      faults: [],
      warnings: [
        "content/media/2026/tide table.pdf: found a file that nothing uses; expected an article that names it; it is not published",
      ],
    });
  });

  it("omits drafts and their media in production and does not check them", () => {
    const broken = { ...articles, notes: articles.notes.replace("[B]", "::x[a]\n\n[B](no.png) [B]") };
    const options = { media: MEDIA, publication: publication.replace("news.example.org", "news.example.net.au") };
    const compiled = compile(broken, { ...options, mode: "production" });
    expect(compiled.ok && compiled.value.articles.map(({ slug }) => slug)).toEqual(["quay", "slipway"]);
    expect(compiled.ok && compiled.value.media.map(({ name }) => name)).toEqual(["icon.png", "map.png", "talk.mp3"]);
    expect(compiled.ok && compiled.value.warnings.map(({ file }) => file)).toEqual([
      "content/media/2026/tide table.pdf",
    ]);
    expect(compile(broken, options).ok).toBe(false);
  });

  it("gives the same result for every order of the files", () => {
    const reversed = Object.fromEntries(Object.entries(articles).toReversed());
    expect(compile(reversed, { media: MEDIA.toReversed() })).toEqual(compile(articles, { media: MEDIA }));
  });

  it("stores one file if two names have the same content", () => {
    const copy = { ...MEDIA[0], name: "copy/icon.png" } as (typeof MEDIA)[number];
    const media = [...MEDIA.slice(0, 1), copy.ok ? { ...copy, value: { ...copy.value, name: "copy/icon.png" } } : copy];
    const compiled = compile({ quay: articleText("", "![A](icon.png) ![B](copy/icon.png)") }, { media });
    expect(compiled.ok && compiled.value.media.map(({ path }) => path)).toEqual(["0a1b2c3d4e5f6071/icon.png"]);
    expect(compiled.ok && compiled.value.warnings).toEqual([]);
  });
});

describe("the compiler reports faults between files", () => {
  it.each([
    [
      { a: articleText(""), b: articleText("") },
      [`b.md:2 id: found "${ID}"; expected an id of its own, but content/articles/a.md has this one`],
    ],
    [
      { a: articleText("slug: quay\n"), quay: another(articleText("")) },
      ['quay.md:1 slug: found "quay"; expected a slug of its own, but content/articles/a.md has this one'],
    ],
    [
      { a: articleText("formerSlugs: [b]\n"), b: another(articleText("")) },
      ['a.md:5 formerSlugs[0]: found "b"; expected a slug that is free, but content/articles/b.md has it now'],
    ],
    [
      { a: articleText("formerSlugs: [old]\n"), b: another(articleText("formerSlugs:\n  - old\n")) },
      [
        'b.md:6 formerSlugs[0]: found "old"; expected a slug that only this article had, but content/articles/a.md names it too',
      ],
    ],
    [
      {
        a: articleText('formerPaths: ["/?p=1", /a/, /a]\n'),
        b: another(articleText("formerPaths: [/%3fp=1, /a, '/?p=1']\n")),
      },
      [
        'a.md:5 formerPaths[2]: found "/a"; expected each former path once',
        'b.md:5 formerPaths[1]: found "/a"; expected a path of its own, but content/articles/a.md names it too',
        'b.md:5 formerPaths[2]: found "/?p=1"; expected a path of its own, but content/articles/a.md names it too',
      ],
    ],
    [
      { a: articleText("", "[x](/articles/bb)"), b: another(articleText("")) },
      ['a.md:6: found "/articles/bb"; expected the slug of an article that is there; did you mean "b" or "a"?'],
    ],
  ])("of %j", (articles: Record<string, string>, faults) => {
    expect(messages(compile(articles)).faults).toEqual(faults.map((fault) => `content/articles/${fault}`));
  });

  it("resolves links to present and former slugs of any script, even of an article that has faults", () => {
    const articles = {
      a: articleText("", "[x](/articles/渡輪) [y](/articles/alt) [z](/articles/c)"),
      渡輪: another(articleText("formerSlugs: [alt]\n")),
      c: "---\ntitle: [\n---\n",
    };
    expect(compile(articles).ok).toBe(false);
    expect(messages(compile(articles)).faults.filter((fault) => fault.includes("a.md"))).toEqual([]);
  });

  it("lists all faults of all files at once, sorted by file and line", () => {
    const articles = { b: another(articleText("status: x\n", "::y")), a: articleText("rights: []\nsection: z\n") };
    const publication = PUBLICATION.replace("language: en", "language: ''\nhome: x");
    const refused = { ok: false as const, name: "a.xyz", error: { file: "content/media/a.xyz", expected: "b" } };
    const { faults } = messages(compile(articles, { publication, media: [refused] }));
    expect(faults.map((fault) => fault.replace(/: (?:found|expected) .*/, ""))).toEqual([
      "content/articles/a.md:5 rights",
      "content/articles/a.md:6 section",
      "content/articles/b.md:5 status",
      "content/articles/b.md:7",
      "content/media/a.xyz",
      "content/publication.yaml:4 language",
      "content/publication.yaml:5 home",
    ]);
  });

  it("does not report a file as missing if the file has a fault of its own", () => {
    const refused = { ok: false as const, name: "a.png", error: { file: "content/media/a.png", expected: "b" } };
    const { faults } = messages(
      compile({ a: articleText("image: { src: a.png }\n", "![A](a.png)") }, { media: [refused] }),
    );
    expect(faults).toEqual(["content/media/a.png: expected b"]);
  });
});

describe("the compiler of the publication", () => {
  it("reads every field of the model", () => {
    const compiled = compile(
      {},
      {
        media: MEDIA,
        publication: `${PUBLICATION}icon: icon.png
logo: map.png
rights: © 2026 Harbour & Hill
licence: https://creativecommons.org/licenses/by/4.0/
people:
  - { name: The Desk, url: https://example.org/about, email: desk@example.org }
hub: https://hub.example.org/
`,
      },
    );
    const publication = compiled.ok ? compiled.value.publication : undefined;
    expect(publication).toEqual({
      title: "Harbour & Hill",
      address: "https://news.example.org",
      description: "News from two towns.",
      language: "en",
      identity: { authority: "example.org", date: "2026-01-01" },
      icon: { url: ICON, mediaType: "image/png", length: 1024, width: 512, height: 512 },
      logo: { url: MAP, mediaType: "image/png", length: 300, width: 800, height: 600 },
      rights: "© 2026 Harbour & Hill",
      licence: "https://creativecommons.org/licenses/by/4.0/",
      people: [{ name: "The Desk", url: "https://example.org/about", email: "desk@example.org" }],
      sections: [
        { slug: "harbour", title: "Harbour" },
        { slug: "hill", title: "Hill" },
      ],
      hub: "https://hub.example.org/",
    });
    expect(publicationSchema.parse(publication)).toEqual(publication);
  });

  it.each([
    [
      "address: https://news.example.org",
      "address: https://news.example.org/blog",
      '2 address: found "https://news.example.org/blog"; expected scheme and host only, such as https://news.example.org',
    ],
    ["title: Harbour & Hill\n", "", "1 title: expected a value: this field is required"],
    [
      "title: Harbour & Hill",
      "title: A\ntitel: B",
      '2 titel: found an unknown field; expected one of the fields title, address, description, language, identity, icon, logo, rights, licence, people, sections, hub, retractions, podcast, rsl, pictures, analytics, comments, players, theme, authors, social, timeZone, publishedWith; did you mean "title"?',
    ],
    ["date: 2026-01-01", "date: 2026", '5 identity.date: found "2026"; expected a day such as 2026-11-24'],
    ["slug: hill", "slug: harbour", '8 sections[1].slug: found "harbour"; expected each section once'],
    [
      "language: en",
      "language: en\nicon: talk.mp3",
      '5 icon: found "talk.mp3"; expected a picture, but this file is audio/mpeg',
    ],
    [
      "language: en",
      "language: en\nlogo: lgo.png",
      '5 logo: found "lgo.png"; expected the name of a file in content/media',
    ],
  ])("refuses %j in place of %j", (was, is, fault) => {
    const { faults } = messages(compile({}, { media: MEDIA.slice(0, 3), publication: PUBLICATION.replace(was, is) }));
    expect(faults).toEqual([expect.stringContaining(`content/publication.yaml:${fault}`)]);
  });

  it("requires a public address for a production build unless the caller allows a placeholder", () => {
    const fault =
      'content/publication.yaml:2 address: found "https://news.example.org"; expected the address at which readers reach the service, in place of the placeholder';
    expect(messages(compile({}, { mode: "production" })).faults).toEqual([fault]);
    expect(compile({}, { mode: "production", allowPlaceholder: true }).ok).toBe(true);
    expect(compile({}, { mode: "development" }).ok).toBe(true);
  });
});
