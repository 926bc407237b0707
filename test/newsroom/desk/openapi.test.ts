import { describe, expect, test } from "vitest";
import { allows, type DeskScope, SCOPES } from "../../../src/desk/access/scopes.ts";
import { createOpenApi } from "../../../src/desk/openapi/openapi-document.ts";
import { operationName } from "../../../src/desk/operation.ts";
import { OPERATIONS } from "../../../src/desk/operations.ts";
import { pathOf } from "../../../src/desk/paths.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { makeToken, openDesk, problemOf, signIn } from "./open-desk.ts";

const { send } = openDesk();

const document = createOpenApi(OPERATIONS, ORIGIN);
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { security }]) => {
    const tokens = SCOPES.filter((scope) => security.some((each) => each[`${scope}Token`]));
    return { method: method.toUpperCase(), path, security, tokens };
  }),
);
const tokens = new Map<DeskScope, string>();
for (const scope of SCOPES) tokens.set(scope, await makeToken(`only ${scope}`, [scope]));

/** Whether the desk says that the client is unknown (or has to sign in) or that its scopes are not enough. */
async function isRefused(response: Response): Promise<"unauthenticated" | "insufficient-scope" | undefined> {
  if (response.status === 303 && response.headers.get("location") === "/desk/") return "unauthenticated";
  const text = await response.clone().text();
  if (response.status === 403 && response.headers.get("content-type")?.startsWith("text/html"))
    return text.includes("Insufficient scope") ? "insufficient-scope" : undefined;
  if (response.status !== 401 && response.status !== 403) return undefined;
  const { kind } = await problemOf(response);
  return kind === "unauthenticated" || kind === "insufficient-scope" ? kind : undefined;
}

const target = (path: string) => pathOf(path, { slug: "missing", hash: "0000000000000000", name: "a" });

describe("the document describes the access that the route enforces for", () => {
  const guarded = described.filter(({ tokens }) => tokens.length > 0);
  const open = described.filter(({ security }) => security.length === 0);

  test.each(guarded)("$method $path with a token", async ({ method, path, tokens: documented }) => {
    expect(await isRefused(await send(method, target(path)))).toBe("unauthenticated");
    for (const [scope, token] of tokens) {
      const refused = await isRefused(await send(method, target(path), { token }));
      expect(refused, scope).toBe(allows([scope], documented) ? undefined : "insufficient-scope");
    }
  });

  test.each(open)("$method $path without authentication", async ({ method, path }) => {
    expect(await isRefused(await send(method, target(path)))).toBeUndefined();
  });

  const pages = OPERATIONS.filter(({ kind, access }) => kind === "page" && access !== "open" && access !== "session");

  test.each(pages.map((page) => ({ name: operationName(page), page })))("$name with a session", async ({ page }) => {
    const { access, method, path } = page;
    if (typeof access === "string") return;
    const { security } = described.find((each) => each.path === path && each.method === method) ?? {};
    expect(security).toEqual([{ session: [] }]);
    expect(await isRefused(await send(method, target(path)))).toBe("unauthenticated");
    for (const [scope, token] of tokens) {
      const { cookie } = await signIn(send, token);
      const refused = await isRefused(await send(method, target(path), { headers: { cookie } }));
      expect(refused, scope).toBe(allows([scope], access) ? undefined : "insufficient-scope");
    }
  });
});

test("every operation is in the document once", () => {
  const names = OPERATIONS.map(operationName);
  expect(described.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(names.length);
});

test("anyone can read the document, and it names the origin of the request", async () => {
  const response = await send("GET", "/desk/openapi.json");
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await response.json()).toMatchObject({ openapi: "3.1.0", servers: [{ url: ORIGIN }] });
});

test("the reference shows every operation and every kind of problem, and has no script", async () => {
  const response = await send("GET", "/desk/reference");
  const html = await response.text();
  for (const each of OPERATIONS) expect(html).toContain(`<code>${operationName(each)}</code>`);
  const { type } = await (await send("GET", "/desk/nowhere")).json<{ type: string }>();
  expect(type).toBe(`${ORIGIN}/desk/reference#not-found`);
  expect(html).toContain('id="not-found"');
  expect(html).not.toContain("<script");
});

test("the schema of an article is public and cacheable", async () => {
  const response = await send("GET", "/schemas/article.json");
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=3600",
    "content-type": "application/schema+json; charset=utf-8",
  });
  const { $id } = await response.json<{ $id: string }>();
  expect($id).toBe(`${ORIGIN}/schemas/article.json`);
  const headers = { "if-none-match": response.headers.get("etag") ?? "" };
  expect((await send("GET", "/schemas/article.json", { headers })).status).toBe(304);
  expect((await send("PUT", "/schemas/article.json")).status).toBe(405);
});
