import { beforeAll, describe, expect, test } from "vitest";
import {
  articleListSchema,
  auditListSchema,
  savedSchema,
} from "../../../src/desk/operations/articles/article-answers.ts";
import { uploadedMediaSchema } from "../../../src/desk/operations/media/media-answers.ts";
import { ORIGIN, plainArticle } from "../../fixtures/full-article.ts";
import { empty } from "../open.ts";
import { articleToSend, makeToken, NOON, openDesk, problemOf } from "./open-desk.ts";

const MARKDOWN = "---\ntitle: Written\npublished: 2026-02-01T08:00:00Z\n---\n\n## Heading\n\nText é\n";
const JSON_TYPE = { "content-type": "application/json" };
const { send, service } = openDesk();
let publisher = "";
let writer = "";

beforeAll(async () => {
  publisher = await makeToken("publisher", ["publish"]);
  writer = await makeToken("writer", ["write"]);
});

type Put = { readonly token?: string; readonly headers?: Record<string, string> };

const put = (slug: string, value: object | string, { token = publisher, headers = {} }: Put = {}) =>
  send("PUT", `/desk/articles/${encodeURIComponent(slug)}`, {
    token,
    headers: { ...JSON_TYPE, ...headers },
    body: typeof value === "string" ? value : articleToSend(value),
  });

