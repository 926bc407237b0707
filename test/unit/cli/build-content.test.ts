import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordLedger } from "../../../src/cli/build/record-ledger.ts";
import { hashOfRenderer } from "../../../src/cli/build/renderer-hash.ts";
import { BUILD } from "../../../src/cli/commands/build-content.ts";
import { helpOf, readCommand } from "../../../src/cli/console/command.ts";
import type { ContentHead } from "../../../src/store/files/data-files.ts";

const script = join(import.meta.dirname, "../../../src/cli/commands/build-content.ts");
/** GIFs of one pixel and of two pixels. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const OTHER_GIF = Buffer.from("R0lGODlhAgABAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAEAAAIBRAA7", "base64");
const [HASH, OTHER_HASH] = ["HASH", "OTHER"];
const PUBLICATION = `title: Harbour
address: https://harbour.news
description: News.
language: en
identity: { authority: harbour.news, date: 2026-01-01 }
`;

// Each build runs in a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let root = "";
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const article = (id: string, fields = "", body = "It is open.") =>
  write(
    `content/articles/${id}.md`,
    `---\nid: tag:harbour.news,2026-01-01:articles/${id}\ntitle: ${id}\npublished: 2026-01-02T00:00:00Z\n${fields}---\n${body}\n`,
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-build-"));
  write("content/publication.yaml", PUBLICATION);
  write("content/media/quay.gif", GIF);
  write("content/media/.DS_Store", "x");
  article("quay", 'image: { src: quay.gif, alt: "" }\n');
  article("notes", "status: draft\n", "![](2026/notes.gif)");
  write("content/media/2026/notes.gif", OTHER_GIF);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The lines about the size of what was written. */
const SIZES = /^(?:static assets: |largest files: |in the Worker's bundle: |fits the |largest articles: ).*\n/gm;

/** What a build printed, and apart from it the lines about sizes. */
function build(env: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  const { stdout, ...others } = buildWithSizes(env, ...args);
  return { ...others, stdout: stdout.replace(SIZES, "") };
}

function buildWithSizes(env: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  const { WRANGLER_COMMAND: _, DATELINE_DRY_RUN: __, ...others } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...others, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("the size of a build", () => {
  it("is told for readers, and not under wrangler dev", async () => {
    await record();
    const { stdout } = buildWithSizes();
    expect(stdout).toMatch(
      /^static assets: \d+ files, .*: \d+ data files \(.*\), \d+ hot documents \(.*\), 1 media file \(42 bytes\)$/m,
    );
    expect(stdout).toMatch(/^fits the free plan: \d+ of 20,000 files$/m);
    expect(stdout).toMatch(/^largest articles: 18 bytes content\/articles\/quay\.md$/m);
    expect(buildWithSizes(DEV).stdout).toBe("content: 2 articles, 2 media files (development)\n");
  });
});

/** Runs `npm run record`, which a build for readers requires. */
const record = () => recordLedger(false, { root, now: Date.UTC(2026, 1, 1), renderer: hashOfRenderer(), randomBytes });

const DEV = { WRANGLER_COMMAND: "dev" };

async function bundled(): Promise<ContentHead> {
  const text = readFileSync(join(root, ".dateline/content.js"), "utf8");
  const module = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return JSON.parse(module.default);
}

/** What the Worker of `wrangler dev` shows in place of its pages. */
async function shownFaults(): Promise<readonly string[]> {
  const text = readFileSync(join(root, ".dateline/faults.js"), "utf8");
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).default;
}

/** What builds remember, in contrast to what is served. */
const MEMORY = /^(?:compiled\.db|ledger-digest)/;

/** The files below `.dateline` that are served, with their modification times. */
function written(): Record<string, number> {
  const folder = join(root, ".dateline");
  if (!existsSync(folder)) return {};
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile() && !MEMORY.test(entry.name));
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1).replace(/[0-9a-f]{16}/, (hash) => hashName(hash)), statSync(path).mtimeMs];
    }),
  );
}

/** The files of a build apart from the data files and the list of them. */
const others = () =>
  Object.keys(written())
    .filter((path) => !/^(assets\/(content|hot)\/|content-files)/.test(path))
    .sort();

function dataFile(path: string): unknown {
  return JSON.parse(brotliDecompressSync(readFileSync(join(root, ".dateline/assets/content", path))).toString("utf8"));
}

const slugsOf = ({ open }: ContentHead["everything"]) => open.map(({ article }) => article?.slug).sort();

const hashName = (hash: string) => {
  const folder = join(root, ".dateline/assets/media", hash);
  return existsSync(join(folder, "quay.gif")) ? HASH : OTHER_HASH;
};

