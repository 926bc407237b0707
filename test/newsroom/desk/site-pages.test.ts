import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../src/http/app.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { empty } from "../open.ts";
import { articleToSend, makeToken, NOON, openDesk, problemOf } from "./open-desk.ts";

const { send, clock, service } = openDesk();
/** A new one for each test: an emptied database counts from the beginning again. */
let site = createApp(service);
const get = (path: string, headers: Record<string, string> = {}) => site.fetch(new Request(ORIGIN + path, { headers }));
const tokens = { publish: "", write: "", read: "" };

beforeAll(async () => {
  tokens.publish = await makeToken("pages desk", ["publish"]);
  tokens.write = await makeToken("trainee", ["write"]);
  tokens.read = await makeToken("reader", ["read"]);
});

beforeEach(async () => {
  await empty();
  site = createApp(service);
  clock.now += 60_000;
});

const MARKDOWN = "---\ntitle: About us\nnavigation: header\n---\n\nWe write *about* two towns.\n";

const putText = (slug: string, text = MARKDOWN, headers: Record<string, string> = {}, token = tokens.publish) =>
  send("PUT", `/desk/pages/${slug}`, { token, headers: { "content-type": "text/markdown", ...headers }, body: text });

const putJson = (slug: string, value: object, headers: Record<string, string> = {}, token = tokens.publish) =>
  send("PUT", `/desk/pages/${slug}`, {
    token,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ title: "About", body: "<p>Text.</p>", ...value }),
  });

const remove = (slug: string, headers: Record<string, string> = {}, token = tokens.publish) =>
  send("DELETE", `/desk/pages/${slug}`, { token, headers });

const json = async (response: Response): Promise<Record<string, string>> => response.json();

describe("a page that is sent", () => {
  test("is there for readers at once, and is linked to from every page", async () => {
    const created = await putText("about");
    expect([created.status, created.headers.get("location")]).toEqual([201, `${ORIGIN}/desk/pages/about`]);
    expect(await created.json()).toMatchObject({
      outcome: "created",
      revision: 1,
      address: `${ORIGIN}/about`,
      page: {
        slug: "about",
        navigation: "header",
        status: "published",
        body: "<p>We write <em>about</em> two towns.</p>",
      },
    });
    expect(await (await get("/about")).text()).toContain("We write <em>about</em> two towns.");
    expect(await (await get("/")).text()).toContain(`<a href="${ORIGIN}/about"><bdi>About us</bdi></a>`);
    expect(await (await get("/sitemap.xml")).text()).toContain(`<loc>${ORIGIN}/about</loc>`);
  });

  test("changes the front page and its tag, and no feed", async () => {
    const before = { page: await get("/"), feed: await get("/rss.xml") };
    await putText("about");
    const after = { page: await get("/"), feed: await get("/rss.xml") };
    expect(after.page.headers.get("etag")).not.toBe(before.page.headers.get("etag"));
    expect(after.feed.headers.get("etag")).toBe(before.feed.headers.get("etag"));
    const held = await get("/", { "if-none-match": before.page.headers.get("etag") ?? "" });
    expect(held.status).toBe(200);
    const held304 = await get("/", { "if-none-match": after.page.headers.get("etag") ?? "" });
    expect(held304.status).toBe(304);
  });

  test("may be read and sent back as JSON, or as it was written", async () => {
    await putText("about");
    const read = await send("GET", "/desk/pages/about", { token: tokens.read });
    const page = await json(read);
    const again = await putJson("about", page, { "if-match": read.headers.get("etag") ?? "" });
    expect(await again.json()).toMatchObject({ outcome: "unchanged", revision: 1 });
    const text = await send("GET", "/desk/pages/about", { token: tokens.read, headers: { accept: "text/markdown" } });
    expect([text.headers.get("content-type"), await text.text()]).toEqual(["text/markdown; charset=utf-8", MARKDOWN]);
    const held = { token: tokens.read, headers: { "if-none-match": read.headers.get("etag") ?? "" } };
    expect((await send("GET", "/desk/pages/about", held)).status).toBe(304);
  });

  test("that is the same writes nothing, and a change steps the revision", async () => {
    await putText("about");
    expect(await (await putText("about")).json()).toMatchObject({ outcome: "unchanged", revision: 1 });
    const changed = await putText("about", MARKDOWN.replace("two", "three"));
    expect(await changed.json()).toMatchObject({ outcome: "changed", revision: 2 });
    expect(await (await get("/about")).text()).toContain("three towns");
  });

  test("has all its faults listed", async () => {
    const response = await putJson("about", {
      title: "",
      navigation: "left",
      image: { src: "gone.png" },
      slug: "other",
    });
    const { kind, problem } = await problemOf(response);
    expect(kind).toBe("invalid");
    expect((problem.faults as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      "/image/src",
      "/navigation",
      "/slug",
      "/title",
    ]);
    expect((await problemOf(await putText("about", "no front matter"))).kind).toBe("invalid");
    expect((await problemOf(await putJson("About Us", {}))).kind).toBe("bad-request");
  });

  test.each([
    ["feeds", "the service itself answers at /feeds"],
    ["desk", "the service itself answers at /desk"],
    ["atom", "/atom leads to a feed"],
  ])("cannot have the address of a route: %s", async (slug, expected) => {
    const { kind, problem } = await problemOf(await putJson(slug, {}));
    expect([kind, JSON.stringify(problem.faults)]).toEqual(["bad-request", expect.stringContaining(expected)]);
  });
});