describe("saving", () => {
  test("creates, changes, and writes nothing if nothing has changed", async () => {
    const created = await put("harbour", { title: "Harbour" });
    expect([created.status, created.headers.get("location")]).toEqual([201, `${ORIGIN}/desk/articles/harbour`]);
    const first = savedSchema.parse(await created.json());
    expect(first).toMatchObject({
      outcome: "created",
      state: "published",
      revision: 1,
      etag: `"1-${first.hash}"`,
      saved: "2026-06-01T12:00:00Z",
      address: `${ORIGIN}/articles/harbour`,
      article: { title: "Harbour", slug: "harbour", url: `${ORIGIN}/articles/harbour` },
      warnings: [],
    });
    const changed = await put("harbour", { title: "Harbour", summary: "Wider." });
    expect(changed.status).toBe(200);
    expect(savedSchema.parse(await changed.json())).toMatchObject({ outcome: "changed", revision: 2 });
    const again = savedSchema.parse(await (await put("harbour", { title: "Harbour", summary: "Wider." })).json());
    expect(again).toMatchObject({ outcome: "unchanged", revision: 2 });
  });

  test("accepts what was read, unchanged", async () => {
    await put("round", { title: "Round", image: { caption: `${ORIGIN}/media/aa/b.png` } });
    const read = await send("GET", "/desk/articles/round", { token: publisher });
    const text = await read.text();
    expect(text).not.toContain(".invalid");
    const sent = await put("round", text, { headers: { "if-match": read.headers.get("etag") ?? "" } });
    expect(savedSchema.parse(await sent.json())).toMatchObject({ outcome: "unchanged", revision: 1 });
  });

  test("moves an article that has its id, and reserves its old address", async () => {
    const { article } = savedSchema.parse(await (await put("before", {})).json());
    const moved = await put("after", { id: article.id });
    expect(moved.status).toBe(200);
    expect(savedSchema.parse(await moved.json())).toMatchObject({
      outcome: "changed",
      address: `${ORIGIN}/articles/after`,
      article: { id: article.id, slug: "after", formerSlugs: ["before"] },
    });
    expect((await send("GET", "/desk/articles/before", { token: publisher })).status).toBe(404);
    expect(await problemOf(await put("before", {}))).toMatchObject({ status: 409, kind: "path-taken" });
  });

  test("finds files by the name of their upload and by their addresses", async () => {
    const uploader = await makeToken("uploader", ["media"]);
    const body = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'/>";
    const uploaded = await send("POST", "/desk/media?name=maps/the%20bay.svg", { token: uploader, body });
    const { address } = uploadedMediaSchema.parse(await uploaded.json());
    for (const src of ["maps/the bay.svg", address, address.slice(ORIGIN.length)]) {
      const image = { src, alt: "The bay" };
      const { article } = savedSchema.parse(await (await put("mapped", { image })).json());
      expect(article.image).toEqual({
        src: address,
        alt: "The bay",
        mediaType: "image/svg+xml",
        length: body.length,
        width: 40,
        height: 30,
      });
    }
    const kept = await service.newsroom.read("mapped");
    expect(JSON.stringify(kept)).not.toContain(ORIGIN);
    const { problem } = await problemOf(await put("mapped", { image: { src: "maps/no bay.svg", alt: "A" } }));
    expect(problem.faults).toMatchObject([{ pointer: "/image/src", found: '"maps/no bay.svg"' }]);
  });

  test("warns of links to articles that are not public", async () => {
    const { warnings } = savedSchema.parse(
      await (await put("linking", { body: "<a href='/articles/nowhere'>" })).json(),
    );
    expect(warnings).toEqual([
      { pointer: "/body", found: "a link to /articles/nowhere", expected: "an article that readers can see by then" },
    ]);
  });

  test("lists every fault and saves nothing", async () => {
    const { status, kind, problem } = await problemOf(await put("faulty", { title: "", language: "?", colour: "red" }));
    expect([status, kind, problem.detail]).toEqual([
      422,
      "invalid",
      "Nothing was saved. There are 3 faults: see faults.",
    ]);
    expect(problem.faults).toMatchObject([
      { pointer: "/colour" },
      { pointer: "/language", found: '"?"', expected: "a language tag such as en or pt-BR (BCP 47)" },
      { pointer: "/title", found: '""', expected: "some text" },
    ]);
    expect((await send("GET", "/desk/articles/faulty", { token: publisher })).status).toBe(404);
  });

  test("reads a language in the forms of other systems, and questions what is none", async () => {
    // The names of languages and countries come from the Worker's own runtime.
    for (const language of ["pt_BR", "zh_Hans_CN", "iw"])
      expect((await put(`in-${language.replaceAll("_", "-").toLowerCase()}`, { language })).status).toBe(201);
    const { problem } = await problemOf(await put("english", { language: "english" }));
    expect(problem.faults).toMatchObject([
      { pointer: "/language", expected: 'a language tag such as en or pt-BR (BCP 47); did you mean "en"?' },
    ]);
  });

  test.each([
    ["application/xml", undefined],
    ["application/json; charset=iso-8859-1", undefined],
    ["multipart/form-data", undefined],
  ])("refuses %s", async (type) => {
    const response = await send("PUT", "/desk/articles/typed", {
      token: publisher,
      headers: { "content-type": type },
      body: "{}",
    });
    expect(response.headers.get("accept")).toBe("application/json, text/markdown, text/html");
    expect(await problemOf(response)).toMatchObject({ status: 415, kind: "unsupported-media-type" });
  });

  test("accepts parameters of the media type that change nothing", async () => {
    const headers = { "content-type": 'Text/Markdown; Variant=CommonMark; charset="UTF-8"' };
    const response = await send("PUT", "/desk/articles/parameters", { token: publisher, headers, body: MARKDOWN });
    expect(response.status).toBe(201);
  });

  test("refuses bytes that are not UTF-8, a content coding, and more than a megabyte", async () => {
    const body = new Uint8Array([0x7b, 0xff, 0x7d]);
    const bad = await send("PUT", "/desk/articles/bytes", { token: publisher, headers: JSON_TYPE, body });
    expect(await problemOf(bad)).toMatchObject({ status: 400, problem: { faults: [{ expected: "text in UTF-8" }] } });
    const coded = await put("coded", {}, { headers: { "content-encoding": "gzip" } });
    expect([coded.status, coded.headers.get("accept-encoding")]).toEqual([415, "identity"]);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(100_000).fill(0x20));
      },
    });
    const large = await send("PUT", "/desk/articles/large", { token: publisher, headers: JSON_TYPE, body: endless });
    expect(await problemOf(large)).toMatchObject({ status: 413, problem: { most: 1_000_000 } });
    expect(pulled).toBeLessThan(20);
  });

  test.each([
    [
      "Über Uns",
      'letters and digits joined by hyphens, in lower case, such as a-new-article; did you mean "über-uns"?',
    ],
    ["a--b", 'letters and digits joined by hyphens, in lower case, such as a-new-article; did you mean "a-b"?'],
    [
      "..%2Fsecret",
      'letters and digits joined by hyphens, in lower case, such as a-new-article; did you mean "2fsecret"?',
    ],
  ])("refuses the slug %s and suggests another", async (slug, expected) => {
    const { status, problem } = await problemOf(await put(slug, {}));
    expect([status, problem.faults]).toEqual([400, [{ parameter: "slug", found: JSON.stringify(slug), expected }]]);
  });

  test("names the article that has the slug", async () => {
    await put("held", { id: "tag:example.org,2026-01-01:articles/holder" });
    const taken = await put("held", { id: "tag:example.org,2026-01-01:articles/other" });
    expect(await problemOf(taken)).toMatchObject({
      status: 409,
      kind: "slug-taken",
      problem: { slug: "held", heldBy: "tag:example.org,2026-01-01:articles/holder" },
    });
  });
});