describe("a build", () => {
  it("for readers contains the published articles and their media", async () => {
    await record();
    expect(build()).toEqual({ status: 0, stdout: "content: 1 article, 1 media file (production)\n", stderr: "" });
    const { mode, publication, everything } = await bundled();
    const [place] = everything.open;
    expect({ mode, title: publication.title, slugs: slugsOf(everything) }).toEqual({
      mode: "production",
      title: "Harbour",
      slugs: ["quay"],
    });
    const file = place?.article?.image?.file;
    const [, path = ""] = /\/media\/([0-9a-f]{16}\/quay\.gif)$/.exec(file?.url ?? "") ?? [];
    const url = `https://own-address.dateline.invalid/media/${path}`;
    expect(file).toEqual({ url, mediaType: "image/gif", length: GIF.length, width: 1, height: 1 });
    expect(dataFile("media/0")).toEqual({
      [path]: { file, uses: [{ from: Date.parse(place?.article?.published ?? "") }] },
    });
    expect(readFileSync(join(root, ".dateline/assets/media", path))).toEqual(GIF);
    expect(others()).toEqual([`assets/media/${HASH}/quay.gif`, "content.js", "faults.js"]);
  });

  it.each([
    ["under wrangler dev", DEV, []],
    ["when asked to", {}, ["--development"]],
  ])("%s contains drafts as well", async (_, env, args) => {
    const stdout = "content: 2 articles, 2 media files (development)\n";
    expect(build(env, ...args)).toEqual({ status: 0, stdout, stderr: "" });
    const { mode, everything } = await bundled();
    expect({ mode, slugs: slugsOf(everything) }).toEqual({
      mode: "development",
      slugs: ["notes", "quay"],
    });
    expect(others()).toEqual(
      [`assets/media/${HASH}/quay.gif`, `assets/media/${OTHER_HASH}/notes.gif`, "content.js", "faults.js"].sort(),
    );
  });

  it("writes changed files only", () => {
    build(DEV);
    for (const path of readdirSync(join(root, ".dateline"), { recursive: true }))
      utimesSync(join(root, ".dateline", String(path)), 1, 1);
    const before = written();
    build(DEV);
    expect(written()).toEqual(before);
    article("quay", 'image: { src: quay.gif, alt: "" }\n', "It is shut.");
    build(DEV);
    const after = written();
    const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
    // The article has no section, tag or author.
    expect(changed.sort()).toEqual(["assets/content/words/0", "content-files.json", "content.js"]);
  });

  it("removes unused media and warns of media that are not published", () => {
    build(DEV);
    article("notes", "status: draft\n");
    expect(build(DEV)).toEqual({
      status: 0,
      stdout: "content: 2 articles, 1 media file (development)\n",
      stderr:
        "warning: content/media/2026/notes.gif: found a file that nothing uses; expected an article that names it; it is not published\n",
    });
    expect(others()).toEqual([`assets/media/${HASH}/quay.gif`, "content.js", "faults.js"]);
  });

  it("follows links to files and ignores folders and broken links", async () => {
    mkdirSync(join(root, "content/articles/folder.md"));
    symlinkSync(join(root, "content/media/quay.gif"), join(root, "content/media/link.gif"));
    symlinkSync(join(root, "nowhere"), join(root, "content/media/broken.gif"));
    article("quay", 'image: { src: link.gif, alt: "" }\n', "![](quay.gif)");
    await record();
    expect(build()).toEqual({ status: 0, stdout: "content: 1 article, 2 media files (production)\n", stderr: "" });
  });

  it("reports in one line, without a stack, that it cannot write", async () => {
    await record();
    rmSync(join(root, ".dateline"), { recursive: true });
    write(".dateline", "a file");
    const stderr = expect.stringMatching(/^content: ENOTDIR: not a directory, mkdir '[^\n]*'; nothing was built\n$/);
    expect(build()).toEqual({ status: 1, stdout: "", stderr });
  });

  it("creates the folder of media even if there are none, because wrangler requires it", async () => {
    rmSync(join(root, "content"), { recursive: true });
    write("content/publication.yaml", PUBLICATION);
    expect(build()).toEqual({ status: 0, stdout: "content: 0 articles, 0 media files (production)\n", stderr: "" });
    expect(readdirSync(join(root, ".dateline/assets/media"))).toEqual([]);
  });
});

