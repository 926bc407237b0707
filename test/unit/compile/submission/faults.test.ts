import { describe, expect, it } from "vitest";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { parseSubmission } from "../../../../src/compile/submission/parse-submission.ts";
import { ID } from "../compile.ts";
import { faultsOf, SETTING, submissionOf } from "./submit.ts";

const LEAN = { title: "Quay opens", body: "<p>It is open.</p>", published: "2024-03-03T21:42:00+08:00" };
const FIELDS =
  "title, body, markdown, id, slug, url, summary, byline, agency, dateline, published, updated, language, section, tags, image, related, attachments, canonical, rights, licence, status, corrections, scheduledFor, unpublishAt, formerSlugs, formerPaths, retraction, minor";
const IMAGE = "src, alt, caption, credit, mediaType, length, width, height, duration";
const ATTACHMENT =
  "src, title, mediaType, length, width, height, duration, season, episode, episodeType, explicit, art, chapters, chaptersUrl, transcripts, persons, alternates, funding";
const aTime = "expected a time such as 2026-11-24T09:30:00+08:00";
const notBefore = "expected a time not before published (2024-03-03T21:42:00+08:00)";
const early = "2024-03-01T00:00:00Z";
const image = (file: object) => ({ image: { ...file, alt: "A" } });
const outside = { src: "https://example.org/a.png", mediaType: "image/png" };