describe("preconditions", () => {
  test("prevent lost updates and the replacement of an existing article", async () => {
    const { etag: first } = savedSchema.parse(await (await put("guarded", { title: "One" })).json());
    const { etag: second } = savedSchema.parse(
      await (await put("guarded", { title: "Two" }, { headers: { "if-match": first } })).json(),
    );
    const lost = await put("guarded", { title: "Three" }, { headers: { "if-match": first } });
    expect(await problemOf(lost)).toMatchObject({
      status: 412,
      kind: "precondition-failed",
      problem: { etag: second },
    });
    const weakened = await put("guarded", { title: "Four" }, { headers: { "if-match": `W/${second}` } });
    expect(weakened.status).toBe(200);
    expect((await put("guarded", {}, { headers: { "if-none-match": "*" } })).status).toBe(412);
    expect((await put("not-there", {}, { headers: { "if-match": "*" } })).status).toBe(412);
    expect((await put("brand-new", {}, { headers: { "if-none-match": "*" } })).status).toBe(201);
  });
});

describe("a token with only the scope write", () => {
  test("saves drafts and cannot change an article that is or was public", async () => {
    expect((await put("sketch", { status: "draft" }, { token: writer })).status).toBe(201);
    expect((await put("sketch", { status: "draft", title: "New" }, { token: writer })).status).toBe(200);
    const published = await put("sketch", { status: "published" }, { token: writer });
    expect(published.headers.get("www-authenticate")).toContain('error="insufficient_scope", scope="publish"');
    expect((await problemOf(published)).problem.detail).toBe(
      'Saving an article as published, not as a draft, requires a token with the scope "publish" (do everything with articles and pages: publish, schedule, change, retract; includes write and read). Make one with: npm run token -- make NAME --scopes publish',
    );
    await put("out", { status: "published" });
    await put("shown-once", { status: "published" });
    await put("shown-once", { status: "draft" });
    expect((await put("shown-once", { status: "draft", title: "B" }, { token: writer })).status).toBe(403);
    expect((await send("DELETE", "/desk/articles/shown-once?reason=x", { token: writer })).status).toBe(403);
    expect((await put("out", { status: "draft" }, { token: writer })).status).toBe(403);
    expect((await send("DELETE", "/desk/articles/out?reason=x", { token: writer })).status).toBe(403);
    expect((await send("DELETE", "/desk/articles/sketch", { token: writer })).status).toBe(200);
  });
});

describe("reading", () => {
  test("returns the article, its state and its validators", async () => {
    await put("readable", { status: "draft", title: "Readable" });
    const response = await send("GET", "/desk/articles/readable", { token: writer });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-store",
      "content-type": "application/json",
      "dateline-revision": "1",
      "dateline-state": "draft",
      "last-modified": new Date(NOON).toUTCString(),
      vary: "Accept",
      "x-content-type-options": "nosniff",
    });
    const etag = response.headers.get("etag") ?? "";
    expect(await response.json()).toMatchObject({ title: "Readable", url: `${ORIGIN}/articles/readable` });
    const known = await send("GET", "/desk/articles/readable", { token: writer, headers: { "if-none-match": etag } });
    expect([known.status, await known.text()]).toEqual([304, ""]);
    const stale = await send("GET", "/desk/articles/readable", { token: writer, headers: { "if-match": '"0-x"' } });
    expect(stale.status).toBe(412);
  });

  test("returns the source text byte for byte, with its own entity tag", async () => {
    const text = MARKDOWN;
    const sent = await send("PUT", "/desk/articles/written", {
      token: publisher,
      headers: { "content-type": "text/markdown" },
      body: text,
    });
    const accept = { accept: "text/markdown" };
    const response = await send("GET", "/desk/articles/written", { token: publisher, headers: accept });
    expect([await response.text(), response.headers.get("content-type")]).toEqual([
      text,
      "text/markdown; charset=utf-8",
    ]);
    expect(response.headers.get("etag")).toMatch(/^"1-[0-9a-f]+-markdown"$/);
    expect(sent.headers.get("etag")).toBe(response.headers.get("etag"));
    const headers = { "content-type": "text/markdown", "if-match": response.headers.get("etag") ?? "" };
    const next = await send("PUT", "/desk/articles/written", {
      token: publisher,
      headers,
      body: MARKDOWN.replace("é", "è"),
    });
    expect(next.status).toBe(200);
    const html = await send("GET", "/desk/articles/written", { token: publisher, headers: { accept: "text/html" } });
    expect(await problemOf(html)).toMatchObject({
      status: 406,
      problem: { available: ["application/json", "text/markdown"] },
    });
  });
});