describe("a build of content with faults", () => {
  const faults = [
    'content/articles/quay.md:5 section: found "x"; expected no section, since publication.yaml lists none',
    "content/media/false.png: found image/gif; expected image/png, as its extension says",
  ];
  const breakIt = () => {
    article("quay", "section: x\n");
    write("content/media/false.png", GIF);
  };

  it("for readers lists all faults, exits with 1 and changes nothing", async () => {
    await record();
    build();
    const before = written();
    breakIt();
    const stderr = `${[...faults, "content: 2 faults; nothing was built"].join("\n")}\n`;
    expect(build()).toEqual({ status: 1, stdout: "", stderr });
    expect(written()).toEqual(before);
  });

  it("under wrangler dev keeps the last good build, reports that, and recovers", async () => {
    build(DEV);
    const before = written();
    breakIt();
    const last = "content: 2 faults; every page shows them until they are fixed";
    expect(await shownFaults()).toEqual([]);
    expect(build(DEV)).toEqual({ status: 0, stdout: "", stderr: `${[...faults, last].join("\n")}\n` });
    expect({ ...written(), "faults.js": 0 }).toEqual({ ...before, "faults.js": 0 });
    expect(await shownFaults()).toEqual(faults);
    article("quay", 'image: { src: quay.gif, alt: "" }\n', "It is shut.");
    rmSync(join(root, "content/media/false.png"));
    expect(build(DEV)).toMatchObject({ status: 0, stderr: "" });
    expect(await shownFaults()).toEqual([]);
    const { everything } = await bundled();
    expect(everything.open.map(({ article }) => article?.body)).toContain("<p>It is shut.</p>");
  });

  it("are in no build for readers, even after a faulty one under wrangler dev", async () => {
    await record();
    build(DEV);
    breakIt();
    build(DEV);
    expect(await shownFaults()).toHaveLength(2);
    article("quay", 'image: { src: quay.gif, alt: "" }\n');
    rmSync(join(root, "content/media/false.png"));
    expect(build().status).toBe(0);
    expect(await shownFaults()).toEqual([]);
  });

  it("under wrangler dev exits with 1 if there is no last good build or only one for readers", async () => {
    breakIt();
    expect(build(DEV)).toMatchObject({ status: 1, stderr: expect.stringMatching(/; nothing was built\n$/) });
    expect(written()).toEqual({});
    article("quay");
    rmSync(join(root, "content/media/false.png"));
    await record();
    expect(build().status).toBe(0);
    breakIt();
    expect(build(DEV).status).toBe(1);
  });

  it("does not accept a truncated file as a good build", () => {
    write(".dateline/content.js", 'export default "{');
    breakIt();
    expect(build(DEV).status).toBe(1);
  });

  it("reports the missing file if there is no content", () => {
    rmSync(join(root, "content"), { recursive: true });
    const fault =
      "content/publication.yaml: expected the file, with title, address, description, language and identity";
    expect(build()).toEqual({ status: 1, stdout: "", stderr: `${fault}\ncontent: 1 fault; nothing was built\n` });
  });

  it("refuses the placeholder address in a deploy, and warns of it in a build and in a dry run alike", async () => {
    write("content/publication.yaml", PUBLICATION.replace("https://harbour.news", "https://harbour.example"));
    await record();
    const fault =
      'content/publication.yaml:2 address: found "https://harbour.example"; expected the address at which readers reach the service, in place of the placeholder';
    const refused = { status: 1, stdout: "", stderr: `${fault}\ncontent: 1 fault; nothing was built\n` };
    expect(build({ WRANGLER_COMMAND: "deploy" })).toEqual(refused);
    expect(build({ WRANGLER_COMMAND: "versions upload" })).toEqual(refused);
    const warned = {
      status: 0,
      stdout: "content: 1 article, 1 media file (production)\n",
      stderr:
        'warning: content/publication.yaml address: found "https://harbour.example"; expected the address at which readers reach the service; a deploy refuses this placeholder\n',
    };
    expect(build()).toEqual(warned);
    expect(build({ DATELINE_DRY_RUN: "1" })).toEqual(warned);
    expect(build({ WRANGLER_COMMAND: "deploy", DATELINE_DRY_RUN: "1" })).toEqual(warned);
    expect(build(DEV)).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("options", () => {
  it.each([
    [[], {}, { mode: "production", allowPlaceholder: true, newsroom: false }],
    [[], { WRANGLER_COMMAND: "dev" }, { mode: "development", allowPlaceholder: false, newsroom: false }],
    [[], { WRANGLER_COMMAND: "versions upload" }, { mode: "production", allowPlaceholder: false, newsroom: false }],
    [
      ["--development"],
      { WRANGLER_COMMAND: "deploy" },
      { mode: "development", allowPlaceholder: false, newsroom: false },
    ],
    [[], { DATELINE_DRY_RUN: "1" }, { mode: "production", allowPlaceholder: true, newsroom: false }],
    [[], { DATELINE_DRY_RUN: "0" }, { mode: "production", allowPlaceholder: true, newsroom: false }],
    [["--newsroom"], { WRANGLER_COMMAND: "dev" }, { mode: "development", allowPlaceholder: false, newsroom: true }],
  ])("the options %j with the environment %j are read", (args: string[], env: Record<string, string>, options) => {
    expect(readCommand(BUILD, args, env)).toEqual({ ok: true, value: { kind: "run", options } });
  });

  it("the command prints its usage, and exits with 2 if it does not know a flag", () => {
    expect(build({}, "--help")).toEqual({ status: 0, stdout: `${helpOf(BUILD)}\n`, stderr: "" });
    const { status, stdout, stderr } = build({}, "--developement");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Unknown option '--developement'/);
  });
});