describe("an address that is taken", () => {
  test("by a former path of an article is a conflict, and so is the other way round", async () => {
    const put = (slug: string, formerPaths: readonly string[]) =>
      send("PUT", `/desk/articles/${slug}`, {
        token: tokens.publish,
        headers: { "content-type": "application/json" },
        body: articleToSend({ formerPaths }),
      });
    expect((await put("quay", ["/about/"])).status).toBe(201);
    expect(await problemOf(await putJson("about", {}))).toMatchObject({ status: 409, kind: "path-taken" });
    expect((await putJson("imprint", { formerPaths: ["/legal"] })).status).toBe(201);
    for (const path of ["/imprint", "/legal/"])
      expect(await problemOf(await put("other", [path]))).toMatchObject({ status: 409, kind: "path-taken" });
  });

  test("by another page is a conflict", async () => {
    await putJson("about", { formerPaths: ["/about-us"] });
    for (const path of ["/about", "/about-us/"])
      expect(await problemOf(await putJson("imprint", { formerPaths: [path] }))).toMatchObject({ kind: "path-taken" });
  });

  test("is refused by the database too, if two writers write at the same time", async () => {
    await putJson("about", {});
    const insert = env.DB.prepare("INSERT INTO former_paths (path, article) VALUES ('/about', 1)").run();
    await expect(insert).rejects.toThrow(/path conflict/);
  });
});

describe("conditions and keys", () => {
  test("hold for pages as for articles", async () => {
    const first = await json(await putText("about"));
    expect((await putText("about", MARKDOWN, { "if-none-match": "*" })).status).toBe(412);
    expect((await putText("about", `${MARKDOWN}\nMore.`, { "if-match": '"9-x"' })).status).toBe(412);
    expect((await putText("imprint", MARKDOWN, { "if-match": first.etag ?? "" })).status).toBe(412);
    expect((await putText("about", `${MARKDOWN}\nMore.`, { "if-match": first.etag ?? "" })).status).toBe(200);
    expect((await remove("about", { "if-match": first.etag ?? "" })).status).toBe(412);
  });

  test("a request that is repeated with its key changes nothing more", async () => {
    const key = { "idempotency-key": `key-${NOON}` };
    await putText("about", MARKDOWN, key);
    await remove("about");
    const again = await putText("about", MARKDOWN, key);
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect((await get("/about")).status).toBe(404);
  });

  test("of writers of one page at the same time, none is lost", async () => {
    const answers = await Promise.all(["a", "b", "c"].map((each) => putJson(`page-${each}`, { navigation: "footer" })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const front = await (await get("/")).text();
    for (const each of ["a", "b", "c"]) expect(front).toContain(`href="${ORIGIN}/page-${each}"`);
    const same = await Promise.all(["x", "y", "z"].map((title) => putJson("page-a", { title })));
    expect(same.every(({ status }) => status === 200)).toBe(true);
    expect((await service.pages.read("page-a"))?.revision).toBe(4);
  });
});

describe("who may do what", () => {
  test("a token with the scope write may keep drafts, which readers do not see", async () => {
    expect((await putText("about", MARKDOWN, {}, tokens.write)).status).toBe(403);
    expect((await putJson("about", { status: "draft", navigation: "header" }, {}, tokens.write)).status).toBe(201);
    expect((await get("/about")).status).toBe(404);
    expect(await (await get("/")).text()).not.toContain(`href="${ORIGIN}/about"`);
    expect(await (await get("/sitemap.xml")).text()).not.toContain("/about");
    expect((await remove("about", {}, tokens.write)).status).toBe(200);
    await putText("about");
    expect((await putJson("about", { status: "draft" }, {}, tokens.write)).status).toBe(403);
    expect((await remove("about", {}, tokens.write)).status).toBe(403);
  });
});

describe("deleting a page", () => {
  test("leaves nothing but the audit: no link, no redirect, no 410", async () => {
    await putJson("about", { navigation: "header", formerPaths: ["/about-us"] });
    const deleted = await remove("about");
    expect(await deleted.json()).toMatchObject({ outcome: "deleted", page: { slug: "about" } });
    for (const path of ["/about", "/about-us"]) expect((await get(path)).status).toBe(404);
    expect(await (await get("/")).text()).not.toContain(`href="${ORIGIN}/about"`);
    expect((await remove("about")).status).toBe(404);
    const { results } = await env.DB.prepare("SELECT action, actor, slug FROM audit ORDER BY number").all();
    expect(results).toEqual([
      { action: "created", actor: "pages desk", slug: "about" },
      { action: "deleted", actor: "pages desk", slug: "about" },
    ]);
    expect(await (await putJson("about", {})).json()).toMatchObject({ outcome: "created", revision: 1 });
  });
});

test("the list has every page by its slug, in parts", async () => {
  for (const slug of ["imprint", "about", "contact"]) await putJson(slug, { status: "draft" });
  const first = await json(await send("GET", "/desk/pages?limit=2", { token: tokens.read }));
  const slugsOf = (part: { readonly pages?: readonly { readonly slug: string }[] }) =>
    part.pages?.map(({ slug }) => slug);
  expect(slugsOf(first)).toEqual(["about", "contact"]);
  const second = await json(await send("GET", first.next ?? "", { token: tokens.read }));
  expect([slugsOf(second), second.next]).toEqual([["imprint"], undefined]);
  expect((await send("GET", "/desk/pages?after=A%20B", { token: tokens.read })).status).toBe(400);
});
