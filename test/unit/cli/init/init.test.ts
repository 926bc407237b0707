import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { buildContent } from "../../../../src/cli/build/build-content-folder.ts";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";
import { readIdentity } from "../../../../src/cli/import/import-target.ts";
import { askAnswers } from "../../../../src/cli/init/ask-answers.ts";
import { plan, refusal, setUp } from "../../../../src/cli/init/run-init.ts";
import { findSamples, listOfSamples } from "../../../../src/cli/init/sample-content.ts";

vi.setConfig({ testTimeout: 60_000 });

const REPOSITORY = join(import.meta.dirname, "../../../..");
const SAMPLES = join(REPOSITORY, "src/cli/init/samples.sha256");

/** A sample publication as a clone has it, made for this test. */
let root = "";
let samples = "";
const path = (file: string) => join(root, file);
const write = (file: string, text: string) => {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), text);
};
const text = (file: string) => readFileSync(path(file), "utf8");

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "dateline-init-"));
  cpSync(join(REPOSITORY, "wrangler.toml"), path("wrangler.toml"));
  write(
    "content/publication.yaml",
    "title: Demo\naddress: https://demo.example\ndescription: D.\nlanguage: en\nidentity: { authority: demo.example, date: 2026-01-01 }\nicon: demo.gif\n",
  );
  article("demo-one", "demo.example");
  article("demo-two", "demo.example");
  mkdirSync(path("content/media"));
  writeFileSync(
    path("content/media/demo.gif"),
    Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
  );
  samples = listOfSamples(root);
  await record();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const setting = () => ({ root, now: Date.UTC(2026, 10, 27, 12), renderer: "0123456789abcdef", randomBytes });
const record = (isCheck = false) => recordLedger(isCheck, setting());
const MACHINE = { language: "en", timeZone: "UTC", day: "2026-11-27", user: "Ada Ferrier" };

/** Does what the command does. The lines are what it prints. */
async function init(given: Readonly<Record<string, string>>, keep: "" | "keep" = "") {
  const content = findSamples(root, samples);
  const refused = keep ? undefined : refusal(content);
  if (refused !== undefined) return { ok: false, lines: refused };
  const asked = await askAnswers(given, MACHINE, undefined);
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  const done = await setUp(asked.value, content, setting());
  return { ok: done.ok, lines: [plan(content), ...(done.ok ? done.value : done.error)].join("\n") };
}

function article(name: string, authority: string): void {
  write(
    `content/articles/${name}.md`,
    `---\nid: tag:${authority},2026-01-01:articles/${name}\ntitle: About ${name}\npublished: 2026-01-02T00:00:00Z\n---\nIt sails.\n`,
  );
}

