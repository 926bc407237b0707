import { describe, expect, it } from "vitest";
import { PLACEHOLDER_ORIGIN } from "../../../src/site/addresses.ts";
import { articleText, compile, compileOne, ICON, ID, MEDIA, messages, PUBLICATION, TALK, TIDES } from "./compile.ts";

describe("the compiler of an article's fields", () => {
  it("reads every field of the model", () => {
    const article = compileOne(`---
# What an author may note here stays here.
id: ${ID}
title: "Quay & <slip>: open"
slug: the-quay
summary: >
  In two
  lines.
byline:
  - Ada Ferrier
  - { name: Bo, url: https://example.org/bo, email: bo@example.org }
agency: { name: Coastal Wire, url: https://wire.example.net }
dateline: PORT ELLEN
published: 2024-03-03T21:42:00+08:00
updated: 2024-03-05 02:38:00+08:00
language: en-gb
section: harbour
tags: [ferries, 2024, no]
image: { src: icon.png, alt: A ferry, caption: At its berth., credit: POOL }
attachments:
  - { src: talk.mp3, title: The interview, duration: "1:15" }
  - { src: 2026/tide table.pdf }
canonical: https://wire.example.net/a?b=1&c=2
rights: © 2024 Coastal Wire
licence: https://creativecommons.org/licenses/by/4.0/
status: retracted
corrections:
  - { time: 2024-03-04T10:00:00+08:00, text: It was 23:10. }
scheduledFor: 2024-03-03T22:00:00+08:00
unpublishAt: 2025-01-01T00:00:00Z
formerSlugs: [quay, old-quay]
formerPaths: [/2019/05/quay/, "/?p=7"]
retraction: { time: 2024-04-01T00:00:00Z, reason: It was not so. }
---
It is open.

::related[Elsewhere]{label="READ MORE" href="https://example.org/"}
`);
    expect(article).toEqual({
      id: ID,
      slug: "the-quay",
      url: `${PLACEHOLDER_ORIGIN}/articles/the-quay`,
      title: "Quay & <slip>: open",
      summary: "In two lines.",
      byline: [{ name: "Ada Ferrier" }, { name: "Bo", url: "https://example.org/bo", email: "bo@example.org" }],
      agency: { name: "Coastal Wire", url: "https://wire.example.net/" },
      dateline: "PORT ELLEN",
      published: "2024-03-03T21:42:00+08:00",
      updated: "2024-03-05T02:38:00+08:00",
      language: "en-GB",
      section: "harbour",
      tags: ["ferries", "2024", "no"],
      image: {
        file: { url: ICON, mediaType: "image/png", length: 1024, width: 512, height: 512 },
        alternativeText: "A ferry",
        caption: "At its berth.",
        credit: "POOL",
      },
      body: '<p><span class="dateline">PORT ELLEN</span> — It is open.</p>\n<p class="related"><strong class="label">READ MORE:</strong> <a href="https://example.org/" rel="related">Elsewhere</a></p>',
      related: [{ label: "READ MORE", title: "Elsewhere", url: "https://example.org/" }],
      attachments: [
        { file: { url: TALK, mediaType: "audio/mpeg", length: 1_204_224, duration: 75 }, title: "The interview" },
        { file: { url: TIDES, mediaType: "application/pdf", length: 90_112 } },
      ],
      canonical: "https://wire.example.net/a?b=1&c=2",
      rights: "© 2024 Coastal Wire",
      licence: "https://creativecommons.org/licenses/by/4.0/",
      status: "retracted",
      corrections: [{ time: "2024-03-04T10:00:00+08:00", text: "It was 23:10." }],
      scheduledFor: "2024-03-03T22:00:00+08:00",
      unpublishAt: "2025-01-01T00:00:00Z",
      formerSlugs: ["quay", "old-quay"],
      formerPaths: ["/2019/05/quay/", "/?p=7"],
      retraction: { time: "2024-04-01T00:00:00Z", reason: "It was not so." },
    });
  });

  it("requires id, title and published only and gives the other fields defaults", () => {
    expect(compileOne(articleText(""))).toEqual({
      id: ID,
      slug: "quay",
      url: `${PLACEHOLDER_ORIGIN}/articles/quay`,
      title: "Quay opens",
      summary: "It is open.",
      byline: [],
      published: "2024-03-03T21:42:00+08:00",
      updated: "2024-03-03T21:42:00+08:00",
      language: "en",
      tags: [],
      body: "<p>It is open.</p>",
      related: [],
      attachments: [],
      status: "published",
      corrections: [],
      formerSlugs: [],
    });
  });

  it.each([
    ["byline: Ada", { byline: [{ name: "Ada" }] }],
    ["byline: { name: Ada, url: https://example.org/a }", { byline: [{ name: "Ada", url: "https://example.org/a" }] }],
    ["agency: Reuters", { agency: { name: "Reuters" } }],
    ["summary:\nbyline:\ntags:\nimage:\nsection:", { byline: [], tags: [], summary: "It is open." }],
    ["image: { caption: A, credit: B }", { image: { caption: "A", credit: "B" } }],
    ['summary: It was &amp; is\u0007 "1984"', { summary: 'It was &amp; is "1984"' }],
    [
      "image: { alt: A, src: https://example.org/a.png, mediaType: image/png, length: 10, width: 4, height: 3 }",
      {
        image: {
          file: { url: "https://example.org/a.png", mediaType: "image/png", length: 10, width: 4, height: 3 },
          alternativeText: "A",
        },
      },
    ],
    [
      "attachments: [{ src: HTTPS://example.org/a b.mp3, mediaType: audio/mpeg, length: 10, duration: '0:10' }]",
      {
        attachments: [
          { file: { url: "https://example.org/a%20b.mp3", mediaType: "audio/mpeg", length: 10, duration: 10 } },
        ],
      },
    ],
    [
      `attachments:
  - src: https://example.org/4.mp3
    mediaType: audio/mpeg
    length: 0
    season: 2
    episode: 4.5
    episodeType: bonus
    explicit: false
    art: icon.png
    chapters: [{ start: "1:02.5", title: Tides, url: https://example.org/t }, { start: 0, title: Who }]
    chaptersUrl: https://example.org/4.json
    transcripts: [{ src: https://example.org/4.srt, mediaType: application/x-subrip, language: EN }]
    persons: [{ name: Ada, role: guest }]`,
      {
        attachments: [
          {
            file: { url: "https://example.org/4.mp3", mediaType: "audio/mpeg", length: 0 },
            season: 2,
            episode: 4.5,
            episodeType: "bonus",
            explicit: false,
            art: ICON,
            chapters: [
              { start: 0, title: "Who" },
              { start: 62.5, title: "Tides", url: "https://example.org/t" },
            ],
            chaptersUrl: "https://example.org/4.json",
            transcripts: [{ url: "https://example.org/4.srt", mediaType: "application/x-subrip", language: "en" }],
            persons: [{ name: "Ada", role: "guest" }],
          },
        ],
      },
    ],
    [
      "image: { alt: A, src: /media/0a1b2c3d4e5f6071/icon.png, mediaType: image/gif, width: 1 }",
      { image: { file: { url: ICON, mediaType: "image/png", length: 1024, width: 512, height: 512 } } },
    ],
    ["scheduledFor: 2024-04-01T00:00:00Z", { status: "scheduled", scheduledFor: "2024-04-01T00:00:00Z" }],
    ["scheduledFor: 2024-04-01T00:00:00Z\nstatus: draft", { status: "draft" }],
    ["scheduledFor: 2024-04-01T00:00:00Z\nstatus: published", { status: "published" }],
    ["retraction: { time: 2024-04-01T00:00:00Z, reason: So. }", { status: "retracted" }],
    [
      "rights: '1984'\ndateline: 10:30\ntags: [true, null, 0x10]",
      { rights: "1984", dateline: "10:30", tags: ["true", "null", "0x10"] },
    ],
  ])("reads %j", (fields, expected) => {
    expect(compileOne(articleText(`${fields}\n`))).toMatchObject(expected);
  });

  it("uses scheduledFor as the time of publication if there is no other", () => {
    const text = `---\nid: ${ID}\ntitle: A\nscheduledFor: 2024-04-01T00:00:00Z\n---\nA.\n`;
    const time = "2024-04-01T00:00:00Z";
    expect(compileOne(text)).toMatchObject({ published: time, updated: time, scheduledFor: time, status: "scheduled" });
  });

  it("reads a file with a byte order mark and Windows line ends", () => {
    const text = `\uFEFF${articleText("dateline: A\n", "One.\n\nTwo.").replaceAll("\n", "\r\n")}`;
    expect(compileOne(text)).toMatchObject({
      dateline: "A",
      body: '<p><span class="dateline">A</span> — One.</p>\n<p>Two.</p>',
    });
  });
});

