import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../../src/desk/access/secret.ts";
import { mediaListSchema, uploadedMediaSchema } from "../../../src/desk/operations/media/media-answers.ts";
import { answerMedia } from "../../../src/http/media.ts";
import type { HttpEnv } from "../../../src/http/service.ts";
import { PLACEHOLDER_ORIGIN } from "../../../src/site/addresses.ts";
import { assetFiles } from "../../../src/store/assets.ts";
import { bucketFiles, firstOf } from "../../../src/store/media-files.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { makeToken, NOON, openDesk, problemOf } from "./open-desk.ts";

const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (sign) => sign.charCodeAt(0),
);
const HASH = sha256(PNG).slice(0, 16);

const { send, clock } = openDesk();
let token = "";

beforeAll(async () => {
  token = await makeToken("photographer", ["media"]);
});

const upload = (name: string, body: BodyInit, headers: Record<string, string> = {}) =>
  send("POST", `/desk/media?name=${encodeURIComponent(name)}`, { token, body, headers });

describe("an uploaded file", () => {
  test("is stored under the hash of its bytes and added to the audit log", async () => {
    const created = await upload("harbour/ferry pic.png", PNG);
    expect([created.status, created.headers.get("location")]).toEqual([201, `${ORIGIN}/media/${HASH}/ferry%20pic.png`]);
    expect(uploadedMediaSchema.parse(await created.json())).toEqual({
      path: `${HASH}/ferry pic.png`,
      address: `${ORIGIN}/media/${HASH}/ferry%20pic.png`,
      name: "harbour/ferry pic.png",
      mediaType: "image/png",
      length: PNG.length,
      width: 1,
      height: 1,
      uploaded: "2026-06-01T12:00:00Z",
    });
    const told = await env.DB.prepare("SELECT actor, action, id, slug, after FROM audit ORDER BY number").all();
    expect(told.results).toEqual([
      { actor: "command line", action: "token made", id: expect.any(String), slug: "photographer", after: null },
      {
        actor: "photographer",
        action: "uploaded",
        id: `${HASH}/ferry pic.png`,
        slug: "harbour/ferry pic.png",
        after: HASH,
      },
    ]);
    const object = await env.FILES.get(`${HASH}/ferry pic.png`);
    expect(new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(PNG);
  });

  test("is not stored again if its bytes and its name are the same", async () => {
    await upload("twice.png", PNG);
    clock.now = NOON + 1_000;
    const again = await upload("twice.png", PNG);
    clock.now = NOON;
    expect([again.status, again.headers.get("location")]).toEqual([200, null]);
    expect(uploadedMediaSchema.parse(await again.json()).uploaded).toBe("2026-06-01T12:00:00Z");
  });

  test("takes a name over from an older file", async () => {
    await upload("notes.txt", "old");
    const newer = uploadedMediaSchema.parse(await (await upload("notes.txt", "new")).json());
    const path = await env.DB.prepare("SELECT path FROM media_names WHERE name = 'notes.txt'").first("path");
    expect(path).toBe(newer.path);
    const back = await upload("notes.txt", "old");
    expect([back.status, uploadedMediaSchema.parse(await back.json()).path]).toEqual([
      201,
      `${sha256("old").slice(0, 16)}/notes.txt`,
    ]);
  });

  test("can be sent in a form, as curl -F and browsers do", async () => {
    const form = new FormData();
    form.append("file", new File([PNG], "from form.png"));
    const response = await send("POST", "/desk/media", { token, body: form });
    expect(uploadedMediaSchema.parse(await response.json())).toMatchObject({
      name: "from form.png",
      length: PNG.length,
    });
    form.append("caption", "one field too many");
    const { problem } = await problemOf(await send("POST", "/desk/media", { token, body: form }));
    expect(problem.faults).toEqual([{ pointer: "", found: "2 fields", expected: "a form with one file" }]);
    const broken = { "content-type": "multipart/form-data" };
    expect((await send("POST", "/desk/media", { token, body: "--x", headers: broken })).status).toBe(400);
  });

  test.each([
    ["picture.jpg", PNG, "image/png"],
    ["picture", PNG, "a name without an extension"],
    ["page.html", "<p>", '"html"'],
    ["drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "<script>"],
    ["drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "onload on <svg>"],
    ["empty.png", new Uint8Array(), "an empty file"],
  ])("is refused if its bytes contradict its name or could do harm: %s", async (name, body, found) => {
    const { status, problem } = await problemOf(await upload(name, body));
    expect(status).toBe(422);
    expect(JSON.stringify(problem.faults)).toContain(JSON.stringify(found).slice(1, -1));
  });

  test.each([
    "../up.png",
    "a/../b.png",
    "/a.png",
    "a//b.png",
    ".hidden.png",
    "a\\b.png",
    "a\nb.png",
    "a\u202Egnp.exe.png",
    " a.png",
    "",
    `${"a".repeat(200)}.png`,
  ])("is refused under an ambiguous name: %j", async (name) => {
    const { status, problem } = await problemOf(await upload(name, PNG));
    expect([status, problem.faults]).toMatchObject([400, [{ parameter: "name" }]]);
  });

  test("is refused without a name, and above 25 MiB before all of it is read", async () => {
    expect((await send("POST", "/desk/media", { token, body: PNG })).status).toBe(400);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1_048_576));
      },
    });
    const large = await send("POST", "/desk/media?name=large.png", { token, body: endless });
    expect([(await problemOf(large)).problem.most, pulled < 40]).toEqual([26_214_400, true]);
  });

  test("never replaces a file whose hash begins with the same digits", async () => {
    await env.FILES.put(`${sha256("mine").slice(0, 16)}/mine.txt`, "someone else's", {
      sha256: sha256("someone else's"),
    });
    expect(await problemOf(await upload("mine.txt", "mine"))).toMatchObject({ status: 409, kind: "media-taken" });
  });
});