describe("the faults of JSON fields have a pointer", () => {
  it.each<[object, string[]]>([
    [{ title: undefined }, ["/title: expected a title: every article has one"]],
    [{ title: 1984 }, ["/title: found 1984; expected one text"]],
    [{ title: null }, ["/title: found null; expected one text"]],
    [{ title: " " }, ['/title: found " "; expected some text']],
    [
      { body: undefined },
      ["/body: expected the text as HTML, or as Markdown in a member markdown: every article has one"],
    ],
    [{ body: ["a"] }, ["/body: expected one text"]],
    [
      { sumary: "a" },
      [`/sumary: found an unknown field; expected one of the fields ${FIELDS}; did you mean "summary"?`],
    ],
    [{ "a/b~c": 1 }, [`/a~1b~0c: found an unknown field; expected one of the fields ${FIELDS}`]],
    [JSON.parse('{"__proto__": 1}'), [`/__proto__: found an unknown field; expected one of the fields ${FIELDS}`]],
    [
      { id: "7" },
      ['/id: found "7"; expected a tag URI such as tag:example.org,2026-11-24:articles/9k2m4x7q (RFC 4151)'],
    ],
    [{ slug: "kay" }, ['/slug: found "kay"; expected "quay", as in the address it is put at, or no slug']],
    [
      { slug: "The Quay" },
      ['/slug: found "The Quay"; expected letters and digits joined by hyphens, in lower case, such as a-new-article'],
    ],
    [{ summary: {} }, ["/summary: expected one text"]],
    [{ byline: ["A", 2] }, ["/byline/1: found 2; expected fields below it: name, url, email"]],
    [
      { byline: { name: "A", mail: "a" } },
      ['/byline/mail: found an unknown field; expected one of the fields name, url, email; did you mean "email"?'],
    ],
    [
      { byline: [{ name: "A", url: "/a" }] },
      ['/byline/0/url: found "/a"; expected an absolute address such as https://example.org/page'],
    ],
    [
      { byline: [{ email: "a" }] },
      [
        '/byline/0/email: found "a"; expected an e-mail address such as desk@example.org',
        "/byline/0/name: expected a value: this field is required",
      ],
    ],
    [{ byline: " " }, ['/byline: found " "; expected some text']],
    [{ agency: { url: "https://example.org/" } }, ["/agency/name: expected a value: this field is required"]],
    [{ dateline: true }, ["/dateline: found true; expected one text"]],
    [{ published: "3 Feb 2021" }, [`/published: found "3 Feb 2021"; ${aTime}`]],
    [{ updated: early }, [`/updated: found "${early}"; ${notBefore}`]],
    [{ language: "english!" }, ['/language: found "english!"; expected a language tag such as en or pt-BR (BCP 47)']],
    [
      { section: "harbor" },
      [
        '/section: found "harbor"; expected one of the sections in publication.yaml: harbour, hill; did you mean "harbour"?',
      ],
    ],
    [{ tags: "a" }, ['/tags: found "a"; expected a list, such as [one, two]']],
    [{ tags: ["a", 1, {}] }, ["/tags/1: found 1; expected one text", "/tags/2: expected one text"]],
    [{ image: "icon.png" }, [`/image: found "icon.png"; expected fields below it: ${IMAGE}`]],
    [{ image: { alt: "A" } }, ["/image: expected src, caption or credit"]],
    [
      { image: { file: { url: "icon.png" }, alternativeText: "A" } },
      [
        `/image/alternativeText: found an unknown field; expected one of the fields ${IMAGE}; alternativeText is now called alt`,
        `/image/file: found an unknown field; expected one of the fields ${IMAGE}; file is now called src, with mediaType, length, width, height and duration beside it`,
      ],
    ],
    [
      { attachments: [{ src: "talk.mp3", transcripts: [{ url: "none.srt" }] }] },
      [
        "/attachments/0/transcripts/0/src: expected a value: this field is required",
        "/attachments/0/transcripts/0/url: found an unknown field; expected one of the fields src, mediaType, language; url is now called src",
      ],
    ],
    [
      { image: { src: "icon.png", alt: "A", "mime-type": "image/png", photographer: "B" } },
      [
        `/image/mime-type: found an unknown field; expected one of the fields ${IMAGE}; did you mean "mediaType"?`,
        `/image/photographer: found an unknown field; expected one of the fields ${IMAGE}; did you mean "credit"?`,
      ],
    ],
    [
      { author: "Ada", content_html: "A", Headline: "B" },
      [
        `/Headline: found an unknown field; expected one of the fields ${FIELDS}; did you mean "title"?`,
        `/author: found an unknown field; expected one of the fields ${FIELDS}; did you mean "byline"?`,
        `/content_html: found an unknown field; expected one of the fields ${FIELDS}; did you mean "body"?`,
      ],
    ],
    [
      { markdown: "*A*" },
      ["/markdown: found the text twice; expected body (HTML) or markdown (Markdown), one of them"],
    ],
    [{ body: undefined, markdown: 7 }, ["/markdown: found 7; expected one text"]],
    [
      { body: undefined, markdown: "A\n\n[b](none.pdf)" },
      ['/markdown:3: found "none.pdf"; expected https://…, /articles/…, or the name of a file that was uploaded'],
    ],
    [image({ src: "none.png" }), ['/image/src: found "none.png"; expected the name of a file that was uploaded']],
    [
      image({ src: "/media/00/icon.png" }),
      ['/image/src: found "/media/00/icon.png"; expected the name of a file that was uploaded'],
    ],
    [image({ src: "talk.mp3" }), ['/image/src: found "talk.mp3"; expected a picture, but this file is audio/mpeg']],
    [
      image({ src: outside.src }),
      ["/image/mediaType: expected the media type of a file on another host, such as image/jpeg"],
    ],
    [
      image({ ...outside, mediaType: "text/css" }),
      ['/image/mediaType: found "text/css"; expected the media type of a picture'],
    ],
    [
      image({ ...outside, src: "https://u:p@example.org/" }),
      ['/image/src: found "https://u:p@example.org/"; expected an address without a user name or password'],
    ],
    [
      image({ ...outside, width: 0, height: "3", length: 1.5, size: 3 }),
      [
        '/image/height: found "3"; expected a number',
        "/image/length: found 1.5; expected a whole number",
        `/image/size: found an unknown field; expected one of the fields ${IMAGE}; did you mean "length"?`,
        "/image/width: found 0; expected a number above 0",
      ],
    ],
    [
      { attachments: [{ src: "talk.mp3", url: "a" }, "talk.mp3"] },
      [
        `/attachments/0/url: found an unknown field; expected one of the fields ${ATTACHMENT}; did you mean "src"?`,
        `/attachments/1: found "talk.mp3"; expected fields below it: ${ATTACHMENT}`,
      ],
    ],
    [{ attachments: [{ title: "A" }] }, ["/attachments/0/src: expected a value: this field is required"]],
    [
      { attachments: [{ src: "talk.mp3", transcripts: [{ src: "none.srt" }] }] },
      ['/attachments/0/transcripts/0/src: found "none.srt"; expected the name of a file that was uploaded'],
    ],
    [
      { attachments: [{ src: "talk.mp3", chapters: [{ start: "1:00", title: "A" }] }] },
      ['/attachments/0/chapters/0/start: found "1:00"; expected a number'],
    ],
    [
      { attachments: [{ src: "none.mp3" }] },
      ['/attachments/0/src: found "none.mp3"; expected the name of a file that was uploaded'],
    ],
    [
      { attachments: [outside] },
      ["/attachments/0/length: expected the length in bytes of a file on another host, or 0 if it is not known"],
    ],
    [{ canonical: "/a" }, ['/canonical: found "/a"; expected an absolute address such as https://example.org/page']],
    [
      { licence: "ftp://a.example/" },
      ['/licence: found "ftp://a.example/"; expected an address that begins with https:// or http://'],
    ],
    [{ rights: [] }, ["/rights: expected one text"]],
    [
      { status: "publish" },
      ['/status: found "publish"; expected one of draft, scheduled, published, retracted; did you mean "published"?'],
    ],
    [
      { status: "scheduled" },
      ['/status: found "scheduled"; expected a field scheduledFor with the time, or another status'],
    ],
    [{ corrections: [{ time: early, text: "A" }] }, [`/corrections/0/time: found "${early}"; ${notBefore}`]],
    [{ scheduledFor: early }, [`/scheduledFor: found "${early}"; ${notBefore}`]],
    [{ unpublishAt: early }, [`/unpublishAt: found "${early}"; expected a time after 2024-03-03T21:42:00+08:00`]],
    [
      { formerSlugs: ["quay"] },
      ['/formerSlugs/0: found "quay"; expected slugs that it had before, not the present one'],
    ],
    [{ retraction: { time: early, reason: "A" } }, [`/retraction/time: found "${early}"; ${notBefore}`]],
    [
      { body: '<p>a\n<a href="none.pdf">b</a></p>' },
      ['/body:2: found "none.pdf"; expected https://…, /articles/…, or the name of a file that was uploaded'],
    ],
    [
      { body: '<img src="/media/00/a.png" alt="">' },
      ['/body:1: found "/media/00/a.png"; expected the name of the file that was uploaded, such as map.png'],
    ],
    [
      { body: "<div>".repeat(5000) },
      ["/body:1: found blocks nested too deeply; expected fewer quotations, lists or elements within one another"],
    ],
  ])("for %j", (fields, faults) => {
    expect(faultsOf({ ...LEAN, ...fields }).toSorted()).toEqual(faults.toSorted());
  });

  it("are all listed at once", () => {
    expect(
      faultsOf({ id: 1, slug: "kay", published: "x", section: "x", body: "<a href='x'>y</a>", z: 1 }),
    ).toHaveLength(7);
  });

  it("are listed up to a limit with the number of the rest", () => {
    const faults = faultsOf({ ...LEAN, tags: new Array(5000).fill(1) });
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toBe(": found 4900 faults more; expected none of them");
  });

  it("replace no unreadable time by an invented one", () => {
    expect(faultsOf({ ...LEAN, published: undefined, scheduledFor: "soon", updated: early })).toEqual([
      `/scheduledFor: found "soon"; ${aTime}`,
    ]);
  });
});

