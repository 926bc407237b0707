import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { expect } from "vitest";
import { parse } from "yaml";
import { listOfSamples } from "../../src/cli/init/sample-content.ts";
import { type DevServer, startDevServer } from "./harness/dev-server.ts";
import type { ProjectCopy } from "./harness/project-copy.ts";
import { runCommand } from "./harness/run-command.ts";
import { test as plainTest } from "./harness/served-test.ts";
import { readWrittenArticles } from "./harness/written-articles.ts";

/**
 * What a new user does: clones the repository, sets up a publication, writes, changes how it looks, builds, serves, and
 * later takes another version. Nothing of the samples may be left in anything that is served.
 */

type Clone = {
  readonly own: ProjectCopy;
  readonly upstream: string;
  readonly git: (root: string, ...args: string[]) => string;
  /** Words of the samples that no output may have. */
  readonly words: readonly string[];
  readonly run: (command: string, ...args: string[]) => Promise<string>;
};

const test = plainTest.extend("clone", { scope: "file" }, async ({ copy, repository }): Promise<Clone> => {
  const folder = dirname(copy.root);
  const [upstream, root, bin] = [join(folder, "upstream"), join(folder, "own"), join(folder, "bin")];
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
  });
  for (const file of files.toString().split("\0").filter(Boolean))
    if (existsSync(join(repository, file)) && !file.startsWith("content/"))
      cpSync(join(repository, file), join(upstream, file), { recursive: true });
  // The content of the repository is its owner's, and so are these.
  rmSync(join(upstream, ".github/workflows/deploy.yml"), { force: true });
  for (const part of ["content", "wrangler.toml"])
    cpSync(join(copy.root, part), join(upstream, part), { recursive: true });
  writeFileSync(join(upstream, "src/cli/init/samples.sha256"), listOfSamples(upstream));

  // `npm ci` of the upgrade would empty the folder of packages, which is the repository's.
  mkdirSync(bin);
  writeFileSync(join(bin, "npm"), '#!/bin/sh\necho "npm $*" >> "$NPM_LOG"\n');
  chmodSync(join(bin, "npm"), 0o755);
  const environment = {
    ...copy.environment,
    PATH: `${bin}:${copy.environment.PATH}`,
    NPM_LOG: join(folder, "npm.log"),
    GIT_CONFIG_GLOBAL: join(folder, "gitconfig"),
  };
  writeFileSync(
    environment.GIT_CONFIG_GLOBAL,
    "[user]\nname = Ada Ferrier\nemail = ada@harbour.news\n[init]\ndefaultBranch = main\n",
  );
  const git: Clone["git"] = (cwd, ...args) =>
    execFileSync("git", args, { cwd, env: environment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  git(upstream, "init", "-q");
  git(upstream, "add", "-A");
  git(upstream, "commit", "-q", "-m", "Begin");
  git(folder, "clone", "-q", upstream, root);
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, ".git/info/exclude"), "node_modules\n");
  const own = { ...copy, root, environment };
  const run: Clone["run"] = async (command, ...args) => {
    const script = `src/cli/commands/${command}.ts`;
    const done = await runCommand(process.execPath, [script, ...args], { cwd: root, environment, seconds: 500 });
    if (done.exitCode !== 0) throw new Error(`${command} ended with ${done.exitCode}:\n${done.stdout}${done.stderr}`);
    return done.stdout;
  };
  return { own, upstream, git, run, words: wordsOf(upstream) };
});

/** Ids, slugs, titles, names and addresses of the samples, and some of their sentences. */
function wordsOf(root: string): readonly string[] {
  const about = parse(readFileSync(join(root, "content/publication.yaml"), "utf8"));
  const articles = readWrittenArticles(root);
  const sections: { title: string; description: string }[] = about.sections;
  return [
    about.identity.authority,
    about.description,
    ...about.people.flatMap(({ name, email }: { name: string; email: string }) => [name, email]),
    ...sections.map(({ description }) => description),
    ...globSync("content/media/*.*", { cwd: root }).map((file) => file.slice("content/media/".length)),
    ...articles.flatMap(({ slug, fields, markdown }) => [
      slug,
      String(fields.id),
      String(fields.title),
      ...markdown
        .split("\n")
        .filter((line) => line.length > 60)
        .slice(0, 5),
    ]),
  ];
}

/** Writes an article as `npm run new` makes it, finished. */
async function writeArticle({ run, own: { root } }: Clone, slug: string, title: string): Promise<void> {
  await run("new-article", title, "--slug", slug);
  const file = join(root, `content/articles/${slug}.md`);
  const text = readFileSync(file, "utf8")
    .replace(/^status: draft\n/m, "")
    .replace(/^tags: \[\]/m, "tags: [Ferries]");
  writeFileSync(file, text.replace("Write the first paragraph here.", `${title}: the ferry sails again.`));
}

