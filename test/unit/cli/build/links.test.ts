import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readContent } from "../../../../src/cli/build/content-sources.ts";
import { formatFault } from "../../../../src/compile/content-fault.ts";

let root = "";
let outside = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-links-"));
  outside = mkdtempSync(join(tmpdir(), "dateline-outside-"));
  mkdirSync(join(root, "content/articles"), { recursive: true });
  mkdirSync(join(root, "content/media/maps"), { recursive: true });
  writeFileSync(join(root, "content/publication.yaml"), "title: Harbour\n");
  writeFileSync(join(root, "content/articles/quay.md"), "---\n---\n");
  writeFileSync(join(root, "content/media/maps/a.txt"), "a");
  writeFileSync(join(outside, "secret.md"), "secret");
});
afterEach(() => {
  for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true });
});

const at = (path: string) => join(root, "content", path);
const faults = async () => (await readContent(root)).faults?.map(formatFault);

describe("a symbolic link that leads out of content/", () => {
  it.each([
    ["articles/leak.md", "secret.md"],
    ["media/leak.txt", "secret.md"],
    ["media/leak", ""],
    ["media/maps/leak", ""],
  ])("is refused with its target: %s", async (link, target) => {
    symlinkSync(join(outside, target), at(link));
    expect(await faults()).toEqual([
      `content/${link}: found a symbolic link to ${join(outside, target)}; expected a file, or a link to one inside of content/`,
    ]);
    const { articles, media } = await readContent(root);
    expect(articles.map(({ file }) => file)).toEqual(["content/articles/quay.md"]);
    expect(media.map(({ name }) => name)).toEqual(["maps/a.txt"]);
  });

  it.each(["articles", "media", "publication.yaml"])("is refused in place of %s", async (name) => {
    rmSync(at(name), { recursive: true });
    const target = name === "publication.yaml" ? join(outside, "secret.md") : outside;
    symlinkSync(target, at(name));
    expect(await faults()).toEqual([expect.stringContaining(`content/${name}: found a symbolic link to ${target}`)]);
  });

  it("is ignored if there is nothing", async () => {
    symlinkSync(join(outside, "nothing.md"), at("articles/gone.md"));
    expect(await faults()).toEqual([]);
  });

  it("is refused if it leads there by another link", async () => {
    symlinkSync(outside, at("media/maps/way"));
    symlinkSync("maps/way/secret.md", at("media/leak.txt"));
    expect(await faults()).toHaveLength(2);
  });
});

describe("a symbolic link inside of content/", () => {
  it("counts as its target", async () => {
    symlinkSync("quay.md", at("articles/pier.md"));
    symlinkSync("maps", at("media/charts"));
    expect(await faults()).toEqual([]);
    const { articles, media } = await readContent(root);
    expect(articles).toHaveLength(2);
    expect(media.map(({ name }) => name)).toEqual(["charts/a.txt", "maps/a.txt"]);
  });

  it("to a folder that it is in does not go on for ever", async () => {
    symlinkSync("..", at("media/maps/up"));
    expect((await readContent(root)).media.map(({ name }) => name)).toEqual(["maps/a.txt"]);
  });

  it("may be content/ itself", async () => {
    const { renameSync } = await import("node:fs");
    renameSync(join(root, "content"), join(outside, "content"));
    symlinkSync(join(outside, "content"), join(root, "content"));
    expect(await faults()).toEqual([]);
  });
});
