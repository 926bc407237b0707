import { expect, it } from "vitest";
import { exportArticle } from "../../src/compile/export-article.ts";
import { articleToJson } from "../../src/compile/submission/article-json.ts";
import { compileSubmission } from "../../src/compile/submission/compile-submission.ts";
import { parseSubmission, submissionReferences } from "../../src/compile/submission/parse-submission.ts";
import { fullArticle, ORIGIN, publication } from "../fixtures/full-article.ts";

/** The compiler runs in Node for a build. The newsroom runs it inside workerd, as these tests do. */

const SETTING = { publication, now: Date.parse("2026-11-25T03:00:00Z"), mintId: () => fullArticle.id };
const hash = "0a1b2c3d4e5f6071";
const media = (name: string) => {
  const [, extension = ""] = /\.(\w+)$/.exec(name) ?? [];
  const mediaType = { mp3: "audio/mpeg", pdf: "application/pdf" }[extension] ?? "image/png";
  return { name: name.replace(/.*\//, ""), hash, mediaType, length: 10 };
};

it("the compiler reads an answer of the service, and exports a file that compiles to the same article", () => {
  const submission = parseSubmission({
    mediaType: "application/json",
    slug: fullArticle.slug,
    text: JSON.stringify(articleToJson(fullArticle)),
  });
  expect(submissionReferences(submission, publication.address)).toMatchObject({
    id: fullArticle.id,
    articles: ["slipway"],
  });
  const compiled = compileSubmission(submission, { ...SETTING, media });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error.faults));
  expect(compiled.value.article).toMatchObject({
    id: fullArticle.id,
    title: fullArticle.title,
    byline: fullArticle.byline,
  });
  const text = exportArticle(compiled.value.article, (url) => url.replace(/.*\//, ""));
  expect(text).not.toContain(ORIGIN);
  expect(
    compileSubmission(parseSubmission({ mediaType: "text/html", slug: fullArticle.slug, text }), { ...SETTING, media }),
  ).toMatchObject({
    value: { article: compiled.value.article },
  });
});

it("the compiler lists the faults of HTML that nests too deeply, and continues", () => {
  const faultsOf = (text: string) =>
    compileSubmission(parseSubmission({ mediaType: "application/json", slug: "a", text }), { ...SETTING, media });
  expect(faultsOf(JSON.stringify({ title: "A", body: "<b>".repeat(100_000) }))).toMatchObject({
    ok: false,
    error: { faults: [{ pointer: "/body" }] },
  });
  expect(faultsOf("[".repeat(1_000_000))).toMatchObject({ ok: false, error: { faults: [{ pointer: "", line: 1 }] } });
  expect(faultsOf(`{"tags": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`)).toMatchObject({ ok: false });
});