describe("retracting", () => {
  test("requires a reason for an article that was public, in the body or the query", async () => {
    await put("mistaken", {});
    expect(await problemOf(await send("DELETE", "/desk/articles/mistaken", { token: publisher }))).toMatchObject({
      status: 422,
      problem: { faults: [{ pointer: "/reason" }] },
    });
    const body = JSON.stringify({ reason: "It was\u0000 wrong." });
    const retracted = await send("DELETE", "/desk/articles/mistaken", { token: publisher, headers: JSON_TYPE, body });
    expect(savedSchema.parse(await retracted.json())).toMatchObject({
      outcome: "retracted",
      state: "retracted",
      article: { retraction: { reason: "It was wrong." } },
    });
    await put("mistaken-too", {});
    const query = await send("DELETE", "/desk/articles/mistaken-too?reason=Wrong", { token: publisher });
    expect(query.status).toBe(200);
  });

  test.each([
    ['{"reason": ', "", 400],
    ["[]", "", 422],
    ['{"reason": 7}', "/reason", 422],
    ['{"reason": "a", "silent": true}', "", 422],
    [`{"reason": "${"a".repeat(1_001)}"}`, "/reason", 422],
  ])("refuses the body %s and names the place", async (body, pointer, status) => {
    await put("kept", {});
    const response = await send("DELETE", "/desk/articles/kept", { token: publisher, headers: JSON_TYPE, body });
    const told = await problemOf(response);
    expect([told.status, told.problem.faults]).toMatchObject([status, [{ pointer }]]);
  });

  test("discards a draft, fails if it has changed, and returns 404 if it does not exist", async () => {
    await put("loose", { status: "draft" });
    const stale = await send("DELETE", "/desk/articles/loose", { token: publisher, headers: { "if-match": '"9-x"' } });
    expect(stale.status).toBe(412);
    const gone = await send("DELETE", "/desk/articles/loose", { token: publisher });
    expect(savedSchema.parse(await gone.json()).outcome).toBe("discarded");
    expect((await send("DELETE", "/desk/articles/loose", { token: publisher })).status).toBe(404);
  });
});

describe("lists", () => {
  test("continue from page to page", async () => {
    const desk = openDesk();
    await empty();
    const save = (slug: string, status: string) =>
      desk.send("PUT", `/desk/articles/${slug}`, {
        token: publisher,
        headers: JSON_TYPE,
        body: articleToSend({ status }),
      });
    for (const slug of ["a", "b", "c"]) await save(slug, "draft");
    await save("d", "published");
    const get = async (path: string) => desk.send("GET", path, { token: publisher });
    const first = await get("/desk/articles?limit=2&state=draft");
    const page = articleListSchema.parse(await first.json());
    expect(page.articles.map(({ slug, due, state }) => [slug, due, state])).toEqual([
      ["c", plainArticle.published, "draft"],
      ["b", plainArticle.published, "draft"],
    ]);
    expect(first.headers.get("link")).toBe(`<${page.next}>; rel="next"`);
    const second = articleListSchema.parse(await (await get(page.next ?? "")).json());
    expect([second.articles.map(({ slug }) => slug), second.next]).toEqual([["a"], undefined]);
    const audit = auditListSchema.parse(await (await get("/desk/audit?limit=3")).json());
    expect(audit.records.map(({ actor, action, slug }) => [actor, action, slug])).toEqual([
      ["publisher", "created", "d"],
      ["publisher", "created", "c"],
      ["publisher", "created", "b"],
    ]);
    const rest = auditListSchema.parse(await (await get(audit.next ?? "")).json());
    expect(rest.records.map(({ action, slug }) => [action, slug]).slice(0, 1)).toEqual([["created", "a"]]);
  });

  test("name every fault of the query", async () => {
    const response = await send("GET", "/desk/articles?state=drafts&limit=0&afer=2&limit=1", { token: publisher });
    const { status, problem } = await problemOf(response);
    expect([status, problem.faults]).toEqual([
      400,
      [
        { parameter: "limit", expected: "the parameter once" },
        { parameter: "afer", expected: 'one of q, state, limit, after; did you mean "after"?' },
        {
          parameter: "state",
          found: '"drafts"',
          expected: 'one of draft, scheduled, published, retracted, unpublished; did you mean "draft"?',
        },
      ],
    ]);
  });
});