describe("files at the desk", () => {
  test("are listed page by page, newest first", async () => {
    const desk = openDesk();
    await env.DB.exec("DELETE FROM media");
    for (const [at, name] of ["first", "second", "third"].entries()) {
      desk.clock.now = NOON + at * 1_000;
      await desk.send("POST", `/desk/media?name=${name}.txt`, { token, body: name });
    }
    const first = await desk.send("GET", "/desk/media?limit=2", { token });
    const page = mediaListSchema.parse(await first.json());
    expect(page.media.map(({ name }) => name)).toEqual(["third.txt", "second.txt"]);
    expect(first.headers.get("link")).toBe(`<${page.next}>; rel="next"`);
    const last = mediaListSchema.parse(await (await desk.send("GET", page.next ?? "", { token })).json());
    expect([last.media.map(({ name }) => name), last.next]).toEqual([["first.txt"], undefined]);
  });

  test("can be read before they are public, with a token only", async () => {
    await upload("early.png", PNG);
    const path = `/desk/media/${HASH}/early.png`;
    const response = await send("GET", path, { token });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "content-type": "image/png",
      "cross-origin-resource-policy": "same-origin",
      etag: `"${HASH}"`,
    });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    const part = await send("GET", path, { token, headers: { range: "bytes=1-3" } });
    expect([part.status, await part.text()]).toEqual([206, "PNG"]);
    const head = await send("HEAD", path, { token });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(PNG.length)]);
    expect((await send("GET", path)).status).toBe(401);
    expect((await send("GET", `/desk/media/${HASH}/other.png`, { token })).status).toBe(404);
    expect((await send("GET", path, { token, headers: { range: "bytes=999-" } })).status).toBe(416);
  });
});

test("the public media route serves pictures of the publication from the build and files of articles from the bucket", async () => {
  await upload("public.png", PNG);
  const assets = assetFiles({
    fetch: async ({ url }) =>
      url.endsWith("/0a/icon.svg") ? new Response("<svg/>") : new Response("none", { status: 404 }),
  });
  const { service } = openDesk({ mediaFiles: firstOf([assets, bucketFiles(env.FILES)]) });
  const lengths: Readonly<Record<string, number>> = { "0a/icon.svg": 6, [`${HASH}/public.png`]: PNG.length };
  const { origin, store } = service.siteFor(ORIGIN);
  const media = async (path: string) => {
    const length = lengths[path];
    return length === undefined
      ? undefined
      : { url: `${PLACEHOLDER_ORIGIN}/media/${path}`, mediaType: "image/png", length };
  };
  const app = new Hono<HttpEnv>();
  const open = { ...service, siteFor: () => ({ origin, store: { ...store, media } }) };
  app.get("/media/:hash/:name", (context) =>
    answerMedia(open, context, context.req.param("hash"), context.req.param("name")),
  );
  const get = async (path: string, headers = {}) => app.fetch(new Request(`${ORIGIN}/media/${path}`, { headers }));
  expect(await (await get("0a/icon.svg")).text()).toBe("<svg/>");
  expect(await (await get("0a/icon.svg", { range: "bytes=1-3" })).text()).toBe("svg");
  const part = await get(`${HASH}/public.png`, { range: "bytes=-4" });
  expect([part.status, new Uint8Array(await part.arrayBuffer())]).toEqual([206, PNG.slice(-4)]);
  expect(part.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect((await get(`${HASH}/private.png`)).status).toBe(404);
});
