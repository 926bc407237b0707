import { expect, it } from "vitest";
import { parseSubmission, submissionReferences } from "../../../../src/compile/submission/parse-submission.ts";
import { ORIGIN } from "../../../fixtures/full-article.ts";
import { ID } from "../compile.ts";
import { submissionOf } from "./submit.ts";

const read = (given: unknown, mediaType?: "text/markdown") =>
  submissionReferences(parseSubmission(submissionOf(given, mediaType)), ORIGIN);

it("submissionReferences returns the id, the names of the files and the slugs of linked articles", () => {
  const given = {
    id: ID,
    title: "A",
    image: { src: `${ORIGIN}/media/00/a%20b.png` },
    attachments: [{ src: "talk.mp3" }, { src: "https://example.org/a.mp3" }],
    body: `<a href="/articles/one#a"></a><a href="${ORIGIN}/articles/z%C3%BCrich">a</a><a href="/articles/quay">itself</a>
<a href="/articles/No%20Slug">b</a><a href="https://example.org/articles/x">c</a><a href="tide.pdf">d</a>
<img alt="" src="/media/00/map.png" srcset="map.png 1x, cafe\u0301.png 2x"><video poster="map.png" src="talk.mp3"></video>`,
  };
  expect(read(given)).toEqual({
    id: ID,
    media: ["tide.pdf", "/media/00/map.png", "map.png", "caf\u00e9.png", "talk.mp3", "/media/00/a%20b.png"],
    articles: ["one", "zürich"],
  });
});

it("submissionReferences reads front matter and Markdown", () => {
  const text = "---\nimage: { src: ../media/2026/a.png }\n---\n[a](/articles/one) ![b](../media/b.png)\n";
  expect(read(text, "text/markdown")).toEqual({ media: ["b.png", "2026/a.png"], articles: ["one"] });
});

it("submissionReferences returns what is readable of a faulty submission, and nothing if nothing is readable", () => {
  expect(read({ id: 7, section: "x", image: 1, attachments: [{ src: "a.mp3" }] })).toEqual({
    media: ["a.mp3"],
    articles: [],
  });
  expect(read("{")).toEqual({ media: [], articles: [] });
});
