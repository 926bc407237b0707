import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { element, elements, metas, parsePage, text } from "../../unit/render/html/parse-page.ts";
import { eventually } from "../harness/eventually.ts";
import { untilServed } from "../harness/served-items.ts";
import { test } from "../harness/served-test.ts";
import { addArticle, articleFile, editArticle } from "../harness/written-articles.ts";

const id = "tag:dateline.example,2026-01-01:articles/livecontent00000";
const slug = "live-content";
const page = `/articles/${slug}`;

test("an article is served when its file is added, and changes with its file", async ({ server }) => {
  const fields = { id, title: "At first", byline: "Ada Ferrier", published: "2026-01-02T03:04:05Z" };
  expect((await server.get(page)).status).toBe(404);
  addArticle(server.root, { slug, fields, markdown: "One sentence." });
  await untilServed(server, "the article", (item) => item.title === "At first");
  expect(text(element(parsePage((await server.get(page)).text), "h1"))).toBe("At first");

  editArticle(server.root, slug, { title: "And then" });
  await untilServed(server, "the edit", (item) => item.id === id && item.title === "And then");
  expect(text(element(parsePage((await server.get(page)).text), "h1"))).toBe("And then");
});

test("a fault is reported with file, line and field, on the terminal and in place of every page, until the file is corrected", async ({
  server,
}) => {
  const good = readFileSync(articleFile(server.root, slug), "utf8");
  const printed = server.messages().length;
  const since = () => server.messages().slice(printed);
  writeFileSync(articleFile(server.root, slug), good.replace("2026-01-02T03:04:05Z", "2 Jan 2026"));
  const fault = `content/articles/${slug}.md:5 published: found "2 Jan 2026"; expected a time such as 2026-11-24T09:30:00+08:00`;
  await eventually(fault, () => since().includes(fault) || undefined, { describe: server.messages });
  // wrangler restarts the Worker after every build command, also after a failed one.
  await eventually("a reload", () => since().includes("Local server updated") || undefined, {
    describe: server.messages,
  });
  await eventually("the fault", async () => (await server.get(page)).status === 503 || undefined, {
    describe: server.messages,
  });
  const shown = await server.get("/", { accept: "text/html" });
  expect(text(element(parsePage(shown.text), "main"))).toContain(fault);
  const feed = await server.get("/rss.xml");
  expect([feed.status, feed.text]).toEqual([200, expect.stringContaining("And then")]);

  writeFileSync(articleFile(server.root, slug), good.replace("And then", "Mended"));
  await untilServed(server, "the mended article", (item) => item.id === id && item.title === "Mended");
});

test("a draft is shown and marked as a draft", async ({ server }) => {
  editArticle(server.root, slug, { title: "Not yet", status: "draft" });
  await untilServed(server, "the draft", (item) => item.id === id && item.title === "Not yet");
  const draft = parsePage((await server.get(page)).text);
  expect(text(element(draft, "strong", "draft"))).toBe("Draft");
  expect(elements(draft, "p", "notice")).toHaveLength(1);
  expect(metas(draft, "robots")).toEqual(["noindex"]);
  const front = parsePage((await server.get("/")).text);
  expect(elements(front, "strong", "draft").length).toBeGreaterThan(0);
});