/** Everything that a build wrote, as text. */
function builtText(root: string): string {
  const files = globSync(".dateline/{content.js,newsroom/content.js,assets/{content,media}/**/*}", {
    cwd: root,
    withFileTypes: true,
  });
  return files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      return `${name}\n${parentPath.includes("assets/content") ? brotliDecompressSync(bytes).toString() : bytes.toString()}`;
    })
    .join("\n");
}

const SEEDS = [
  ...[
    "/",
    "/feed",
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/feeds",
    "/feeds.opml",
    "/sitemap.xml",
    "/news-sitemap.xml",
  ],
  ...[
    "/robots.txt",
    "/opensearch.xml",
    "/podcast.xml",
    "/archives",
    "/search?q=ferry",
    "/nowhere",
    "/about",
    "/imprint",
  ],
];
const MAX_PAGES = 400;

/** Milliseconds for a test on a busy machine. On a quiet one, the whole file takes less than two minutes. */
const PATIENCE = 600_000;

/** All documents that the addresses of the service lead to, by their path. */
async function crawl({ get, origin }: DevServer): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const queue = [...SEEDS];
  for (let path = queue.shift(); path !== undefined && seen.size < MAX_PAGES; path = queue.shift()) {
    if (seen.has(path)) continue;
    const { text, status, headers } = await get(path);
    seen.set(path, `${status} ${JSON.stringify(headers)}\n${text}`);
    for (const [, link = ""] of text.matchAll(/(?:href|src|url|xmlUrl|htmlUrl)="([^"]+)"|<loc>|"url":"/g)) {
      const url = URL.parse(link.replaceAll("&amp;", "&"), origin + path);
      if (url?.origin === origin) queue.push(url.pathname + url.search);
    }
    for (const [address] of text.matchAll(/http:\/\/127\.0\.0\.1:\d+\/[^\s"'<>&)]*/g)) {
      const url = URL.parse(address);
      if (url?.origin === origin) queue.push(url.pathname + url.search);
    }
  }
  return seen;
}

const wordsIn = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

test(
  "a new publication has its own words in every output, and none of the samples",
  async ({ clone }) => {
    const { own, words, run, git } = clone;
    const { root } = own;
    expect(words.length).toBeGreaterThan(30);
    await run("build-content");
    expect(wordsIn(builtText(root), words).length).toBeGreaterThan(20);

    const said = await run(
      ...([
        "init",
        "--yes",
        "--title",
        "Harbour News",
        "--address",
        "https://harbour.news",
        "--language",
        "en",
      ] as const),
      ...["--time-zone", "Europe/Berlin", "--author", "Ada Ferrier"],
    );
    expect(said).toContain("This removes the samples");
    await writeArticle(clone, "ferry-sails", "The ferry sails again");
    await writeArticle(clone, "quay-opens", "The new quay opens");
    // An article that was recorded and thrown away, and one that was renamed: nobody saw them.
    await writeArticle(clone, "thrown-away", "Thrown away");
    await run("record");
    rmSync(join(root, "content/articles/thrown-away.md"));
    const quay = join(root, "content/articles/quay-opens.md");
    writeFileSync(join(root, "content/articles/new-quay.md"), readFileSync(quay));
    rmSync(quay);
    writeFileSync(
      join(root, "content/pages/contact.md"),
      "---\ntitle: Contact\nnavigation: footer\n---\n\nWrite to us.\n",
    );
    const settings = join(root, "content/publication.yaml");
    writeFileSync(settings, `${readFileSync(settings, "utf8")}\ntheme:\n  accent: "#0b4f8a"\n`);
    await run("record");
    await run("record", "--check");
    git(root, "add", "-A");
    git(root, "commit", "-q", "-m", "Our own publication");

    await run("build-content");
    await run("build-content", "--newsroom");
    const gone = [...words, "thrown-away", "quay-opens"];
    expect(wordsIn(builtText(root), gone)).toEqual([]);

    const server = await startDevServer(own);
    try {
      const documents = await crawl(server);
      expect(documents.size).toBeGreaterThan(20);
      for (const path of ["/articles/ferry-sails", "/articles/new-quay", "/tags/ferries/"])
        expect([...documents].map(([each, text]) => `${text.slice(0, 3)} ${each}`)).toContain(`200 ${path}`);
      for (const path of ["/about", "/imprint", "/contact"]) expect((await server.get(path)).status, path).toBe(200);
      expect(documents.size).toBeLessThan(MAX_PAGES);
      expect([...documents.values()].filter((text) => text.includes("--accent:#0b4f8a"))).toHaveLength(1);
      for (const [path, text] of documents) {
        expect(text, path).not.toMatch(/^5/);
        expect(wordsIn(text, gone), path).toEqual([]);
      }
      for (const path of ["/articles/thrown-away", "/articles/quay-opens"])
        expect((await server.get(path)).status, path).toBe(404);
    } finally {
      await server.stop();
    }
  },
  PATIENCE,
);

