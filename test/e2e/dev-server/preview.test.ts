import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { test as browserTest, chromiumPackage } from "../browser/browser-test.ts";
import { startPreview } from "../harness/dev-server.ts";
import { eventually } from "../harness/eventually.ts";
import { describeWith } from "../harness/installed.ts";
import { addArticle, articleFile, editArticle } from "../harness/written-articles.ts";

/** `npm run dev`, as an author uses it, with a browser that stays open. */
const test = browserTest.extend("preview", { scope: "file" }, async ({ copy }, { onCleanup }) => {
  const preview = await startPreview(copy);
  onCleanup(preview.stop);
  return preview;
});

const id = "tag:dateline.example,2026-01-01:articles/previewed0000000";
const slug = "previewed";
const path = `/articles/${slug}`;
const fields = { id, title: "At first", byline: "Ada Ferrier", published: "2026-01-02T03:04:05Z" };

describeWith(chromiumPackage, "npm run dev", () => {
  test("shows an edit in the open page, without a reload by hand", async ({ browser, preview }) => {
    addArticle(preview.root, { slug, fields, markdown: "One sentence." });
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await eventually("the article", async () => (await preview.get(path)).status === 200 || undefined);
    await page.goto(preview.origin + path);
    await page.locator("h1", { hasText: "At first" }).waitFor();

    editArticle(preview.root, slug, { title: "And then" });
    await page.locator("h1", { hasText: "And then" }).waitFor();

    // As editors write that put a new file in the place of the old one.
    const file = articleFile(preview.root, slug);
    writeFileSync(`${file}~`, readFileSync(file, "utf8").replace("And then", "By rename"));
    renameSync(`${file}~`, file);
    await page.locator("h1", { hasText: "By rename" }).waitFor();
    expect(faults, "the page may run its script").toEqual([]);
    await page.close();
  });

  test("shows a fault with its file, its line and what is right, and then the page again; feeds go on", async ({
    browser,
    preview,
  }) => {
    const page = await browser.newPage();
    await page.goto(preview.origin + path);
    const file = articleFile(preview.root, slug);
    const good = readFileSync(file, "utf8");
    writeFileSync(file, good.replace("2026-01-02T03:04:05Z", "2 Jan 2026"));
    const fault = `content/articles/${slug}.md:5 published: found "2 Jan 2026"; expected a time such as 2026-11-24T09:30:00+08:00`;
    await page.locator("main", { hasText: fault }).waitFor();
    const feed = await preview.get("/rss.xml");
    expect([feed.status, feed.text]).toEqual([200, expect.stringContaining("By rename")]);
    expect(preview.messages()).toContain(fault);

    writeFileSync(file, good.replace("By rename", "Mended"));
    await page.locator("h1", { hasText: "Mended" }).waitFor();
    await page.close();
  });

  test("shows articles that are added and removed, and changes of publication.yaml", async ({ browser, preview }) => {
    const page = await browser.newPage();
    await page.goto(preview.origin);
    const other = { ...fields, id: `${id}2`, title: "Another one" };
    addArticle(preview.root, { slug: "another", fields: other, markdown: "One more." });
    await page.getByText("Another one").first().waitFor();
    rmSync(articleFile(preview.root, "another"));
    await page.getByText("Another one").waitFor({ state: "detached" });
    const settings = join(preview.root, "content/publication.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(/^title: .*$/m, "title: Renamed"));
    await page.locator("h1", { hasText: "Renamed" }).waitFor();
    await page.close();
  });

  test("writes no build, and removes its settings when it ends", async ({ preview }) => {
    const output = (name: string) => existsSync(join(preview.root, name));
    expect(output(".dateline/assets")).toBe(false);
    expect(output(".wrangler.preview.json")).toBe(true);
    const front = await preview.get("/");
    expect(front.text, "only browsers get the script").not.toContain("<script");
    await preview.stop();
    expect(output(".wrangler.preview.json")).toBe(false);
  });
});
