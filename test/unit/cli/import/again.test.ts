import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository, FIXTURES } from "./import-in.ts";

const { run, compiled, names, read, write, put } = emptyRepository();
const WORDPRESS = join(FIXTURES, "wordpress.xml");

const item = (name: string, more = "") =>
  `<item><title>Quay</title><link>https://old.example.org/${name}/quay</link><guid>${name}</guid><pubDate>Wed, 01 May 2019 09:30:00 +0200</pubDate><description>${name}</description>${more}</item>`;
const rss = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><link>https://old.example.org/</link>${items.join("")}</channel></rss>`;

describe("a repeated import", () => {
  it("changes nothing", async () => {
    await run(WORDPRESS);
    const before = names().map(read);
    expect((await run(WORDPRESS)).summary.at(-1)).toBe("0 articles written, 4 unchanged");
    expect(names().map(read)).toEqual(before);
  });

  it("leaves articles that were edited and reports them, and overwrites them with --force", async () => {
    await run(WORDPRESS);
    const imported = read("soon.html");
    write("soon.html", imported.replace("Later.", "Much later."));
    const { problems, total, isWhole } = await run(WORDPRESS);
    expect({ problems, total, isWhole }).toEqual({
      problems: ["content/articles/soon.html: differs from the imported article; not changed"],
      total: "0 articles written, 3 unchanged, 1 differ and were not changed; --force replaces them",
      isWhole: false,
    });
    expect(read("soon.html")).toContain("Much later.");
    expect((await run(WORDPRESS, "--force")).isWhole).toBe(true);
    expect(read("soon.html")).toBe(imported);
  });

  it("recognises an article by its id whatever its file name is", async () => {
    await run(WORDPRESS);
    write("later.html", read("soon.html"));
    write("soon.html", "---\nid: tag:example.org,2026-01-01:articles/mine\ntitle: Mine\n---\nMine.\n");
    expect((await run(WORDPRESS)).total).toBe("0 articles written, 4 unchanged");
  });
});

it("with --dry-run the import reports what it would write and writes nothing", async () => {
  const { total } = await run(WORDPRESS, "--dry-run");
  expect(total).toBe("3 articles would be written (1 as drafts, 1 scheduled), 1 page would be written, 0 unchanged");
  expect(names()).toEqual([]);
});

describe("names and addresses that are taken", () => {
  it("get a number in the order of the feed, the same every time", async () => {
    write("quay.md", "---\ntitle: Mine\n---\nMine.\n");
    put("feed.xml", rss(item("a"), item("b"), item("a")));
    expect((await run("feed.xml")).total).toBe("2 articles written, 0 unchanged, 1 repeated");
    expect(names()).toEqual(["quay-2.html", "quay-3.html", "quay.md"]);
    expect(read("quay-2.html")).toContain("<p>a</p>");
    expect((await run("feed.xml")).total).toBe("0 articles written, 2 unchanged, 1 repeated");
  });

  it("belong to the first article that names them", async () => {
    put("feed.xml", rss(item("a"), item("a").replace("<guid>a", "<guid>b")));
    await run("feed.xml");
    const articles = await compiled();
    expect([articles.quay?.formerPaths, articles["quay-2"]?.formerPaths]).toEqual([["/a/quay"], undefined]);
    expect((await run("feed.xml")).total).toBe("0 articles written, 2 unchanged");
  });

  it("are not used for articles of another site, whose original becomes the canonical address", async () => {
    put("feed.xml", rss(item("a")));
    await run("feed.xml", "--site", "https://elsewhere.example.net/", "--section", "harbour");
    expect((await compiled()).quay).toMatchObject({ canonical: "https://old.example.org/a/quay", section: "harbour" });
  });
});
