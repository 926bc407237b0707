import { expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { contentHtml } from "../../../src/render/content-html.ts";
import { fullArticle, ORIGIN, plainArticle } from "../../fixtures/full-article.ts";

/** The content of a minimal article with these members added, without the body. */
function around(added: Partial<Article>): string {
  return contentHtml({ ...plainArticle, body: "", ...added });
}

test("the content of a minimal article is its body", () => {
  expect(contentHtml(plainArticle)).toBe("<p>Stone by stone.</p>");
  expect(around({})).toBe("");
});

test("the body of a full article is unchanged between picture and attachments", () => {
  const [before, after] = contentHtml(fullArticle).split(`\n${fullArticle.body}\n`);
  expect(before).toMatch(/^<figure>.*<\/figure>$/);
  expect(after?.split("\n").map((line) => line.slice(0, 12))).toEqual(['<ul class="a', '<ul class="c', '<p class="so']);
});

test("the picture has alternative text, size, caption and credit, all escaped", () => {
  const image = {
    file: { url: "https://example.org/a.png?x=1&y=2", mediaType: "image/png", width: 4, height: 3 },
    alternativeText: 'A "b" <c>',
    caption: "D & e.",
    credit: "F <g>",
  };
  expect(around({ image })).toBe(
    '<figure><img src="https://example.org/a.png?x=1&amp;y=2" alt="A &quot;b&quot; &lt;c&gt;" width="4" height="3">' +
      '<figcaption>D &amp; e. <span class="credit">(F &lt;g&gt;)</span></figcaption></figure>',
  );
});

test("a picture without texts has empty alternative text and no caption", () => {
  const image = { file: { url: "https://example.org/a.png", mediaType: "image/png" } };
  expect(around({ image })).toBe('<figure><img src="https://example.org/a.png" alt=""></figure>');
});

test("caption and credit are shown without the picture", () => {
  expect(around({ image: { caption: "On Sunday.", credit: "POOL" } })).toBe(
    '<figure><figcaption>On Sunday. <span class="credit">(POOL)</span></figcaption></figure>',
  );
  expect(around({ image: { credit: "POOL" } })).toBe(
    '<figure><figcaption><span class="credit">(POOL)</span></figcaption></figure>',
  );
  expect(around({ image: { alternativeText: "Nothing to show" } })).toBe("");
});

test("audio and video have players with a link inside, and other files have a link", () => {
  const length = 1;
  const attachments = [
    { file: { url: `${ORIGIN}/talk.mp3`, mediaType: "audio/mpeg", length }, title: "The <talk>" },
    { file: { url: `${ORIGIN}/film.mp4`, mediaType: "video/mp4", length, width: 640, height: 360 } },
    { file: { url: `${ORIGIN}/a%20plan%20%26%20b.pdf`, mediaType: "application/pdf", length } },
    { file: { url: `${ORIGIN}/x.zip`, mediaType: "application/zip", length }, title: "Data" },
  ];
  expect(around({ attachments })).toBe(
    '<ul class="attachments">' +
      `<li>The &lt;talk&gt;<br><audio controls preload="none" src="${ORIGIN}/talk.mp3"><a href="${ORIGIN}/talk.mp3" type="audio/mpeg">talk.mp3</a></audio></li>` +
      `<li><video controls preload="none" src="${ORIGIN}/film.mp4" width="640" height="360"><a href="${ORIGIN}/film.mp4" type="video/mp4">film.mp4</a></video></li>` +
      `<li><a href="${ORIGIN}/a%20plan%20%26%20b.pdf" type="application/pdf">a plan &amp; b.pdf</a></li>` +
      `<li><a href="${ORIGIN}/x.zip" type="application/zip">Data</a></li>` +
      "</ul>",
  );
});

test("a recording that the text plays has no second player", () => {
  const attachments = [{ file: { url: `${ORIGIN}/talk.mp3?a=1&b=2`, mediaType: "audio/mpeg", length: 1 } }];
  const shown = (body: string) => contentHtml({ ...plainArticle, body, attachments });
  const src = `${ORIGIN}/talk.mp3?a=1&#x26;b=2`;
  for (const body of [
    `<figure><audio controls src="${src}"></audio></figure>`,
    `<audio controls><source src="${src}"></audio>`,
  ])
    expect(shown(body)).toBe(body);
  for (const body of [`<p><a href="${src}">Talk</a></p>`, `<audio controls src="${src}c"></audio>`])
    expect(shown(body)).toContain('<ul class="attachments">');
});

test.each([
  ["a forbidden character in percent-encoding", "/a%01%EF%BF%BE.pdf", "a.pdf"],
  ["percent-encoding that is not UTF-8", "/a%FF.pdf", "a%FF.pdf"],
  ["no name", "/", "news.example.org"],
  ["only forbidden characters", "/%01", "%01"],
])("a file's name contains only characters that XML allows: %s", (_, path, name) => {
  const file = { url: ORIGIN + path, mediaType: "application/pdf", length: 1 };
  expect(around({ attachments: [{ file }] })).toBe(
    `<ul class="attachments"><li><a href="${ORIGIN}${path}" type="application/pdf">${name}</a></li></ul>`,
  );
});

test("corrections have their date and text", () => {
  expect(around({ corrections: fullArticle.corrections })).toBe(
    '<ul class="corrections"><li><time datetime="2026-03-04T10:00:00+08:00">2026-03-04</time>: ' +
      "An earlier version gave the last crossing as 22:10 &amp; not 23:10.</li></ul>",
  );
});

test("the source line names agency, original, rights and licence, if they are known", () => {
  expect(around({ agency: { name: "A & B" } })).toBe('<p class="source">A &amp; B</p>');
  expect(
    around({
      agency: { name: "Wire", url: "https://wire.example.net/" },
      canonical: "https://wire.example.net/s?a=1&b=2",
      rights: "© Wire",
      licence: "https://creativecommons.org/licenses/by/4.0/",
    }),
  ).toBe(
    '<p class="source"><a href="https://wire.example.net/">Wire</a> · ' +
      '<a href="https://wire.example.net/s?a=1&amp;b=2">wire.example.net</a> · © Wire · ' +
      '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license">creativecommons.org/licenses/by/4.0</a></p>',
  );
});
