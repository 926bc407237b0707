import { describe, expect, it } from "vitest";
import { articleToJson } from "../../../../src/compile/submission/article-json.ts";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { markdownSource } from "../../../../src/compile/submission/markdown-source.ts";
import { parseSubmission } from "../../../../src/compile/submission/parse-submission.ts";
import { printed, SETTING, submissionOf, submitted } from "./submit.ts";

/** Markdown that a client sends in JSON: in its own member, or by mistake as the HTML of `body`. */

const MARKDOWN = 'It *opens*.\n\n- at ten\n- at two\n\n::related[Elsewhere]{href="https://example.org/"}';

function warningsOf(given: unknown, mediaType?: "text/html"): string[] {
  const compiled = compileSubmission(parseSubmission(submissionOf(given, mediaType)), SETTING);
  return (compiled.ok ? compiled.value : compiled.error).warnings.map(printed);
}

describe("a member markdown", () => {
  it("is compiled as the Markdown of a content file is", () => {
    const fields = { title: "Quay opens", published: "2024-03-03T21:42:00+08:00" };
    const asText = compileSubmission(
      parseSubmission(
        submissionOf(`---\ntitle: Quay opens\npublished: ${fields.published}\n---\n${MARKDOWN}\n`, "text/markdown"),
      ),
      SETTING,
    );
    expect(submitted({ ...fields, markdown: MARKDOWN })).toEqual(asText.ok && asText.value.article);
  });

  it("has its faults and warnings at its own place", () => {
    expect(warningsOf({ title: "A", markdown: "A\n\n<font>b</font>" })).toEqual([
      "/markdown:3: found <font>; expected elements that articles may have; only its text was kept",
    ]);
  });

  it("gives a content file that compiles to the same article", () => {
    const given = {
      title: "Quay: opens",
      slug: "quay",
      byline: ["Ada", { name: "Bo", url: "https://example.org/bo" }],
      tags: ["1984", "no"],
      image: { src: "icon.png", alt: "", caption: "C: d" },
      attachments: [
        {
          src: "talk.mp3",
          duration: 75.5,
          season: 1,
          episode: 2.5,
          explicit: true,
          chapters: [
            { start: 9.5, title: "B" },
            { start: 0, title: "A" },
          ],
          transcripts: [{ src: "https://example.org/t.srt", mediaType: "application/x-subrip" }],
          alternates: [
            { src: "https://example.org/t.opus", mediaType: "audio/ogg", length: 7, bitrate: 64_000, codecs: "opus" },
          ],
          funding: [{ url: "https://example.org/give", text: "Give" }],
        },
      ],
      scheduledFor: "2027-01-01T00:00:00Z",
      url: "https://example.org/ignored",
      minor: true,
      markdown: `---\n\n${MARKDOWN}`,
    };
    const parsed = parseSubmission(submissionOf(given));
    const article = submitted(given);
    const source = markdownSource(parsed, article);
    expect(source?.text).toMatch(/^---\nid: tag:/);
    const again = compileSubmission(parseSubmission(submissionOf(source?.text, source?.mediaType)), SETTING);
    expect(again.ok && again.value.article).toEqual(article);
    expect(markdownSource(parseSubmission(submissionOf({ title: "A", body: "B" })), article)).toBeUndefined();
    // What the desk sends has a body, and sent back it is the same article.
    expect(submitted(articleToJson(article))).toEqual(article);
  });
});

describe("Markdown in a body that is sent as HTML is questioned", () => {
  const expected = "expected HTML; Markdown is sent in the member markdown, in place of body";
  it.each([
    ["# The quay\nIt opens.", '/body:1: found "# The quay"'],
    ["It opens **today**.", '/body:1: found "It opens **today**."'],
    [
      "<p>It opens.</p>\n<p>See [the map](https://example.org/map).</p>",
      '/body:2: found "See [the map](https://example.org/map)."',
    ],
    ["A picture: ![A map](map.png)", '/body:1: found "A picture: ![A map](map.png)"'],
    ["It opens:\n- at ten\n- at two", '/body:2: found "- at ten"'],
    ["1. Ten\n2. Two", '/body:1: found "1. Ten"'],
    ["```\ncode\n```", '/body:1: found "```"'],
    ["> It opens.", '/body:1: found "> It opens."'],
    ["| a | b |\n| --- | --- |\n| 1 | 2 |", '/body:1: found "| a | b |"'],
    ["It opens.\n\nIt closes.", "/body:2: found an empty line between two paragraphs without <p>"],
  ])("%j", (body, found) => {
    expect(warningsOf({ title: "A", body })).toEqual([`${found}; ${expected}`]);
  });

  it.each([
    "<p>It opens.</p>\n\n<p>It closes.</p>",
    "It opens.\nIt closes.\n",
    "<p>Five * six * seven, 2 ** 3, #1 in the list, a [note] (see below).</p>",
    "<p>It opens\n- or so they say - at ten.</p>",
    "<pre># a comment\n**b** [c](d)</pre><p><code>**kwargs**</code></p>",
    "\n\n  \n",
    "",
  ])("but not %j", (body) => {
    expect(warningsOf({ title: "A", body })).toEqual([]);
  });

  it("in a text of HTML as well", () => {
    expect(warningsOf("---\ntitle: A\n---\nIt **opens**.\n", "text/html")).toEqual([
      '/body:4: found "It **opens**."; expected HTML; Markdown is sent with Content-Type: text/markdown',
    ]);
  });
});
