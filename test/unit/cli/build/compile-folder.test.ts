import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CACHE_FILE, compileFolder } from "../../../../src/cli/build/compiled/compile-folder.ts";
import { readContent } from "../../../../src/cli/build/content-sources.ts";
import { compileContent } from "../../../../src/compile/compile-content.ts";
import { formatFault } from "../../../../src/compile/content-fault.ts";
import { writeContentFolder } from "../../../bench/content/write-content.ts";
import { pngOf, wavOf } from "../../../fixtures/small-media.ts";

vi.setConfig({ testTimeout: 120_000 });

const COUNT = 12;
let root = "";
const path = (name: string) => join(root, name);
const ownText = (id: string, fields: string, body: string) =>
  `---\nid: tag:generated.example,2026-01-01:articles/${id}\ntitle: ${id}\npublished: "2026-01-02T00:00:00Z"\n${fields}---\n${body}\n`;
const nameAt = (index: number) => path(`content/articles/a${index}.${index % 3 === 0 ? "html" : "md"}`);
/** Short articles of their own kinds. Long ones take most of the time of a test. */
const SORTS = [
  "section: harbour\n",
  "tags: [Topic]\nlanguage: en\n",
  "image: { src: generated/landscape-1.png, alt: A }\n",
];
const writeArticle = (index: number) =>
  write(
    nameAt(index),
    ownText(`a${index}`, SORTS[index % 3] ?? "", `<p>the quay</p>\n\n![B](generated/landscape-2.png)`),
  );
/** As long before now as no file's clock is coarse. */
const age = (file: string, seconds = 60) => {
  const then = statSync(file).mtimeMs / 1_000 - seconds;
  utimesSync(file, then, then);
};
const write = (file: string, text: string) => writeFileSync(file, text);
const edit = (file: string, change: (text: string) => string) => write(file, change(readFileSync(file, "utf8")));
const append = (file: string) => edit(file, (text) => `${text}\n<p>More.</p>\n`);
const randomBytes = (count: number) => new Uint8Array(count);
const options = (mode: "development" | "production" = "production") =>
  ({ root, mode, allowPlaceholder: true, randomBytes }) as const;

/** Compiles with the cache, and compares everything with a compilation without it. */
async function compile(mode: "development" | "production" = "production") {
  const expected = compileContent(await readContent(root), options(mode));
  const compiled = await compileFolder(options(mode));
  if (!compiled.ok || !expected.ok) {
    expect(compiled).toEqual(expected);
    return { compiled: -1, faults: compiled.ok ? [] : compiled.error.faults.map(formatFault) };
  }
  const { publication, pages, media, warnings, articles } = compiled.value;
  const { uses: _, pageUses: ___, ...whole } = expected.value;
  expect({ publication, pages, media, warnings, articles: articles.map((each) => each.read()) }).toEqual(whole);
  expect(articles.map((each) => JSON.stringify(each.read()))).toEqual(
    whole.articles.map((each) => JSON.stringify(each)),
  );
  expect(articles.map((each) => each.head())).toEqual(whole.articles.map(({ body: __, ...head }) => head));
  compiled.value.close();
  return { compiled: compiled.value.compiled, faults: [] };
}

