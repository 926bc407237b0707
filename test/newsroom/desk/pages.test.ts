import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { revokeToken } from "../../../src/desk/tokens.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { articleToSend, makeToken, NOON, openDesk, run, signIn as signInWith } from "./open-desk.ts";

const { send, clock } = openDesk();
const OWN = { origin: ORIGIN, "sec-fetch-site": "same-origin" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const HOUR = 3_600_000;
let token = "";

beforeAll(async () => {
  token = await makeToken("editor", ["publish", "media"]);
});

const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  send("POST", path, { headers: { ...FORM, ...OWN, ...headers }, body: new URLSearchParams(fields).toString() });

const signIn = (shown = token) => signInWith(send, shown);

const page = async (path: string, cookie: string) => (await send("GET", path, { headers: { cookie } })).text();
const csrfOf = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";

describe("signing in", () => {
  test("begins with a form that may be sent to the desk only", async () => {
    const response = await send("GET", "/desk/");
    const html = await response.text();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-store",
      "content-type": "text/html; charset=utf-8",
      "cross-origin-opener-policy": "same-origin",
      "referrer-policy": "same-origin",
      vary: "Cookie",
    });
    const policy = response.headers.get("content-security-policy");
    expect(policy).toContain("form-action 'self'; frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(html).toContain('<label for="token">');
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  test("sets a cookie for the desk only, hidden from scripts and not sent by other sites", async () => {
    const { response, setCookie } = await signIn();
    expect([response.status, response.headers.get("location")]).toEqual([303, "/desk/"]);
    expect(setCookie).toMatch(
      /^__Secure-desk=[0-9a-z]{52}; Max-Age=43200; Path=\/desk; HttpOnly; Secure; SameSite=Strict$/,
    );
    const local = await send("POST", "http://localhost:8787/desk/session", {
      headers: { ...FORM, origin: "http://localhost:8787" },
      body: new URLSearchParams({ token }).toString(),
    });
    expect(local.headers.get("set-cookie")).toMatch(
      /^desk=[0-9a-z]{52}; Max-Age=43200; Path=\/desk; HttpOnly; SameSite=Strict$/,
    );
    const rows = JSON.stringify((await env.DB.prepare("SELECT * FROM sessions").all()).results);
    expect(rows).not.toContain(setCookie.slice(14, 66));
  });

  test("fails with an invalid token, and the page says why", async () => {
    const { response } = await signIn(token.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
    expect(response.status).toBe(401);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await response.text()).toMatch(/role="alert"[^>]*>\s*The token is not known here/);
    expect((await signIn("<script>")).response.status).toBe(401);
  });

  test.each([
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "null", "sec-fetch-site": "same-origin" },
    { origin: ORIGIN, "sec-fetch-site": "same-site" },
    { origin: "", "sec-fetch-site": "none" },
  ])("fails for a page of another origin: %j", async (headers) => {
    expect((await submit("/desk/session", { token }, headers)).status).toBe(403);
  });

  test("lasts twelve hours or until the token expires or is revoked", async () => {
    const { cookie } = await signIn();
    const isIn = async (shown: string) => (await page("/desk/", shown)).includes("Sign out");
    expect(await isIn(cookie)).toBe(true);
    clock.now = NOON + 12 * HOUR;
    expect(await isIn(cookie)).toBe(false);
    clock.now = NOON;
    const short = await signIn(await makeToken("guest", ["read"], NOON + HOUR));
    expect(await isIn(short.cookie)).toBe(true);
    clock.now = NOON + HOUR;
    expect(await isIn(short.cookie)).toBe(false);
    clock.now = NOON;
    await run(revokeToken("guest", NOON));
    expect(await isIn(short.cookie)).toBe(false);
  });

  test("ends with a valid CSRF token only", async () => {
    const { cookie } = await signIn();
    expect((await submit("/desk/session/end", { csrf: "x" }, { cookie })).status).toBe(403);
    const csrf = csrfOf(await page("/desk/", cookie));
    const out = await submit("/desk/session/end", { csrf }, { cookie });
    expect([out.status, out.headers.get("set-cookie")]).toEqual([
      303,
      "__Secure-desk=; Max-Age=0; Path=/desk; HttpOnly; Secure; SameSite=Strict",
    ]);
    expect(await page("/desk/", cookie)).toContain('name="token"');
  });
});

describe("a browser that is signed in", () => {
  const draft = (cookie: string, headers: Record<string, string> = {}) =>
    send("PUT", "/desk/articles/from-browser", {
      headers: { cookie, "content-type": "application/json", ...headers },
      body: articleToSend({ status: "draft" }),
    });

  test("reads like a program and changes something only with the CSRF token of its page", async () => {
    const { cookie } = await signIn();
    const csrf = csrfOf(await page("/desk/", cookie));
    expect((await send("GET", "/desk/articles", { headers: { cookie } })).status).toBe(200);
    expect((await draft(cookie)).status).toBe(403);
    expect((await draft(cookie, { ...OWN, "x-csrf-token": "x" })).status).toBe(403);
    expect((await draft(cookie, { "x-csrf-token": csrf })).status).toBe(403);
    expect((await draft(cookie, { ...OWN, "x-csrf-token": csrf })).status).toBe(201);
    const other = await signIn();
    expect((await draft(other.cookie, { ...OWN, "x-csrf-token": csrf })).status).toBe(403);
  });
});

describe("the pages", () => {
  const save = (slug: string, value: object) =>
    send("PUT", `/desk/articles/${slug}`, {
      token,
      headers: { "content-type": "application/json" },
      body: articleToSend(value),
    });

  test("list the articles and escape the text of authors", async () => {
    const { cookie } = await signIn();
    await save("shown", { title: "Shown <b>&", status: "published" });
    const html = await page("/desk/", cookie);
    expect(html).toContain('<a href="/desk/view/shown"><bdi>Shown &lt;b&gt;&amp;</bdi></a>');
    expect(html).toContain('href="/articles/shown"');
    expect(html).toContain("<bdi>editor</bdi>, created");
    expect(await page("/desk/?state=retracted", cookie)).not.toContain('/desk/view/shown"><bdi>');
  });

  test("show a draft as readers would see it, with its pictures", async () => {
    const { cookie } = await signIn();
    const svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>";
    const uploaded = await send("POST", "/desk/media?name=a.svg", { token, body: svg });
    const { address: url, path: file } = await uploaded.json<{ address: string; path: string }>();
    await save("draft-view", { status: "draft", title: "A draft", body: `<p>Text <img src="${url}" alt="A"></p>` });
    const html = await page("/desk/view/draft-view", cookie);
    expect(html).toContain(`src="${ORIGIN}/desk/media/${file}"`);
    expect(html).toContain("Discard this draft");
    expect((await send("GET", "/desk/view/draft-view")).headers.get("location")).toBe("/desk/");
    const missing = await send("GET", "/desk/view/missing", { headers: { cookie } });
    expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    const problem = await missing.text();
    expect(problem).toContain('<nav aria-label="Desk">');
    expect(problem).toContain("Sign out");
  });

  test("retract an article with a reason, and only with a valid CSRF token", async () => {
    const { cookie } = await signIn();
    await save("mistake", { status: "published" });
    const csrf = csrfOf(await page("/desk/view/mistake", cookie));
    const retract = (fields: Record<string, string>, headers = {}) =>
      submit("/desk/view/mistake/retract", fields, { cookie, ...headers });
    expect((await retract({ csrf: "x", reason: "Wrong" })).status).toBe(403);
    expect((await retract({ csrf, reason: "Wrong" }, { origin: "https://evil.example" })).status).toBe(403);
    const without = await retract({ csrf, reason: " " });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain("Expected a reason, which readers are told");
    const done = await retract({ csrf, reason: "It was wrong" });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/desk/view/mistake"]);
    const retracted = await page("/desk/view/mistake", cookie);
    expect(retracted).not.toContain("Retract this article");
    expect(retracted).toContain("<bdi>It was wrong</bdi>");
  });

  test("restore a retracted article, and only with the scope publish and a valid CSRF token", async () => {
    const { cookie } = await signIn();
    await save("restored", { title: "Restored", status: "published" });
    const csrf = csrfOf(await page("/desk/view/restored", cookie));
    await submit("/desk/view/restored/retract", { csrf, reason: "It was right" }, { cookie });
    const stored = async () =>
      (await send("GET", "/desk/articles/restored", { token })).json<Record<string, unknown>>();
    expect(await stored()).toMatchObject({ status: "retracted" });
    const writer = await signIn(await makeToken("writer who reads", ["write"]));
    expect(await page("/desk/view/restored", writer.cookie)).not.toContain("Restore</button>");
    const restore = (fields: Record<string, string>, with_ = cookie) =>
      submit("/desk/view/restored/restore", fields, { cookie: with_ });
    expect((await restore({ csrf: "x" })).status).toBe(403);
    expect((await restore({ csrf: csrfOf(await page("/desk/", writer.cookie)) }, writer.cookie)).status).toBe(403);
    const done = await restore({ csrf });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/desk/view/restored"]);
    const restored = await stored();
    expect(restored).toMatchObject({ status: "published", title: "Restored" });
    expect(restored).not.toHaveProperty("retraction");
    expect((await restore({ csrf })).status).toBe(422);
  });

  test("keep their navigation on the reference, for a browser that is signed in", async () => {
    const { cookie } = await signIn();
    expect(await page("/desk/reference", cookie)).toContain('<nav aria-label="Desk">');
    expect(await page("/desk/reference", "")).not.toContain('<nav aria-label="Desk">');
  });

  test("show only files to a token with the scope media", async () => {
    const { cookie } = await signIn(await makeToken("files only", ["media"]));
    expect(await page("/desk/", cookie)).not.toContain("/desk/view/");
    expect((await send("GET", "/desk/view/shown", { headers: { cookie } })).status).toBe(403);
  });
});