describe("the compiler reports faults with their line and field", () => {
  const fields =
    "id, title, slug, summary, byline, agency, dateline, published, updated, language, section, tags, image, attachments, canonical, rights, licence, status, corrections, scheduledFor, unpublishAt, formerSlugs, formerPaths, retraction";
  const media = "the name of a file in content/media";
  const aTime = "a time such as 2026-11-24T09:30:00+08:00";
  const notBefore = "a time not before published (2024-03-03T21:42:00+08:00)";
  it.each([
    ["sumary: A", [`5 sumary: found an unknown field; expected one of the fields ${fields}; did you mean "summary"?`]],
    ["updated: 3 Feb 2021", [`5 updated: found "3 Feb 2021"; expected ${aTime}`]],
    [
      "updated: 2024-03-05T02:38:00",
      ['5 updated: found "2024-03-05T02:38:00"; expected a zone at the end, such as +08:00 or Z'],
    ],
    ["updated: 2024-02-30T00:00:00Z", ['5 updated: found "2024-02-30T00:00:00Z"; expected a date and time that exist']],
    ["updated: 2024-03-01T00:00:00Z", [`5 updated: found "2024-03-01T00:00:00Z"; expected ${notBefore}`]],
    ["scheduledFor: 2024-03-01T00:00:00Z", [`5 scheduledFor: found "2024-03-01T00:00:00Z"; expected ${notBefore}`]],
    [
      "unpublishAt: 2024-03-03T21:42:00+08:00",
      ['5 unpublishAt: found "2024-03-03T21:42:00+08:00"; expected a time after 2024-03-03T21:42:00+08:00'],
    ],
    [
      "scheduledFor: 2024-04-01T00:00:00Z\nunpublishAt: 2024-03-31T00:00:00Z",
      ['6 unpublishAt: found "2024-03-31T00:00:00Z"; expected a time after 2024-04-01T00:00:00Z'],
    ],
    [
      "corrections:\n  - time: 2024-03-04T00:00:00Z\n    text: A\n  - time: 2024-03-01T00:00:00Z\n    text: B",
      [`8 corrections[1].time: found "2024-03-01T00:00:00Z"; expected ${notBefore}`],
    ],
    [
      "retraction: { time: 2024-03-01T00:00:00Z, reason: A }",
      [`5 retraction.time: found "2024-03-01T00:00:00Z"; expected ${notBefore}`],
    ],
    [
      "retraction: { time: 2024-04-01T00:00:00Z, reason: A }\nstatus: published",
      ['6 status: found "published"; expected retracted, since there is a retraction'],
    ],
    [
      "status: retracted",
      ['5 status: found "retracted"; expected a field retraction with time and reason, or another status'],
    ],
    [
      "status: scheduled",
      ['5 status: found "scheduled"; expected a field scheduledFor with the time, or another status'],
    ],
    [
      "status: publish",
      ['5 status: found "publish"; expected one of draft, scheduled, published, retracted; did you mean "published"?'],
    ],
    [
      "slug: The Quay",
      ['5 slug: found "The Quay"; expected letters and digits joined by hyphens, in lower case, such as a-new-article'],
    ],
    [
      "section: harbor",
      [
        '5 section: found "harbor"; expected one of the sections in publication.yaml: harbour, hill; did you mean "harbour"?',
      ],
    ],
    [
      "language: english",
      ['5 language: found "english"; expected a language tag such as en or pt-BR (BCP 47); did you mean "en"?'],
    ],
    ["language: english!", ['5 language: found "english!"; expected a language tag such as en or pt-BR (BCP 47)']],
    ["canonical: /a", ['5 canonical: found "/a"; expected an absolute address such as https://example.org/page']],
    [
      "licence: ftp://example.org/",
      ['5 licence: found "ftp://example.org/"; expected an address that begins with https:// or http://'],
    ],
    ["tags: ferries", ['5 tags: found "ferries"; expected a list, such as [one, two]']],
    [
      "tags:\n  - a\n  - {b: c}",
      ['7 tags[1]: found "{b: c}"; expected one text, in quotation marks if the brackets belong to it'],
    ],
    ["rights: [a]", ['5 rights: found "[a]"; expected one text, in quotation marks if the brackets belong to it']],
    ["rights: ''", ['5 rights: found ""; expected some text']],
    [
      "image: icon.png",
      [
        '5 image: found "icon.png"; expected fields below it: src, alt, caption, credit, mediaType, length, width, height, duration',
      ],
    ],
    ["image: { alt: A }", ["5 image: expected src, caption or credit"]],
    [
      "image:\n  alt: A\n  src: icno.png",
      [`7 image.src: found "icno.png"; expected ${media}; did you mean "icon.png"?`],
    ],
    [
      "image: { alt: A, src: https://example.org/a.png }",
      ["5 image.mediaType: expected the media type of a file on another host, such as image/jpeg"],
    ],
    [
      "image: { alt: A, src: https://me@example.org/a.png, mediaType: audio/mpeg, width: '0', height: 1.5, length: -1 }",
      [
        '5 image.height: found "1.5"; expected a whole number such as 640',
        '5 image.length: found "-1"; expected a whole number such as 640',
        '5 image.width: found "0"; expected a number above 0',
      ],
    ],
    [
      "image: { alt: A, src: https://me@example.org/a.png, mediaType: audio/mpeg }",
      [
        '5 image.mediaType: found "audio/mpeg"; expected the media type of a picture',
        '5 image.src: found "https://me@example.org/a.png"; expected an address without a user name or password',
      ],
    ],
    [
      "attachments: [{ src: https://example.org/a.mp3, mediaType: audio/mpeg }]",
      ["5 attachments[0].length: expected the length in bytes of a file on another host, or 0 if it is not known"],
    ],
    [
      "image: { alt: A, src: /media/0000000000000000/icon.png }",
      [`5 image.src: found "/media/0000000000000000/icon.png"; expected ${media}; did you mean "icon.png"?`],
    ],
    [
      "image: { alt: A, src: talk.mp3 }",
      ['5 image.src: found "talk.mp3"; expected a picture, but this file is audio/mpeg'],
    ],
    ["attachments: [{ src: none.mp3 }]", [`5 attachments[0].src: found "none.mp3"; expected ${media}`]],
    ["attachments: [{ title: A }]", ["5 attachments[0].src: expected a value: this field is required"]],
    [
      "attachments: [{ src: talk.mp3, season: two, episodeType: half, explicit: clean, art: none.png }]",
      [
        '5 attachments[0].episodeType: found "half"; expected one of full, trailer, bonus',
        '5 attachments[0].explicit: found "clean"; expected true or false',
        '5 attachments[0].season: found "two"; expected a whole number such as 640',
      ],
    ],
    ["attachments: [{ src: talk.mp3, art: none.png }]", [`5 attachments[0].art: found "none.png"; expected ${media}`]],
    [
      "attachments: [{ src: talk.mp3, transcripts: [{ src: https://example.org/a.srt }] }]",
      [
        "5 attachments[0].transcripts[0].mediaType: expected the media type of a file on another host, such as image/jpeg",
      ],
    ],
    [
      "attachments: [{ src: talk.mp3, chapters: [{ title: A }] }]",
      ["5 attachments[0].chapters[0].start: expected a value: this field is required"],
    ],
    [
      "attachments:\n  - src: talk.mp3\n    duration: long",
      ['7 attachments[0].duration: found "long"; expected seconds such as 75, or 1:15'],
    ],
    [
      "byline: [{ name: A, mail: a@b.example }]",
      ['5 byline[0].mail: found an unknown field; expected one of the fields name, url, email; did you mean "email"?'],
    ],
    [
      "byline:\n  - A\n  - name: B\n    email: b",
      ['8 byline[1].email: found "b"; expected an e-mail address such as desk@example.org'],
    ],
    ["byline: { url: https://example.org/ }", ["5 byline[0].name: expected a value: this field is required"]],
    ["byline: ' '", ['5 byline: found " "; expected some text']],
    [
      "formerSlugs: [old, quay]",
      ['5 formerSlugs[1]: found "quay"; expected slugs that it had before, not the present one'],
    ],
    ["formerSlugs: [old, old]", ['5 formerSlugs[1]: found "old"; expected each former slug once']],
    ["__proto__: a", [`5 __proto__: found an unknown field; expected one of the fields ${fields}`]],
  ])("of %s", (extra, faults) => {
    const compiled = compile({ quay: articleText(`${extra}\n`) }, { media: MEDIA });
    expect(messages(compiled).faults).toEqual(faults.map((fault) => `content/articles/quay.md:${fault}`));
  });

  it.each([
    ["", "1: found an empty file; expected fields between two lines --- at the beginning of the file"],
    ["# A\n", '1: found "# A"; expected fields between two lines --- at the beginning of the file'],
    ["---\ntitle: A\n", "3: found no second line ---; expected a line --- after the fields, which ends them"],
    ["---\n- a\n---\n", '2: found "- a"; expected fields such as title: A title, without - before them'],
    ["---\ntitle: A\ntags: [a\n---\n", '3: found "tags: [a"; expected ] at the end, which closes the ['],
    [
      "---\ntitle: A: b\n---\n",
      '2: found "title: A: b"; expected the value in quotation marks, because of its colon: title: "A: b"',
    ],
    ["---\ntitle: A\nslug: a\ntitle: B\n---\n", '4: found "title: B"; expected each field once'],
    ["---\ntitle: A\n[a]: b\n---\n", '3: found "[a]: b"; expected a name before the colon'],
    ["---\ntitle: &a A\nrights: *a\n---\n", "3: found an alias (*); expected the value itself"],
  ])("of an unreadable file: %j", (text, fault) => {
    const { faults } = messages(compile({ quay: text }));
    expect(faults).toContainEqual(expect.stringContaining(`content/articles/quay.md:${fault}`));
  });

  it("prints the line to add if the id is missing", () => {
    const text = articleText("").replace(`id: ${ID}\n`, "");
    expect(messages(compile({ quay: text })).faults).toEqual([
      "content/articles/quay.md:1 id: expected a permanent id; add this line: id: tag:example.org,2026-01-01:articles/0000000000000000",
    ]);
    expect(messages(compile({ quay: text }, { publication: PUBLICATION.replace(/identity.*\n/, "") })).faults).toEqual([
      "content/articles/quay.md:1 id: expected a permanent id; it can be made once publication.yaml has an identity",
      "content/publication.yaml:1 identity: expected fields below it: authority, date",
    ]);
  });

  it("requires the required fields and a file name that can be a slug", () => {
    expect(messages(compile({ "My Quay": "---\nslug:\n---\nA.\n" })).faults).toEqual([
      "content/articles/My Quay.md:1 id: expected a permanent id; add this line: id: tag:example.org,2026-01-01:articles/0000000000000000",
      "content/articles/My Quay.md:1 published: expected the time it was published, such as 2026-11-24T09:30:00+08:00",
      'content/articles/My Quay.md:1 slug: found "My Quay.md"; expected a file name that can be an address, such as a-new-article.md, or a field slug',
      "content/articles/My Quay.md:1 title: expected a title: every article has one",
    ]);
  });

  it("refuses bytes that are not UTF-8 text and files above the size limit", () => {
    const faultsOf = (bytes: Uint8Array) => messages(compile({ quay: bytes })).faults;
    expect(faultsOf(Uint8Array.of(0x2d, 0xff))).toEqual([
      "content/articles/quay.md: found bytes that are not UTF-8 text; expected a file saved as UTF-8",
    ]);
    expect(faultsOf(new Uint8Array(5_000_001))).toEqual([
      "content/articles/quay.md: found 5000001 bytes; expected at most 5000000",
    ]);
  });

  it("refuses at once more characters of fields than an article may have", () => {
    const text = `---\n${"a: 1\n".repeat(30_000)}---\nA.\n`;
    expect(messages(compile({ quay: text })).faults).toEqual([
      "content/articles/quay.md:1: found 150001 characters of fields; expected at most 100000",
    ]);
  });

  it("reports elements that are nested too deeply for a parser", () => {
    expect(messages(compile({ quay: articleText("", "<div>".repeat(50_000)) })).faults).toEqual([
      "content/articles/quay.md:6: found blocks nested too deeply; expected fewer quotations, lists or elements within one another",
    ]);
  });

  it("lists faults of fields and body together at the lines of the file", () => {
    const text = articleText("summary: |\n  A\n  B\nstatus: gone\n", "One.\n\n[a](nowhere.html)\n\n::note[b]");
    const { faults } = messages(compile({ quay: text }));
    expect(faults.map((fault) => fault.replace(/; expected.*/, ""))).toEqual([
      'content/articles/quay.md:8 status: found "gone"',
      'content/articles/quay.md:12: found "nowhere.html"',
      "content/articles/quay.md:14: found ::note",
    ]);
  });
});