const contentFiles = () =>
  globSync("content/**/*.*", { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

describe("npm run init", () => {
  test("removes the samples and their ledger, and writes a publication that builds and is recorded", async () => {
    const { ok, lines: stdout } = await init({
      ...{ title: 'Harbour: "News"', address: "https://harbour.news", language: "de", timeZone: "Europe/Berlin" },
      ...{ author: "Ada Ferrier", identity: "harbour.news,2026-02-03" },
    });
    expect(ok).toBe(true);
    expect(stdout).toMatch(/^This removes the samples \(2 articles, 1 media file\) and the ledger\.$/m);
    expect(stdout.match(/^ {2}npm run [\w:]+ {2}/gm)).toHaveLength(3);
    expect(contentFiles()).toEqual([
      "content/articles/our-first-article.md",
      "content/ledger/publication.jsonl",
      "content/pages/about.md",
      "content/pages/imprint.md",
      "content/publication.yaml",
    ]);
    expect(contentFiles().map(text).join("\n")).not.toMatch(/demo/i);
    expect(parse(text("content/publication.yaml"))).toMatchObject({
      title: 'Harbour: "News"',
      address: "https://harbour.news",
      language: "de",
      people: [{ name: "Ada Ferrier" }],
    });
    expect(text("content/publication.yaml")).toContain("timeZone: Europe/Berlin");
    expect(readIdentity(path("content/publication.yaml"))).toEqual({ authority: "harbour.news", date: "2026-02-03" });
    expect(text("content/articles/our-first-article.md")).toMatch(/^id: tag:harbour\.news,2026-02-03:articles\/.+$/m);
    expect(text("content/articles/our-first-article.md")).toMatch(/^published: \S+\+0[12]:00$/m);

    expect(await record(true)).toEqual({ ok: true, value: ["content/ledger is up to date"] });
    for (const options of [
      { mode: "production" },
      { mode: "development" },
      { mode: "production", newsroom: true },
    ] as const)
      expect(await buildContent(options, setting())).toMatchObject({ ok: true });
  });

  test("names the Workers and the resources of the newsroom, and nothing else", async () => {
    const before = parseToml(text("wrangler.toml"));
    await init({ title: "Harbour News", mode: "newsroom" });
    const after = parseToml(text("wrangler.toml"));
    const former = String(before.name);
    expect(JSON.stringify(after)).toBe(
      JSON.stringify(before).replaceAll(
        new RegExp(`("(?:name|database_name|bucket_name|queue)":")${former}`, "g"),
        "$1harbour-news",
      ),
    );
    expect(after).toMatchObject({ name: "harbour-news", env: { newsroom: { name: "harbour-news-newsroom" } } });
  });

  test("writes a workflow that deploys, for either mode, and leaves one that is there", async () => {
    const file = ".github/workflows/deploy.yml";
    await init({ title: "Harbour", mode: "newsroom" });
    expect(parse(text(file)).jobs).not.toHaveProperty("preview");
    expect(text(file)).toContain("npm run deploy:newsroom");
    write(file, "name: mine\n");
    expect((await init({ title: "Quay" }, "keep")).lines).toContain(`${file} was there already`);
    expect(text(file)).toBe("name: mine\n");
    rmSync(path(file));
    await init({ title: "Quay" }, "keep");
    const { jobs, on } = parse(text(file));
    expect(on).toEqual({ push: { branches: ["main"] }, pull_request: null });
    const commands = (job: { steps: { run?: string }[] }) => job.steps.flatMap(({ run: each }) => each ?? []);
    expect(commands(jobs.deploy)).toEqual(["npm ci", "npm run record -- --check", "npm run deploy"]);
    expect(commands(jobs.preview).at(-1)).toMatch(/^npm run preview -- \$\{\{ github\.event\.number \}\}$/);
  });

  test("refuses content that is not the samples, whatever it is, and changes nothing", async () => {
    article("mine", "demo.example");
    write("content/articles/demo-two.md", text("content/articles/demo-two.md").replace("sails", "stays"));
    write("content/media/2026/note.txt", "Mine.");
    const before = contentFiles().map((file) => [file, text(file)]);
    const { ok, lines: stderr } = await init({ title: "Harbour" });
    expect(ok).toBe(false);
    expect(stderr).toMatch(
      /^content\/ has files that are not the samples:\n {2}content\/articles\/demo-two\.md\n {2}content\/articles\/mine\.md\n {2}content\/media\/2026\/note\.txt\nNothing was changed\./,
    );
    expect(contentFiles().map((file) => [file, text(file)])).toEqual(before);
    expect(existsSync(path(".github"))).toBe(false);
  });

  test("with --keep removes only the samples, and keeps the rest with its records", async () => {
    article("mine", "demo.example");
    await record();
    write("content/publication.yaml", `${text("content/publication.yaml")}rights: Mine\n`);
    const { ok, lines: stdout } = await init({ title: "Harbour" }, "keep");
    expect(ok).toBe(true);
    expect(stdout).toContain("The former settings are in publication.before-init.yaml.");
    expect(text("publication.before-init.yaml")).toContain("rights: Mine");
    expect(readdirSync(path("content/articles"))).toEqual(["mine.md", "our-first-article.md"]);
    const ledger = text("content/ledger/articles.jsonl");
    expect(ledger.trim().split("\n")).toHaveLength(1);
    expect(ledger).toContain("articles/mine");
    expect((await record(true)).ok).toBe(true);
  });

  test("refuses to set up twice, and says so", async () => {
    await init({ title: "Harbour" });
    expect((await init({ title: "Quay" })).lines.split("\n")[0]).toBe(
      "content/ has files that are not the samples: this publication has been set up before:",
    );
  });

  test("names the option whose answer is wrong, and asks for --yes without a terminal", () => {
    const empty = mkdtempSync(join(tmpdir(), "dateline-init-empty-"));
    const run = (...args: string[]) => {
      const script = join(REPOSITORY, "src/cli/commands/init.ts");
      const { status, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: empty, encoding: "utf8" });
      return { status, stderr };
    };
    expect(run("--yes", "--time-zone", "Mars")).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^--time-zone Mars: expected the name of a time zone/),
    });
    expect(run("--title", "Harbour")).toEqual({ status: 2, stderr: "There is no terminal to ask on: add --yes.\n" });
    expect(readdirSync(empty)).toEqual([]);
    rmSync(empty, { recursive: true });
  });
});

/** Whether content/ of this repository is still the demo: its ids are minted under this name. */
const isDemo = readIdentity(join(REPOSITORY, "content/publication.yaml"))?.authority === "dateline.example";

describe.skipIf(!isDemo)("the list of samples (skipped if content/ is a publication of its own)", () => {
  test("is that of content/ (UPDATE_GOLDEN=1 writes it)", () => {
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(SAMPLES, listOfSamples(REPOSITORY));
    expect(readFileSync(SAMPLES, "utf8")).toBe(listOfSamples(REPOSITORY));
    expect(findSamples(REPOSITORY).own).toEqual([]);
  });
});