/** The clocks of these tests are the file system's, so files are made old instead of waited for. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-compile-"));
  writeContentFolder(root, 0);
  for (let index = 0; index < COUNT; index += 1) writeArticle(index);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true, force: true });
});

describe("a folder that was compiled before", () => {
  it("compiles nothing again, in either mode", async () => {
    expect((await compile()).compiled).toBe(COUNT);
    expect((await compile()).compiled).toBe(0);
    expect((await compile("development")).compiled).toBe(0);
  });

  it("compiles one article after one edit, and an article that moved", async () => {
    await compile();
    append(nameAt(4));
    expect((await compile()).compiled).toBe(1);
    renameSync(nameAt(8), path("content/articles/moved.md"));
    expect((await compile()).compiled).toBe(1);
    rmSync(nameAt(11));
    expect((await compile()).compiled).toBe(0);
  });

  it("reads a file again whose times changed, and compiles it only if its bytes did", async () => {
    await compile();
    for (const name of readdirSync(path("content/articles"))) age(path(`content/articles/${name}`));
    expect((await compile()).compiled).toBe(0);
    expect((await compile()).compiled).toBe(0);
  });

  it("notices an edit of the same size that leaves the time of the file as it was", async () => {
    await compile();
    const { atime, mtime } = statSync(nameAt(4));
    edit(nameAt(4), (text) => text.replace('published: "2', 'published: "1'));
    utimesSync(nameAt(4), atime, mtime);
    expect((await compile()).compiled).toBe(1);
  });

  it("does not trust the times of a file that was young when it was read", async () => {
    vi.useRealTimers();
    const file = path("content/articles/young.md");
    write(file, ownText("young", "", "One."));
    await compile();
    const database = new DatabaseSync(path(CACHE_FILE));
    write(file, ownText("young", "", "Two."));
    // As if the clock of the file system had not moved.
    const { mtimeMs, ctimeMs } = statSync(file);
    database.prepare("update articles set modified = ?, changed = ? where file like '%young.md'").run(mtimeMs, ctimeMs);
    database.close();
    expect((await compile()).compiled).toBe(1);
  });
});

describe("an article is compiled again if something else changes that it depends on", () => {
  const own = (name: string, fields: string, body: string) =>
    write(path(`content/articles/${name}.md`), ownText(name, fields, body));

  it("the article that it links to: gone, a draft, back under another name", async () => {
    own("target", "", "Here.");
    own("source", "", "[There](/articles/target)");
    await compile();
    rmSync(path("content/articles/target.md"));
    expect((await compile()).faults).toEqual([expect.stringContaining("source.md:6: found")]);
    own("target", "status: draft\n", "Here.");
    expect((await compile("development")).compiled).toBe(2);
    own("other", "formerSlugs: [target]\n", "Here.");
    rmSync(path("content/articles/target.md"));
    expect((await compile()).compiled).toBeGreaterThan(0);
  });

  it("a picture: its bytes, its name", async () => {
    own("shows", "image: { src: own.png, alt: Own }\n", "![Own](own.png)");
    const [first, second] = [1, 2].map((number) => path(`content/media/generated/landscape-${number}.png`));
    write(path("content/media/own.png"), "");
    writeFileSync(path("content/media/own.png"), readFileSync(first ?? ""));
    await compile();
    expect((await compile()).compiled).toBe(0);
    writeFileSync(path("content/media/own.png"), readFileSync(second ?? ""));
    expect((await compile()).compiled).toBe(1);
    rmSync(path("content/media/own.png"));
    expect((await compile()).faults).toHaveLength(2);
  });

  it("the publication: its sections and its language, and not its title", async () => {
    await compile();
    const yaml = path("content/publication.yaml");
    edit(yaml, (text) => text.replace("title: Generated", "title: Other"));
    expect((await compile()).compiled).toBe(0);
    edit(yaml, (text) => text.replace("  - { slug: harbour, title: harbour }\n", ""));
    expect((await compile()).faults.length).toBeGreaterThan(3);
    edit(yaml, (text) => text.replace("sections:\n", "sections:\n  - { slug: harbour, title: harbour }\n"));
    expect((await compile()).compiled).toBe(0);
    edit(yaml, (text) => text.replace("language: en", "language: en-GB"));
    const { compiled } = await compile();
    expect(compiled).toBeGreaterThan(5);
    expect(compiled).toBeLessThan(COUNT);
  });

  describe("the podcasts", () => {
    const yaml = () => path("content/publication.yaml");
    const FACTS = 'mediaType: audio/mpeg, length: "9"';
    const episode = (name: string, fields: string) =>
      own(name, `attachments: [{ src: "https://media.example/${name}.mp3", ${FACTS}${fields} }]\n`, "Hear.");
    const podcast = (type: string, image = "cover.png") =>
      edit(
        yaml(),
        (text) =>
          `${text.replace(/^podcast: .*\n/m, "")}podcast: { category: News, image: ${image}, type: ${type}, owner: { name: A, email: a@media.example } }\n`,
      );

    beforeEach(() => writeFileSync(path("content/media/cover.png"), pngOf(1_400)));

    it("if they become serial, and if an episode has no season like the others", async () => {
      podcast("episodic");
      episode("one", "");
      episode("two", ", episode: 2, season: 1");
      await compile();
      podcast("serial");
      expect((await compile()).faults).toEqual([
        expect.stringMatching(/one\.md:5 attachments\[0\]\.episode: expected the number of the episode/),
      ]);
      episode("one", ", episode: 1");
      const told = [expect.stringMatching(/one\.md:5 attachments\[0\]\.season: expected the number of the season/)];
      expect((await compile()).faults).toEqual(told);
      expect((await compile()).faults).toEqual(told);
      podcast("episodic");
      expect((await compile()).compiled).toBe(2);
      expect((await compile()).compiled).toBe(0);
    });

    it("measures sound once, and again if the file is another one", async () => {
      writeFileSync(path("content/media/talk.wav"), wavOf(2));
      own("heard", "attachments: [{ src: talk.wav }]\n", "Hear.");
      await compile();
      expect((await compile()).compiled).toBe(0);
      writeFileSync(path("content/media/talk.wav"), wavOf(3));
      expect((await compile()).compiled).toBe(1);
      const folder = await compileFolder(options());
      if (!folder.ok) throw new Error("the content has faults");
      const heard = folder.value.articles.find(({ file }) => file.endsWith("/heard.md"));
      expect(heard?.read().attachments[0]?.file.duration).toBe(3);
      expect(heard?.facts.scopes.map(({ scope }) => scope.kind)).toContain("podcast");
      folder.value.close();
    });
  });

  it("a fault is told in every run, as it is without a cache", async () => {
    own("faulty", "section: nowhere\nformerSlugs: [gone]\n", "[There](/articles/nowhere) ![](missing.png)");
    own("twin", "formerSlugs: [gone]\n", "Here.");
    const first = await compile();
    expect(first.faults).toHaveLength(4);
    expect(await compile()).toEqual(first);
    own("faulty", "", "Here.");
    expect((await compile()).compiled).toBe(1);
  });

  it("does not take a name of every object for one that was looked up", async () => {
    own("odd", "", "[There](/articles/__proto__)");
    expect((await compile()).faults).toHaveLength(1);
    expect((await compile()).faults).toHaveLength(1);
  });
});

describe("a cache that was damaged", () => {
  const damage = (change: (bytes: Buffer) => Buffer | undefined) => {
    const bytes = change(readFileSync(path(CACHE_FILE)));
    if (bytes) writeFileSync(path(CACHE_FILE), bytes);
  };

  it.each<[string, () => void]>([
    ["cut", () => truncateSync(path(CACHE_FILE), 8_192)],
    ["emptied", () => truncateSync(path(CACHE_FILE), 0)],
    ["overwritten", () => writeFileSync(path(CACHE_FILE), "no database")],
    ["of another form", () => new DatabaseSync(path(CACHE_FILE)).exec("pragma user_version = 99")],
    ["with zeros in its pages", () => damage((bytes) => bytes.fill(0, 4_096, bytes.length - 4_096))],
  ])("is made anew: %s", async (_, change) => {
    await compile();
    change();
    expect((await compile()).compiled).toBe(COUNT);
    expect((await compile()).compiled).toBe(0);
  });

  it("is not believed where a bit of a text is wrong", async () => {
    await compile();
    const database = new DatabaseSync(path(CACHE_FILE));
    database.exec("update texts set body = replace(body, 'the', 'THE')");
    database.exec("update articles set entry = replace(entry, 'Topic', 'TOPIC')");
    database.close();
    expect((await compile()).compiled).toBeGreaterThan(0);
    expect((await compile()).compiled).toBe(0);
  });

  it("is done without if it cannot be written", async () => {
    mkdirSync(path(CACHE_FILE), { recursive: true });
    expect((await compile()).compiled).toBe(COUNT);
    expect((await compile()).compiled).toBe(COUNT);
  });
});

describe("a cache beside other runs", () => {
  it("is right after two runs at once, each with another edit", async () => {
    await compile();
    append(nameAt(4));
    const first = compileFolder(options());
    append(nameAt(8));
    const second = compileFolder(options());
    for (const run of [await first, await second]) {
      expect(run.ok).toBe(true);
      if (run.ok) {
        expect(run.value.articles.map((each) => each.read().title)).toHaveLength(run.value.articles.length);
        run.value.close();
      }
    }
    await compile();
    expect((await compile()).compiled).toBe(0);
  });

  it("keeps what a run reads, though another run has replaced it", async () => {
    const before = await compileFolder(options());
    if (!before.ok) throw new Error("the content has faults");
    const texts = before.value.articles.map((each) => JSON.stringify(each.read()));
    for (let index = 0; index < COUNT; index += 1) append(nameAt(index));
    await compile();
    await compile();
    expect(before.value.articles.map((each) => JSON.stringify(each.read()))).toEqual(texts);
    before.value.close();
  });

  it("says so if the text of an article is gone and its file has changed", async () => {
    const before = await compileFolder(options());
    if (!before.ok) throw new Error("the content has faults");
    const database = new DatabaseSync(path(CACHE_FILE));
    database.exec("delete from texts");
    database.close();
    const [article] = before.value.articles;
    expect(article?.read().id).toBe(article?.facts.id);
    append(path(article?.file ?? ""));
    expect(() => article?.read()).toThrow(/^content\/articles\/.* changed while the content was read; run it again$/);
    before.value.close();
  });

  it("stays bounded, whatever is edited", async () => {
    await compile();
    const size = () => statSync(path(CACHE_FILE)).size;
    const before = size();
    for (let round = 0; round < 8; round += 1) {
      vi.setSystemTime(Date.now() + 4_000_000);
      for (let index = 0; index < COUNT; index += 1) append(nameAt(index));
      await compile();
    }
    expect(size()).toBeLessThan(before * 3);
  });

  it("goes on after a run that was killed", async () => {
    vi.useRealTimers();
    const script = `import { compileFolder } from ${JSON.stringify(join(import.meta.dirname, "../../../../src/cli/build/compiled/compile-folder.ts"))};
      await compileFolder({ root: ${JSON.stringify(root)}, mode: "production", allowPlaceholder: true, randomBytes: (n) => new Uint8Array(n), progress: () => console.log("x") });`;
    for (let index = 0; index < 400; index += 1) writeArticle(index);
    write(path("run.mjs"), script);
    const child = spawn(process.execPath, [path("run.mjs")]);
    await new Promise((resolve, reject) => {
      child.stdout.once("data", resolve);
      child.once("close", () => reject(new Error("it ended before it was killed")));
    });
    child.removeAllListeners("close");
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    const after = await compileFolder(options());
    if (!after.ok) throw new Error("the content has faults");
    const { compiled, articles, close } = after.value;
    expect(compiled).toBeGreaterThan(0);
    expect(compiled).toBeLessThan(400);
    expect(articles.map((each) => each.read().id)).toHaveLength(400);
    close();
  });
});

it("generated articles of every kind compile to what they are without a cache, from a first run and from a later one", async () => {
  writeContentFolder(root, 60);
  expect((await compile("development")).compiled).toBe(COUNT + 60);
  expect((await compile()).compiled).toBe(0);
});

it("many articles are compiled in threads, with the same result and the progress told", async () => {
  for (let index = 0; index < 320; index += 1) writeArticle(index);
  const told: number[] = [];
  const compiled = await compileFolder({ ...options(), progress: (done, total = 0) => told.push(done / total) });
  expect(told.at(-1)).toBe(1);
  expect(told.toSorted((a, b) => a - b)).toEqual(told);
  if (compiled.ok) compiled.value.close();
  await compile();
});
