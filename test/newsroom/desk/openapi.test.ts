import { expect, test } from "vitest";
import { DESK_ROUTES } from "../../../src/desk/desk-routes.ts";
import { OPERATIONS } from "../../../src/desk/openapi/openapi-document.ts";
import { ORIGIN } from "../../fixtures/full-article.ts";
import { openDesk } from "./open-desk.ts";

const { send } = openDesk();

test("every address and method of the desk is described, and nothing that is not there", () => {
  const mounted = DESK_ROUTES.flatMap(({ path, methods }) => Object.keys(methods).map((method) => `${method} ${path}`));
  expect(Object.keys(OPERATIONS).sort()).toEqual([...mounted, "GET /schemas/article.json"].sort());
});

test("the description is there for everyone, under the origin that is asked", async () => {
  const response = await send("GET", "/desk/openapi.json");
  expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await response.json()).toMatchObject({ openapi: "3.1.0", servers: [{ url: ORIGIN }] });
});

test("the reference has every operation and every kind of problem, and runs no script", async () => {
  const response = await send("GET", "/desk/reference");
  const html = await response.text();
  for (const name of Object.keys(OPERATIONS)) expect(html).toContain(`<code>${name}</code>`);
  const { type } = await (await send("GET", "/desk/nowhere")).json<{ type: string }>();
  expect(type).toBe(`${ORIGIN}/desk/reference#not-found`);
  expect(html).toContain('id="not-found"');
  expect(html).not.toContain("<script");
});

test("the schema of an article is public, and may be kept", async () => {
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
