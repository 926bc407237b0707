import fc from "fast-check";
import { expect, test } from "vitest";
import { exportArticle } from "../../../../src/compile/export-article.ts";
import { articleInputSchema } from "../../../../src/compile/submission/article-input-schema.ts";
import { articleToJson } from "../../../../src/compile/submission/article-json.ts";
import { compileSubmission } from "../../../../src/compile/submission/compile-submission.ts";
import { parseSubmission, submissionReferences } from "../../../../src/compile/submission/parse-submission.ts";
import type { Submission } from "../../../../src/compile/submission/submission.ts";
import { type Article, articleSchema } from "../../../../src/model/article.ts";
import { activeParts, parsePage } from "../../render/html/parse-page.ts";
import { compileOne } from "../compile.ts";
import { MINTED, mediaName, SETTING } from "./submit.ts";

/** Any submission compiles to an article that can be stored and sent again, or its sender gets faults. */

function check(submission: Submission): Article | undefined {
  const parsed = parseSubmission(submission);
  const { media, articles, id } = submissionReferences(parsed, SETTING.publication.address);
  const asked = new Set<string>();
  const compiled = compileSubmission(parsed, {
    ...SETTING,
    media: (name) => {
      asked.add(name);
      return SETTING.media(name);
    },
  });
  expect(media.toSorted(), "the references are exactly what is looked up").toEqual([...asked].toSorted());
  expect(compileSubmission(parsed, SETTING), "a parsed submission may be compiled again").toEqual(compiled);
  if (!compiled.ok) {
    expect(compiled.error.faults.length).toBeGreaterThan(0);
    for (const { pointer, expected } of compiled.error.faults)
      expect([/^(?:\/|$)/.test(pointer), expected !== ""]).toEqual([true, true]);
    return undefined;
  }
  const { article } = compiled.value;
  expect(articleSchema.parse(article)).toEqual(article);
  expect(activeParts(parsePage(article.body))).toEqual([]);
  expect(article).toMatchObject({ id: id ?? MINTED, slug: "quay" });
  for (const slug of articles) expect(article.body).toContain(encodeURIComponent(slug));
  const again = (mediaType: Submission["mediaType"], text: string) => {
    const second = compileSubmission(parseSubmission({ mediaType, slug: "quay", text }), SETTING);
    return second.ok ? second.value.article : second.error.faults;
  };
  expect(again("application/json", JSON.stringify(articleToJson(article)))).toEqual(article);
  expect(again("text/html", exportArticle(article, mediaName))).toEqual(article);
  return article;
}

const PIECES =
  '<script>alert(1)</script>|<img src=x onerror=alert(1)>|<a href="javascript:alert(1)">x</a>|<a href="/articles/a-b">|</a>|<a href="#a">|<p id=a>|</p>|<h1>|<svg onload=x>|<!--|-->|<![CDATA[|<table><td>|<textarea>|<plaintext>|<template>|<p class=related><a href=//x.example>|<span class=dateline>SEOUL</span> — |<img src="map.png">|<video src=film.mp4>|<dl><dt>|&#xFFFE;|&lt;|&|"|\n\n|\u0000|\uD800|\u2028|🛳|a|b c'.split(
    "|",
  );
// A name with a dot (`<p.a>`) within another is read as a paragraph with a class. Such a body is stable only after it
// is compiled again.
const letters = fc.string({ maxLength: 4 }).map((some) => some.replaceAll("<", ""));
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), letters), { maxLength: 10 }).map((parts) => parts.join(""));
const fields = [...Object.keys(articleInputSchema.shape), "__proto__", "constructor", "toString", ""];

test("any JSON ends in an article or in faults, and the compiler never throws", () => {
  const whole: Readonly<Record<string, unknown>> = JSON.parse(
    JSON.stringify(
      articleToJson(
        compileOne(
          `---\nid: ${MINTED}\ntitle: A\npublished: 2026-01-01T00:00:00Z\nimage: { src: icon.png, alt: A }\nbyline: A\n---\nB\n`,
        ),
      ),
    ),
  );
  const members = fc.array(
    fc.tuple(
      fc.constantFrom(...fields),
      fc.oneof(text, fc.jsonValue(), fc.constantFrom<unknown>([{}], { src: "icon.png" })),
    ),
    { maxLength: 3 },
  );
  let articles = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        members,
        fc.tuple(fc.tuple(fc.constant("body"), text), fc.tuple(fc.constantFrom("title", "dateline", "summary"), text)),
      ),
      (changed) => {
        const json = JSON.stringify(Object.fromEntries([...Object.entries({ ...whole, id: undefined }), ...changed]));
        articles += check({ mediaType: "application/json", slug: "quay", text: json }) ? 1 : 0;
      },
    ),
    { numRuns: 400 },
  );
  expect(articles).toBeGreaterThan(60);
}, 60_000);

test("any text ends in an article or in faults as well", () => {
  const mediaType = fc.constantFrom<Submission["mediaType"][]>("application/json", "text/markdown", "text/html");
  fc.assert(
    fc.property(mediaType, text, fc.boolean(), (type, given, hasFields) => {
      check({ mediaType: type, slug: "quay", text: hasFields ? `---\ntitle: A\n---\n${given}` : given });
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("any JSON value in place of an article is refused", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (json) => {
      expect(check({ mediaType: "application/json", slug: "quay", text: json })).toBeUndefined();
    }),
  );
});
