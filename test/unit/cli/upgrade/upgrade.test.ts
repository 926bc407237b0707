import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse as parseToml } from "smol-toml";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openGit } from "../../../../src/cli/upgrade/git.ts";
import { upgradeTo } from "../../../../src/cli/upgrade/run-upgrade.ts";

let folder = "";
let upstream = "";
let own = "";
const write = (root: string, file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const read = (file: string) => readFileSync(join(own, file), "utf8");
const git = (root: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@harbour.news", ...args], {
    cwd: root,
    encoding: "utf8",
  });
const commit = (root: string, message = "Change") => {
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", message);
};

const WRANGLER = `name = "dateline"
compatibility_date = "2026-10-01"

[vars]
FEED_ENTRIES = 50
PAGE_MAX_AGE = 60

[env.newsroom]
name = "dateline-newsroom"

[[env.newsroom.queues.producers]]
queue = "dateline-announcements"

[[env.newsroom.queues.producers]]
queue = "dateline-deliveries"
`;
const packageText = (version: string, more = {}) =>
  `${JSON.stringify({ name: "dateline", version, scripts: { build: "node b" }, dependencies: { a: "1.0.0" }, ...more }, null, 2)}\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-upgrade-test-"));
  upstream = join(folder, "upstream");
  own = join(folder, "own");
  mkdirSync(upstream);
  git(upstream, "init", "-q", "-b", "main");
  write(upstream, "src/a.ts", "one\ntwo\nthree\n");
  write(upstream, "src/b.ts", "one\ntwo\nthree\nfour\nfive\n");
  write(upstream, "src/old.ts", "old\n");
  write(upstream, "wrangler.toml", WRANGLER);
  write(upstream, "package.json", packageText("0.1.0"));
  write(upstream, "package-lock.json", '{ "version": "0.1.0" }\n');
  write(upstream, "README.md", "# Dateline\n");
  write(upstream, "CHANGELOG.md", "# Changelog\n\n## 0.1.0\n\n- Begun.\n");
  write(upstream, ".github/workflows/ci.yml", "name: CI\n");
  write(upstream, ".github/picture.txt", "A picture.\n");
  write(upstream, "content/publication.yaml", "title: Demo\n");
  for (const name of ["one", "two", "three"])
    write(upstream, `content/articles/${name}.md`, `About ${name}, a sample.\n`);
  write(upstream, "content/ledger/articles.jsonl", '{"id":"demo"}\n');
  commit(upstream, "Begin");
  git(upstream, "tag", "v0.1.0");
  git(folder, "clone", "-q", upstream, own);
  for (const [name, value] of [
    ["user.name", "B"],
    ["user.email", "b@harbour.news"],
  ])
    git(own, "config", name ?? "", value ?? "");
  // As `npm run init` leaves it, with some changes of the owner's.
  rmSync(join(own, "content"), { recursive: true });
  write(own, "content/publication.yaml", "title: Harbour\n");
  write(own, "content/theme.css", "a { color: red }\n");
  write(own, "content/articles/two.md", "About two, our own.\n");
  write(own, "content/ledger/articles.jsonl", '{"id":"harbour"}\n');
  write(
    own,
    "wrangler.toml",
    WRANGLER.replaceAll('"dateline', '"harbour').replace("FEED_ENTRIES = 50", "FEED_ENTRIES = 30\nOWN = 1"),
  );
  write(own, "package.json", packageText("0.1.0", { name: "harbour" }));
  write(own, "README.md", "# Harbour\n");
  write(own, ".github/workflows/ci.yml", "name: Ours\n");
  write(own, ".github/workflows/deploy.yml", "name: Deploy\n");
  rmSync(join(own, ".github/picture.txt"));
  write(own, "src/b.ts", "one\ntwo\nthree\nfour\nFIVE\n");
  commit(own, "Our own");
  // The next version changes everything that the owner changed, too.
  write(upstream, "src/a.ts", "one\n2\nthree\n");
  write(upstream, "src/b.ts", "ONE\ntwo\nthree\nfour\nfive\n");
  rmSync(join(upstream, "src/old.ts"));
  write(upstream, "src/new.ts", "new\n");
  write(
    upstream,
    "wrangler.toml",
    WRANGLER.replace("2026-10-01", "2026-12-01").replace("PAGE_MAX_AGE = 60", "PAGE_MAX_AGE = 90\nNEW = 2"),
  );
  write(upstream, "package.json", packageText("0.2.0", { dependencies: { a: "2.0.0", b: "1.0.0" } }));
  write(upstream, "package-lock.json", '{ "version": "0.2.0" }\n');
  write(upstream, "README.md", "# Dateline 2\n");
  write(upstream, "CHANGELOG.md", "# Changelog\n\n## 0.2.0\n\n- Pages.\n- Themes.\n\n## 0.1.0\n\n- Begun.\n");
  write(upstream, ".github/workflows/ci.yml", "name: CI 2\n");
  write(upstream, ".github/workflows/deploy.yml", "name: Theirs\n");
  write(upstream, ".github/picture.txt", "Another picture.\n");
  write(upstream, "content/publication.yaml", "title: Demo 2\n");
  write(upstream, "content/articles/two.md", "About two, another sample.\n");
  rmSync(join(upstream, "content/articles/one.md"));
  git(upstream, "mv", "content/articles/three.md", "content/articles/drei.md");
  write(upstream, "content/pages/about.md", "About the demo.\n");
  write(upstream, "content/ledger/articles.jsonl", '{"id":"demo","sequence":2}\n');
  commit(upstream, "Go on");
  git(upstream, "tag", "-a", "v0.2.0", "-m", "0.2.0");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const upgrade = (tag = "v0.2.0", base?: string) =>
  upgradeTo({ tag, from: upstream, ...(base !== undefined && { base }) }, openGit(own));

function expectUpgraded(): void {
  expect(git(own, "status", "--porcelain")).toBe("");
  expect(readdirSync(join(own, "src")).toSorted()).toEqual(["a.ts", "b.ts", "new.ts"]);
  expect([read("src/a.ts"), read("src/b.ts")]).toEqual(["one\n2\nthree\n", "ONE\ntwo\nthree\nfour\nFIVE\n"]);
  const content = readdirSync(join(own, "content"), { recursive: true, withFileTypes: true });
  expect(
    content
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([...["articles.jsonl", "publication.yaml", "theme.css", "two.md"]]);
  expect([
    read("content/publication.yaml"),
    read("content/articles/two.md"),
    read("content/ledger/articles.jsonl"),
  ]).toEqual(["title: Harbour\n", "About two, our own.\n", '{"id":"harbour"}\n']);
  expect(parseToml(read("wrangler.toml"))).toEqual({
    name: "harbour",
    compatibility_date: "2026-12-01",
    vars: { FEED_ENTRIES: 30, OWN: 1, PAGE_MAX_AGE: 90, NEW: 2 },
    env: {
      newsroom: {
        name: "harbour-newsroom",
        queues: { producers: [{ queue: "harbour-announcements" }, { queue: "harbour-deliveries" }] },
      },
    },
  });
  expect(JSON.parse(read("package.json"))).toEqual({
    ...{ name: "harbour", version: "0.2.0", scripts: { build: "node b" }, dependencies: { a: "2.0.0", b: "1.0.0" } },
  });
  expect(read("package-lock.json")).toContain("0.2.0");
  expect([read("README.md"), read(".github/workflows/ci.yml"), read(".github/workflows/deploy.yml")]).toEqual([
    "# Harbour\n",
    "name: Ours\n",
    "name: Deploy\n",
  ]);
  expect(existsSync(join(own, ".github/picture.txt"))).toBe(false);
}

describe("an upgrade", () => {
  test("brings the version, keeps everything that is the owner's, and can be undone", () => {
    const before = git(own, "rev-parse", "HEAD").trim();
    const done = upgrade();
    expect(done).toMatchObject({ ok: true, value: { before, news: ["## 0.2.0", "", "- Pages.", "- Themes.", ""] } });
    expectUpgraded();
    git(own, "reset", "-q", "--hard", before);
    expect(read("src/a.ts")).toBe("one\ntwo\nthree\n");
    expect(git(own, "status", "--porcelain")).toBe("");
  });

  test("begins where the last one ended", () => {
    expect(upgrade().ok).toBe(true);
    expect(upgrade()).toEqual({ ok: false, error: "This is v0.2.0 already, or later." });
    write(upstream, "src/a.ts", "one\n2\nthree\nfour\n");
    write(upstream, "content/publication.yaml", "title: Demo 3\n");
    write(upstream, "wrangler.toml", WRANGLER.replace("2026-10-01", "2027-01-01"));
    commit(upstream);
    git(upstream, "tag", "v0.3.0");
    expect(upgrade("v0.3.0").ok).toBe(true);
    expect([read("src/a.ts"), read("content/publication.yaml")]).toEqual(["one\n2\nthree\nfour\n", "title: Harbour\n"]);
    expect(parseToml(read("wrangler.toml"))).toMatchObject({ name: "harbour", vars: { FEED_ENTRIES: 30, OWN: 1 } });
  });

  test("of a copy without the upstream's history begins with the tag of its version, or with --base", () => {
    const tree = git(own, "rev-parse", "HEAD^{tree}").trim();
    rmSync(join(own, ".git"), { recursive: true });
    git(own, "init", "-q", "-b", "main");
    for (const [name, value] of [
      ["user.name", "B"],
      ["user.email", "b@harbour.news"],
    ])
      git(own, "config", name ?? "", value ?? "");
    commit(own, "A copy");
    const copy = join(folder, "copy");
    cpSync(own, copy, { recursive: true });
    expect(git(own, "rev-parse", "HEAD^{tree}").trim()).toBe(tree);
    expect(upgrade().ok).toBe(true);
    expectUpgraded();

    rmSync(own, { recursive: true });
    cpSync(copy, own, { recursive: true });
    write(own, "package.json", packageText("9.9.9", { name: "harbour" }));
    commit(own);
    expect(upgrade()).toEqual({ ok: false, error: expect.stringMatching(/no history in common.*Add --base/s) });
    expect(upgrade("v0.2.0", "v0.1.0").ok).toBe(true);
    expect(read("src/a.ts")).toBe("one\n2\nthree\n");
  });

  test("changes nothing if files are not committed", () => {
    write(own, "src/a.ts", "mine\n");
    write(own, "notes.txt", "mine\n");
    const done = upgrade();
    expect(done).toEqual({
      ok: false,
      error: expect.stringMatching(/^Some files are not committed:\n M src\/a\.ts\n\?\? notes\.txt\n/),
    });
    expect([read("src/a.ts"), read("notes.txt")]).toEqual(["mine\n", "mine\n"]);
  });

  test("changes nothing if both changed the same lines, and names the files", () => {
    write(own, "src/a.ts", "one\nzwei\nthree\n");
    write(own, "src/old.ts", "older\n");
    commit(own);
    const before = git(own, "rev-parse", "HEAD");
    const done = upgrade();
    expect(done).toEqual({
      ok: false,
      error: expect.stringMatching(
        /^You and v0\.2\.0 changed the same lines of these files:\n {2}src\/a\.ts\n {2}src\/old\.ts\nNothing was changed\./,
      ),
    });
    expect([git(own, "rev-parse", "HEAD"), git(own, "status", "--porcelain")]).toEqual([before, ""]);
  });

  test("says what is wrong with a tag, an upstream or a folder", () => {
    expect(upgrade("v7")).toEqual({
      ok: false,
      error: expect.stringMatching(/^v7 could not be fetched from .*Nothing was changed\.$/s),
    });
    expect(upgradeTo({ tag: "v0.2.0", from: join(folder, "nowhere") }, openGit(own))).toMatchObject({ ok: false });
    const empty = join(folder, "empty");
    mkdirSync(empty);
    expect(upgradeTo({ tag: "v0.2.0", from: upstream }, openGit(empty))).toEqual({
      ok: false,
      error: expect.stringContaining("An upgrade needs a git repository"),
    });
  });
});