describe("warnings", () => {
  it("warns of a missing alternative text and of a repeated tag", () => {
    const text = articleText("image: { src: icon.png }\ntags: [Ferries, ferries]\n");
    const compiled = compile({ quay: text }, { media: MEDIA.slice(0, 1) });
    expect(messages(compiled).warnings).toEqual([
      'content/articles/quay.md:5 image.alt: expected alternative text for the picture, or "" if it only decorates',
      'content/articles/quay.md:6 tags[1]: found "ferries"; expected each tag once; this one was left out',
    ]);
    expect(compiled.ok && compiled.value.articles[0]?.tags).toEqual(["Ferries"]);
  });

  it("accepts an empty alternative text for a decorative picture", () => {
    const compiled = compile(
      { quay: articleText('image: { src: icon.png, alt: "" }\n') },
      { media: MEDIA.slice(0, 1) },
    );
    expect(messages(compiled)).toEqual({ faults: [], warnings: [] });
    expect(compiled.ok && compiled.value.articles[0]?.image?.alternativeText).toBe("");
  });
});

describe("updated", () => {
  const updatedOf = (fields: string) =>
    compileOne(`---\nid: ${ID}\ntitle: A\npublished: 2024-03-03T00:00:00Z\n${fields}---\nB.\n`).updated;
  const correction = (time: string) => `corrections: [{ time: ${time}, text: C. }]\n`;

  it.each([
    ["", "2024-03-03T00:00:00Z"],
    [correction("2024-03-04T10:00:00+08:00"), "2024-03-04T10:00:00+08:00"],
    [`updated: 2024-03-05T00:00:00Z\n${correction("2024-03-04T00:00:00Z")}`, "2024-03-05T00:00:00Z"],
    [`updated: 2024-03-03T12:00:00Z\n${correction("2024-03-04T00:00:00Z")}`, "2024-03-04T00:00:00Z"],
  ])("the default of updated is the latest correction: %j", (fields, expected) => {
    expect(updatedOf(fields)).toBe(expected);
  });
});