describe("unreadable JSON", () => {
  const value = 'JSON: a value: "…", a number, true, false, null, {…} or […]';
  it.each([
    ["", `:1: found the end of the text at line 1, column 1; expected ${value}`],
    ["[1]", ': expected an object, such as {"title": "A title"}'],
    ["null", ': found null; expected an object, such as {"title": "A title"}'],
    ['"a"', ': found "a"; expected an object, such as {"title": "A title"}'],
    ['{"title": x}', `:1: found "x" at line 1, column 11; expected ${value}`],
    [
      '{\n  "title": "a",\n}',
      ':3: found "}" at line 3, column 1; expected JSON: a name in quotation marks, such as "title"',
    ],
    [
      "{'title': 1}",
      ':1: found "\'" at line 1, column 2; expected JSON: a name in quotation marks, such as "title", or }',
    ],
    ['{"a" 1}', ':1: found "1" at line 1, column 6; expected JSON: a colon'],
    ['{"a": 1 "b": 2}', ':1: found "\\"" at line 1, column 9; expected JSON: a comma or }'],
    ["[1 2]", ':1: found "2" at line 1, column 4; expected JSON: a comma or ]'],
    [
      '{"a": "b\nc"}',
      ':1: found "\\n" at line 1, column 9; expected JSON: an escape such as \\n in place of a control character',
    ],
    [
      '{"a": "\\x"}',
      ':1: found "\\\\" at line 1, column 8; expected JSON: an escape that JSON has, such as \\n, \\" or \\u00e9',
    ],
    [
      '{"a": "b',
      ":1: found the end of the text at line 1, column 9; expected JSON: a quotation mark at the end of the text",
    ],
    ['{"a": 1}}', ':1: found "}" at line 1, column 9; expected JSON: nothing behind the end'],
    ['{"a": 01}', ':1: found "1" at line 1, column 8; expected JSON: a comma or }'],
    ["🛳", `:1: found "🛳" at line 1, column 1; expected ${value}`],
    [`{"a":${"[".repeat(200_000)}`, `:1: found the end of the text at line 1, column 200006; expected ${value}`],
    [`{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, ": found more than 10000 values; expected one article"],
    [`"${"a".repeat(5_000_000)}"`, ": found 5000002 characters; expected at most 5000000"],
  ])("is refused with the place of its fault: %.40j", (text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it("the last of two members with the same name counts, as in JSON.parse", () => {
    expect(faultsOf('{"title": 1, "body": "a", "title": "b"}')).toEqual([]);
  });
});

describe("the faults of front matter have a line and a pointer", () => {
  const text = (fields: string, body = "A.") => `---\ntitle: A\n${fields}---\n${body}\n`;
  it.each<[string, string[]]>([
    [
      "A.",
      [
        ':1: found "A."; expected fields between two lines --- at the beginning of the file, the first of them in line 1',
      ],
    ],
    [
      "---\ntitle: A: b\n---\n",
      [':2: found "title: A: b"; expected the value in quotation marks, because of its colon: title: "A: b"'],
    ],
    ["---\nid:\n---\nA.", ["/title:1: expected a title: every article has one"]],
    [text("slug: kay\n"), ['/slug:3: found "kay"; expected "quay", as in the address it is put at, or no slug']],
    [
      text("byline:\n- name: A\n  url: b\n"),
      ['/byline/0/url:5: found "b"; expected an absolute address such as https://example.org/page'],
    ],
    [
      text("image: { alt: A, src: none.png }\n"),
      ['/image/src:3: found "none.png"; expected the name of a file that was uploaded'],
    ],
    [
      text("status: gone\n", "A\n\n::note[b]"),
      [
        '/status:3: found "gone"; expected one of draft, scheduled, published, retracted',
        "/body:7: found ::note; expected :::pull-quote",
      ],
    ],
  ])("for %j", (given, faults) => {
    expect(faultsOf(given, "text/markdown").map((fault) => fault.replace(/(:::pull-quote).*/, "$1"))).toEqual(faults);
  });

  it("in front of HTML as well", () => {
    expect(faultsOf(text("", '<a href="none.pdf">a</a>'), "text/html")).toEqual([
      '/body:4: found "none.pdf"; expected https://…, /articles/…, or the name of a file that was uploaded',
    ]);
  });
});

it("a slug that no article can have is refused before anything else is checked", () => {
  expect(compileSubmission(parseSubmission({ ...submissionOf({ id: ID }), slug: "The Quay/x.md" }), SETTING)).toEqual({
    ok: false,
    error: {
      warnings: [],
      faults: [
        {
          pointer: "",
          found: '"The Quay/x.md"',
          expected: "an address that ends in letters and digits joined by hyphens, in lower case, such as a-headline",
        },
      ],
    },
  });
});
