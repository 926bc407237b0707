import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";

vi.setConfig({ testTimeout: 60_000 });

let root = "";
const path = (name: string) => join(root, name);
const write = (name: string, text: string) => writeFileSync(path(name), text);
const edit = (name: string, change: (text: string) => string) => write(name, change(readFileSync(path(name), "utf8")));
const article = (name: string, fields = "") =>
  write(
    `content/articles/${name}.md`,
    `---\nid: tag:harbour.news,2026-01-01:articles/${name}\ntitle: ${name}\npublished: 2026-01-02T00:00:00Z\n${fields}---\nOpen.\n`,
  );
const RENDERER = "0123456789abcdef";
const record = (isCheck = false, renderer = RENDERER) =>
  recordLedger(isCheck, { root, now: Date.UTC(2026, 3, 1), renderer, randomBytes: (count) => new Uint8Array(count) });
const UP_TO_DATE = { ok: true, value: ["content/ledger is up to date"] };
/** A run that compiles opens this file, and makes it. */
const DATABASE = ".dateline/compiled.db";
const forgetCompiled = () => rmSync(path(DATABASE), { force: true });

/** Lets the clock go on so far that no file of the test was changed a moment ago. */
const laterOn = () => {
  const now = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => now() + 3_600_000);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-state-"));
  mkdirSync(path("content/articles"), { recursive: true });
  mkdirSync(path("content/media"));
  mkdirSync(path("content/pages"));
  write("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n");
  write(
    "content/publication.yaml",
    "title: H\naddress: https://harbour.news\ndescription: N.\nlanguage: en\nidentity: { authority: harbour.news, date: 2026-01-01 }\n",
  );
  write("content/media/notes.txt", "notes");
  article("quay");
  article("ferry");
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

describe("recordLedger after a run that recorded everything", () => {
  it("compiles nothing if nothing changed, with --check and without", async () => {
    laterOn();
    expect(await record()).toMatchObject({ ok: true });
    expect(existsSync(path(DATABASE))).toBe(true);
    forgetCompiled();
    expect(await record()).toEqual(UP_TO_DATE);
    expect(await record(true)).toEqual(UP_TO_DATE);
    expect(existsSync(path(DATABASE))).toBe(false);
  });

  it("compiles if a file was changed so shortly before that its times may stay as they are", async () => {
    await record();
    forgetCompiled();
    expect(await record()).toEqual(UP_TO_DATE);
    expect(existsSync(path(DATABASE))).toBe(true);
  });

  const CHANGES: Readonly<Record<string, () => void>> = {
    "an article has other words of the same length and the same time": () => {
      const { atime, mtime } = statSync(path("content/articles/quay.md"));
      edit("content/articles/quay.md", (text) => text.replace("Open.", "Shut."));
      utimesSync(path("content/articles/quay.md"), atime, mtime);
    },
    "an article is new": () => article("pier"),
    "an article is a draft now": () => article("quay", "status: draft\n"),
    "an article has a fault": () => article("quay", "status: unheard\n"),
    "an article is gone": () => rmSync(path("content/articles/quay.md")),
    "a file has another name": () => renameSync(path("content/articles/quay.md"), path("content/articles/dock.md")),
    "a link leads out of content/": () => symlinkSync(tmpdir(), path("content/media/outside")),
    "a link in place of an article leads to another one": () => {
      rmSync(path("content/articles/quay.md"));
      symlinkSync(path("content/articles/ferry.md"), path("content/articles/quay.md"));
    },
    "a page has other words": () => edit("content/pages/about.md", (text) => text.replace("Who", "How")),
    "a page is new": () => write("content/pages/terms.md", "---\ntitle: Terms\n---\nThese.\n"),
    "a page is gone": () => rmSync(path("content/pages/about.md")),
    "a media file has a fault": () => write("content/media/a.svg", "<svg><script>1</script></svg>"),
    "the publication has another title": () =>
      edit("content/publication.yaml", (text) => text.replace("title: H", "title: I")),
    "the publication has a fault": () => edit("content/publication.yaml", (text) => `${text}languages: en\n`),
    "the publication is gone": () => rmSync(path("content/publication.yaml")),
    "the ledger lost an article": () =>
      edit("content/ledger/articles.jsonl", (text) => text.split("\n").slice(1).join("\n")),
    "the ledger has other lines of the same length": () =>
      edit("content/ledger/articles.jsonl", (text) => text.replace(/"hash":"./, '"hash":"g')),
    "the ledger cannot be read": () => edit("content/ledger/articles.jsonl", (text) => text.slice(0, -9)),
    "a file of the ledger is gone": () => rmSync(path("content/ledger/publication.jsonl")),
    "the ledger is gone": () => rmSync(path("content/ledger"), { recursive: true }),
    "the ledger of an earlier version lies beside it": () => write("content/ledger.json", "{}"),
  };
  it.each(Object.entries(CHANGES))("reports the same as a first run if %s", async (_, change) => {
    laterOn();
    await record();
    change();
    const reported = await record(true);
    rmSync(path(".dateline"), { recursive: true });
    expect(reported).toEqual(await record(true));
    expect(reported).not.toEqual(UP_TO_DATE);
  });

  it("reports that everything is rendered by other code", async () => {
    laterOn();
    await record();
    expect(await record(true, "fedcba9876543210")).toMatchObject({ ok: false });
    expect(await record(true)).toEqual(UP_TO_DATE);
  });

  it("does not take a changed ledger for the one of that run after a check that failed", async () => {
    laterOn();
    await record();
    article("pier");
    expect(await record(true)).toMatchObject({ ok: false });
    expect(await record(true)).toMatchObject({ ok: false });
    expect(await record()).toMatchObject({ ok: true, value: [expect.stringContaining("pier"), expect.anything()] });
    forgetCompiled();
    expect(await record(true)).toEqual(UP_TO_DATE);
    expect(existsSync(path(DATABASE))).toBe(false);
  });
});
