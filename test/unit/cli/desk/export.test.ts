import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readContent } from "../../../../src/cli/build/content-sources.ts";
import { openDesk } from "../../../../src/cli/desk-client/desk-client.ts";
import { runExport } from "../../../../src/cli/export/run-export.ts";
import { readFolder } from "../../../../src/cli/publish/read-folder.ts";
import { runPush } from "../../../../src/cli/publish/run-push.ts";
import { compileContent } from "../../../../src/compile/compile-content.ts";
import { picture, projectWith, writeIn, written } from "./content-folder.ts";
import { type FakeDesk, startFakeDesk, TOKEN } from "./fake-desk.ts";

let server: FakeDesk;
let other: FakeDesk;

beforeEach(async () => {
  server = await startFakeDesk({ pageSize: 2 });
  other = await startFakeDesk();
});
afterEach(() => {
  server.stop();
  other.stop();
});

const progress = { expect: () => {}, step: () => {}, end: () => {} };
const deskAt = ({ origin }: FakeDesk) =>
  openDesk({ origin, token: TOKEN, stop: new AbortController().signal, patience: 0 });

async function publish(root: string, to: FakeDesk, shownAs = "content") {
  const folder = await readFolder({ root, folder: join(root, shownAs), shownAs, origin: to.origin, randomBytes });
  if (!folder.ok) throw new Error(folder.error.join("\n"));
  return runPush(deskAt(to), { ...folder.value, isDryRun: false, restores: false, isMinor: false, progress });
}

async function exportTo(root: string, folder = "export") {
  const { publication, media } = await readContent(root);
  const compiled = compileContent({ publication, articles: [], media }, { mode: "development", randomBytes });
  if (!publication || !compiled.ok) throw new Error("no publication");
  const setting = {
    folder: join(root, folder),
    publication,
    compiledPublication: compiled.value.publication,
    media: [],
  };
  return runExport(deskAt(server), { ...setting, randomBytes, progress });
}

const filesIn = (root: string) =>
  readdirSync(join(root, "export"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "export").length + 1))
    .sort();

const hashes = ({ articles }: FakeDesk) =>
  [...articles.values()].map(({ article }) => JSON.stringify(article)).toSorted();

describe("an export", () => {
  it("writes into the text of an author when the newsroom dated its last change, and nothing else", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a"),
      "content/articles/b.md": written("b", "updated: 2026-03-01T00:00:00Z\n"),
    });
    await publish(root, server);
    writeIn(root, {
      "content/articles/a.md": written("a", "# a note\n", "Another."),
      "content/articles/b.md": written("b", "updated: 2026-03-01T00:00:00Z\n", "Another."),
    });
    await publish(root, server);
    const dates = [...server.articles.values()].map(({ article }) => article.updated);
    expect(await exportTo(root)).toMatchObject({ asWritten: 2, asIs: 0, failures: [] });
    const text = (name: string) => readFileSync(join(root, "export/articles", name), "utf8");
    expect(text("a.md")).toBe(written("a", `# a note\nupdated: ${dates[0]}\n`, "Another."));
    expect(text("b.md")).toBe(written("b", `updated: ${dates[1]}\n`, "Another."));
    expect(await publish(root, server, "export")).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await publish(root, other, "export")).toMatchObject({ created: 2 });
    expect(hashes(other)).toEqual(hashes(server));
  });

  it("writes every article as it was written, and can be published to the same newsroom and to an empty one", async () => {
    const files = {
      "content/articles/ferry.md": written("ferry", "image: { src: pics/ferry.png, alt: A }\n", "![One](map.png)"),
      "content/articles/quay.html": written("quay", "status: draft\n", '<p><a href="/articles/nowhere">x</a></p>'),
      "content/articles/later.md": written("later", "scheduledFor: 2100-01-01T00:00:00Z\n"),
      "content/articles/gone.md": written(
        "gone",
        "retraction: { time: 2026-02-01T00:00:00Z, reason: No }\nstatus: retracted\n",
      ),
    };
    const root = projectWith({
      ...files,
      "content/media/pics/ferry.png": picture(1),
      "content/media/map.png": picture(2),
    });
    await publish(root, server);
    expect(await exportTo(root)).toEqual({ asWritten: 4, asIs: 0, pages: 0, media: 2, failures: [] });
    expect(filesIn(root)).toEqual([
      "articles/ferry.md",
      "articles/gone.md",
      "articles/later.md",
      "articles/quay.html",
      "media/map.png",
      "media/pics/ferry.png",
    ]);
    for (const [path, text] of Object.entries(files))
      expect(readFileSync(join(root, path.replace("content", "export")), "utf8")).toBe(text);
    expect(await publish(root, server, "export")).toMatchObject({ unchanged: 4, changed: 0, created: 0, failures: [] });
    expect(await publish(root, other, "export")).toMatchObject({ created: 4, failures: [], warnings: [] });
    expect(hashes(other)).toEqual(hashes(server));
  });

  it("contains the changes that the desk made if the stored text does not have them", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a", "", "![One](p.png)"),
      "content/articles/b.md": written("b", "", "![One](p.png)"),
      "content/media/p.png": picture(1),
    });
    await publish(root, server);
    // Another file takes the name, and one article is changed after that. The other article still refers to the first
    // file.
    writeIn(root, {
      "content/media/p.png": picture(2),
      "content/articles/b.md": written("b", "", "Two ![One](p.png)"),
    });
    server.intercept(({ method, path }) =>
      method === "PUT" && path.endsWith("/a") ? { status: 200, body: { outcome: "unchanged", hash: "" } } : undefined,
    );
    await publish(root, server);
    const report = await exportTo(root);
    expect(report).toMatchObject({ media: 2, failures: [] });
    expect(report.asWritten + report.asIs).toBe(2);
    expect(filesIn(root).filter((path) => path.startsWith("media/"))).toContain("media/p.png");
    expect(await publish(root, other, "export")).toMatchObject({ created: 2, failures: [], warnings: [] });
    expect(hashes(other)).toEqual(hashes(server));
  });

  it("can be repeated into the same folder and leaves one file for each article", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a", "", "![One](p.png)"),
      "content/media/p.png": picture(),
    });
    await publish(root, server);
    await exportTo(root);
    writeIn(root, { "content/articles/a.md": "" });
    const article = server.articles.values().next().value;
    if (!article) throw new Error("nothing was published");
    server.articles.set(article.article.id, { ...article, article: { ...article.article, title: "Another" } });
    expect(await exportTo(root)).toEqual({ asWritten: 0, asIs: 1, pages: 0, media: 0, failures: [] });
    expect(filesIn(root)).toEqual(["articles/a.html", "media/p.png"]);
  });

  it("fails for an article whose media file does not have the expected bytes, and continues with the others", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a", "", "![One](p.png)"),
      "content/articles/b.md": written("b"),
      "content/media/p.png": picture(),
    });
    await publish(root, server);
    server.intercept(({ path }) => (path.startsWith("/desk/media/") ? { status: 200, body: picture(9) } : undefined));
    const { failures, asWritten } = await exportTo(root);
    expect(asWritten).toBe(1);
    expect(failures).toEqual([
      expect.stringMatching(/^articles\/a: [0-9a-f]{16}\/p\.png: the newsroom sent other bytes/),
    ]);
  });
});
