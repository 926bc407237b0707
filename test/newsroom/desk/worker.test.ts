import { expect, test } from "vitest";
import { savedSchema } from "../../../src/desk/operations/articles/article-answers.ts";
import worker from "../../../src/newsroom-worker.ts";
import { articleToSend, makeToken } from "./open-desk.ts";

/** The Worker as it is deployed: all of its own wiring. */
const fetchFrom = async (path: string, init?: RequestInit) =>
  worker.fetch(new Request(`http://localhost:8787${path}`, init));

test("an article that is saved at the desk is public at once", async () => {
  const token = await makeToken("wired", ["publish"]);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const put = await fetchFrom("/desk/articles/wired", {
    method: "PUT",
    headers,
    body: articleToSend({ title: "Wired" }),
  });
  const { address } = savedSchema.parse(await put.json());
  expect(await (await worker.fetch(new Request(address))).text()).toContain("Wired");
  expect(await (await fetchFrom("/rss.xml")).text()).toContain("<title>Wired</title>");
  expect((await fetchFrom("/desk/articles/wired")).status).toBe(401);
  expect((await fetchFrom("/schemas/article.json")).status).toBe(200);
});
