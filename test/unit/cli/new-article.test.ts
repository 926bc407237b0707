import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NEW_ARTICLE, writeNewArticle } from "../../../src/cli/commands/new-article.ts";
import { helpOf, readCommand } from "../../../src/cli/console/command.ts";

const repository = join(import.meta.dirname, "../../..");
// Each command runs in a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-new-"));
  mkdirSync(join(root, "content"));
  writeFileSync(
    join(root, "content/publication.yaml"),
    "title: Harbour\naddress: https://example.org\ndescription: News.\nlanguage: en\nidentity: { authority: example.org, date: 2026-01-01 }\n",
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const setting = () => ({
  root,
  now: Date.parse("2026-03-29T01:30:15.750Z"),
  zone: "Europe/Berlin",
  randomBytes: (count: number) => new Uint8Array(count),
});
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("a new article", () => {
  it("is a draft with an id, a title and a time, and has comments that guide its author", () => {
    const path = "content/articles/ferry-open-1.md";
    expect(writeNewArticle({ title: 'Ferry: "open" #1' }, setting())).toEqual({ ok: true, value: path });
    expect(read(path)).toBe(`---
# A draft is shown on this machine only. To publish it, remove the line "status".
# An empty field counts as missing. Without a summary, the first paragraph is used.
id: tag:example.org,2026-01-01:articles/0000000000000000
title: 'Ferry: "open" #1'
summary:
byline:
dateline:
published: 2026-03-29T03:30:15+02:00
section:
tags: []
image:
status: draft
---

Write the first paragraph here.
`);
  });

  it.each([
    ["Asia/Kolkata", "2026-03-29T07:00:15+05:30"],
    ["UTC", "2026-03-29T01:30:15+00:00"],
    ["-08:00", "2026-03-28T17:30:15-08:00"],
  ])("has the time of the zone %s", (zone, time) => {
    expect(writeNewArticle({ title: "A", slug: "a", zone }, setting()).ok).toBe(true);
    expect(read("content/articles/a.md")).toContain(`\npublished: ${time}\n`);
  });

  it("does not overwrite a file", () => {
    writeNewArticle({ title: "Quay" }, setting());
    writeFileSync(join(root, "content/articles/quay.md"), "Mine.");
    expect(writeNewArticle({ title: "Quay" }, setting())).toEqual({
      ok: false,
      error: { isMisuse: false, message: "content/articles/quay.md already exists; add --slug to choose another name" },
    });
    expect(read("content/articles/quay.md")).toBe("Mine.");
  });

  it("requires a slug if its title has no letters, and a publication with an identity", () => {
    expect(writeNewArticle({ title: "—!—" }, setting())).toEqual({
      ok: false,
      error: { isMisuse: true, message: "the title has no letters to make an address of; add --slug" },
    });
    rmSync(join(root, "content/publication.yaml"));
    expect(writeNewArticle({ title: "Quay" }, setting())).toEqual({
      ok: false,
      error: {
        isMisuse: false,
        message: "content/publication.yaml: expected identity with authority and date, to make the article's id",
      },
    });
  });
});

describe("the command", () => {
  const command = (script: string, ...args: readonly string[]) => {
    const options = { cwd: root, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(repository, script), ...args], options);
    return { status, stdout, stderr };
  };
  const begin = (...args: readonly string[]) => command("src/cli/commands/new-article.ts", ...args);

  it("writes a file that builds without changes on this machine", () => {
    const title = `渡輪 & <b>"tides"</b>: 'what' #1 - {a} [b] !c %d @e \`f\``;
    const path = "content/articles/渡輪-b-tides-b-what-1-a-b-c-d-e-f.md";
    const address = `http://localhost:8787/articles/${encodeURIComponent("渡輪-b-tides-b-what-1-a-b-c-d-e-f")}`;
    const stdout = `Wrote ${path}\nIn the preview (npm run dev): ${address}\n`;
    expect(begin(title)).toEqual({ status: 0, stdout, stderr: "" });
    expect(command("src/cli/commands/build-content.ts", "--development")).toEqual({
      status: 0,
      stdout: "content: 1 article, 0 media files (development)\n",
      stderr: "",
    });
    const [, text = ""] = /^export default (.*);$/m.exec(read(".dateline/content.js")) ?? [];
    expect(JSON.parse(JSON.parse(text)).everything.open).toMatchObject([
      { article: { title, status: "draft", byline: [], tags: [] } },
    ]);
    expect(begin(title)).toMatchObject({ status: 1, stdout: "" });
  });

  it("prints its usage", () => {
    expect(begin("--help")).toEqual({ status: 0, stdout: `${helpOf(NEW_ARTICLE)}\n`, stderr: "" });
  });

  it.each([
    ["no title", [], "name the article: its title, in quotation marks"],
    ["an empty title", [" "], "name the article: its title, in quotation marks"],
    ["a title without quotation marks", ["Quay", "opens"], 'one title, in quotation marks: what is "opens"?'],
    [
      "an invalid slug",
      ["Quay", "--slug", "../a"],
      "--slug ../a: expected letters and digits joined by hyphens, in lower case, such as a-new-article",
    ],
    [
      "an unknown zone",
      ["Quay", "--zone", "Hong Kong"],
      "--zone Hong Kong: expected a name such as Asia/Hong_Kong, Europe/Berlin or UTC, or an offset such as +08:00",
    ],
  ])("refuses %s", (_, args, message) => {
    expect(readCommand(NEW_ARTICLE, args)).toEqual({ ok: false, error: { message } });
  });

  it("exits with 2 and its usage if it is called wrongly, and writes nothing", () => {
    const { status, stdout, stderr } = begin("Quay", "--sulg", "a");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Unknown option '--sulg'/);
    expect(stderr).toContain(`\n\n${helpOf(NEW_ARTICLE)}\n`);
    expect(readdirSync(join(root, "content"))).toEqual(["publication.yaml"]);
  });
});