test(
  "two branches that each add an article merge without hand work",
  async ({ clone }) => {
    const { own, run, git } = clone;
    const { root } = own;
    for (const branch of ["left", "right"]) {
      git(root, "checkout", "-q", "-b", branch, "main");
      await writeArticle(clone, `from-${branch}`, `News from the ${branch}`);
      await run("record");
      git(root, "add", "-A");
      git(root, "commit", "-q", "-m", `Add an article on the ${branch}`);
    }
    git(root, "checkout", "-q", "main");
    git(root, "merge", "-q", "--no-edit", "left");
    git(root, "merge", "-q", "--no-edit", "right");
    await run("record");
    await run("record", "--check");
    await run("build-content");
    git(root, "add", "-A");
    if (git(root, "status", "--porcelain") !== "") git(root, "commit", "-q", "-m", "Settle the ledger");
    const built = builtText(root);
    for (const word of ["from-left", "from-right", "ferry-sails", "new-quay"]) expect(built).toContain(word);
  },
  PATIENCE,
);

test(
  "the tests of the documents pass with a publication of one's own",
  async ({ clone }) => {
    const { root, environment } = clone.own;
    const args = [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      "unit",
      ...["examples", "links", "repository"].map((name) => `test/unit/docs/${name}.test.ts`),
      "test/unit/compile/html-articles.test.ts",
    ];
    const done = await runCommand(process.execPath, args, { cwd: root, environment, seconds: 300 });
    expect(done.exitCode, done.stdout + done.stderr).toBe(0);
  },
  PATIENCE,
);

test(
  "a later version of the upstream comes without a conflict, and brings no samples",
  async ({ clone }) => {
    const { own, upstream, words, run, git } = clone;
    const { root } = own;
    for (const file of globSync("content/{articles/*.md,ledger/*.jsonl,publication.yaml}", { cwd: upstream }))
      writeFileSync(join(upstream, file), `${readFileSync(join(upstream, file), "utf8")}\n`);
    const [first = "", second = ""] = globSync("content/articles/*.md", { cwd: upstream });
    rmSync(join(upstream, first));
    git(upstream, "mv", second, "content/articles/another-sample.md");
    const comment = join(upstream, "src/render/generator.ts");
    writeFileSync(comment, `${readFileSync(comment, "utf8")}// Another version.\n`);
    const changelog = join(upstream, "CHANGELOG.md");
    writeFileSync(
      changelog,
      readFileSync(changelog, "utf8").replace("### Added\n", "### Added\n\n- Something new for a test.\n"),
    );
    const settings = join(upstream, "wrangler.toml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace("FEED_MAX_AGE = 300", "FEED_MAX_AGE = 301"));
    git(upstream, "add", "-A");
    git(upstream, "commit", "-q", "-m", "Go on");
    git(upstream, "tag", "v9.0.0");

    const before = git(
      root,
      "ls-tree",
      "-r",
      "HEAD",
      "--",
      "content/articles",
      "content/publication.yaml",
      "content/pages",
    );
    const said = await run("upgrade", "v9.0.0", "--from", upstream);
    expect(said).toContain("- Something new for a test.");
    expect(readFileSync(String(own.environment.NPM_LOG), "utf8")).toBe("npm ci\nnpm test\n");
    expect(
      git(root, "ls-tree", "-r", "HEAD", "--", "content/articles", "content/publication.yaml", "content/pages"),
    ).toBe(before);
    expect(git(root, "status", "--porcelain")).toBe("");
    expect(readFileSync(join(root, "src/render/generator.ts"), "utf8")).toContain("// Another version.");
    const toml = readFileSync(join(root, "wrangler.toml"), "utf8");
    expect(toml).toContain('name = "harbour-news"');
    expect(toml).toContain("FEED_MAX_AGE = 301");
    await run("record", "--check");
    expect(builtText(root)).toContain("ferry-sails");
    expect(wordsIn(builtText(root), [...words, "another-sample", "thrown-away", "quay-opens"])).toEqual([]);
  },
  PATIENCE,
);
