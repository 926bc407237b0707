import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLedger, writeLedger } from "../../../../src/cli/build/ledger-folder.ts";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";
import type { Ledger } from "../../../../src/model/ledger.ts";
import { time } from "../../../fixtures/full-article.ts";

let root = "";
const path = (name: string) => join(root, name);
const write = (name: string, text: string) => writeFileSync(path(name), text);
const article = (name: string, title = name, fields = "") =>
  write(
    `content/articles/${name}.md`,
    `---\nid: tag:harbour.news,2026-01-01:articles/${name}\ntitle: ${title}\npublished: 2026-01-02T00:00:00Z\n${fields}---\nOpen.\n`,
  );
const git = (...args: readonly string[]) =>
  spawnSync("git", ["-c", "user.name=A", "-c", "user.email=a@harbour.news", ...args], { cwd: root, encoding: "utf8" });
const commit = () => {
  git("add", "-A");
  expect(git("commit", "-qm", "x").status).toBe(0);
};
const record = async (day: number, isCheck = false) => {
  const setting = {
    root,
    now: Date.UTC(2026, 3, day),
    renderer: "0123456789abcdef",
    randomBytes: () => new Uint8Array(16),
  };
  const report = await recordLedger(isCheck, setting);
  return report.ok ? report.value : report.error;
};
const known = (): Ledger => {
  const read = readLedger(root);
  if (!read.ok || !read.value) throw new Error(JSON.stringify(read));
  return read.value.ledger;
};
const of = (name: string) => known().articles[`tag:harbour.news,2026-01-01:articles/${name}`];
const lines = () =>
  readdirSync(path("content/ledger")).flatMap((name) =>
    readFileSync(path(`content/ledger/${name}`), "utf8")
      .split("\n")
      .filter((line) => line !== ""),
  );
const UP_TO_DATE = ["content/ledger is up to date"];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "dateline-ledger-"));
  mkdirSync(path("content/articles"), { recursive: true });
  write(
    "content/publication.yaml",
    "title: H\naddress: https://harbour.news\ndescription: N.\nlanguage: en\nidentity: { authority: harbour.news, date: 2026-01-01 }\n",
  );
  write(".gitignore", ".dateline/\n");
  for (let number = 1; number <= 20; number += 1) article(`a${number}`);
  await record(1);
  git("init", "-qb", "main");
  commit();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the files of the ledger", () => {
  it("change by one line for an edit, and by one more for a new article", async () => {
    article("a7", "Edited");
    await record(2);
    expect(git("diff", "--numstat").stdout).toContain("1\t1\tcontent/ledger/articles.jsonl");
    commit();
    article("new");
    await record(3);
    expect(git("diff", "--numstat").stdout).toBe("1\t0\tcontent/ledger/articles.jsonl\n");
  });

  it("are the same for the same ledger, however it came to be", () => {
    const before = lines();
    const ledger = known();
    const articles = Object.fromEntries(Object.entries(ledger.articles).toReversed());
    rmSync(path("content/ledger"), { recursive: true });
    writeLedger(root, { ...ledger, articles });
    expect(lines()).toEqual(before);
  });

  it("are more if there are more articles, and a ledger that grows leaves nothing behind", () => {
    const ledger = known();
    const [sample] = Object.values(ledger.articles);
    if (!sample) throw new Error("the ledger is empty");
    const many = (count: number): Ledger => {
      const each = Array.from({ length: count }, (_, index) => index + 1);
      const entries = each.map((sequence) => [
        `tag:harbour.news,2026-01-01:articles/n${sequence}`,
        { ...sample, sequence },
      ]);
      return { ...ledger, articles: Object.fromEntries(entries) };
    };
    const files = () => readdirSync(path("content/ledger")).length - 1;
    for (const [count, expected] of [
      [2_000, 1],
      [2_001, 16],
      [32_001, 256],
      [1_999, 1],
    ] as const) {
      writeLedger(root, many(count));
      expect(files()).toBe(expected);
      expect(known()).toEqual(many(count));
    }
  });

  it("are read the same whether they were checked before or not", () => {
    const checked = known();
    rmSync(path(".dateline"), { recursive: true });
    expect(known()).toEqual(checked);
    expect(existsSync(path(".dateline/ledger-digest"))).toBe(true);
    expect(known()).toEqual(checked);
  });
});

describe("a ledger in the former form", () => {
  /** As it was written before: one JSON text, each field on a line. */
  const former = (ledger: Ledger) => `${JSON.stringify({ version: 1, ...ledger }, null, 2)}\n`;
  const toFormer = (text: string) => {
    rmSync(path("content/ledger"), { recursive: true });
    write("content/ledger.json", text);
  };

  it("is read, reported by a check, and replaced by a record", async () => {
    const ledger = known();
    toFormer(former(ledger));
    expect(known()).toEqual(ledger);
    expect(await record(2, true)).toEqual([
      expect.stringMatching(/^content\/ledger: found files in another form or order; /),
    ]);
    expect(await record(2)).toEqual(["Wrote content/ledger; commit it with the content"]);
    expect(existsSync(path("content/ledger.json"))).toBe(false);
    expect(known()).toEqual(ledger);
    expect(await record(3, true)).toEqual(UP_TO_DATE);
  });

  it("is settled with conflict markers in it", async () => {
    const ledger = known();
    const id = "tag:harbour.news,2026-01-01:articles/a3";
    const text = former(ledger);
    const at = text.indexOf('"hash"', text.indexOf(id));
    const end = text.indexOf('"feeds"', at);
    const version = (digit: string, day: number) =>
      `      "hash": "${digit.repeat(16)}",\n      "modified": "2026-04-0${day}T00:00:00Z",\n`;
    const conflict = `<<<<<<< HEAD\n${version("a", 2)}=======\n${version("b", 3)}>>>>>>> other\n      `;
    toFormer(`${text.slice(0, at).trimEnd()}\n${conflict}${text.slice(end)}`);
    expect(known().articles[id]?.hash).toBe("b".repeat(16));
    await record(4);
    expect(await record(5, true)).toEqual(UP_TO_DATE);
    expect(of("a3")?.modified).toBe("2026-04-04T00:00:00Z");
  });

  it("joins the new one if a branch went on with it", async () => {
    const ledger = known();
    write("content/ledger.json", former({ ...ledger, articles: {} }));
    article("b1");
    await record(2);
    expect(existsSync(path("content/ledger.json"))).toBe(false);
    expect(Object.keys(known().articles)).toHaveLength(21);
  });

  it("is a fault if it cannot be read", async () => {
    toFormer("{\n");
    expect(await record(2)).toEqual([
      expect.stringMatching(/^content\/ledger\.json: found no JSON; expected the ledger/),
    ]);
    expect(readFileSync(path("content/ledger.json"), "utf8")).toBe("{\n");
  });
});

describe("branches that both record", () => {
  /** Does both on branches of their own, and merges them into `main`. Returns whether git left a conflict. */
  async function merge(ours: () => unknown, theirs: () => unknown): Promise<boolean> {
    git("checkout", "-qb", "theirs");
    theirs();
    await record(2);
    commit();
    git("checkout", "-q", "main");
    ours();
    await record(3);
    commit();
    git("merge", "-q", "--no-edit", "theirs");
    return /^<{7} /m.test(lines().join("\n"));
  }
  const union = () => {
    write(".gitattributes", readFileSync(join(import.meta.dirname, "../../../../.gitattributes"), "utf8"));
    commit();
  };
  const changeAll = (title: string) => {
    for (let number = 1; number <= 20; number += 1)
      if (number % 2 === (title === "Ours" ? 0 : 1)) article(`a${number}`, title);
    article(title.toLowerCase());
    for (let number = 1; number <= 10; number += 1) article(`${title.toLowerCase()}${number}`);
  };

  it("merge without a conflict if they add articles that are not neighbours", async () => {
    expect(
      await merge(
        () => article("b1"),
        () => article("c1"),
      ),
    ).toBe(false);
    expect(await record(4)).toEqual(UP_TO_DATE);
    expect([of("b1")?.modified, of("c1")?.modified]).toEqual(["2026-04-03T00:00:00Z", "2026-04-02T00:00:00Z"]);
  });

  it.each([
    ["with the lines of both sides, which .gitattributes asks for", union, false],
    ["with conflict markers", () => {}, true],
  ])("settle by a record %s", async (_, prepare, hasMarkers) => {
    prepare();
    expect(
      await merge(
        () => changeAll("Ours"),
        () => changeAll("Theirs"),
      ),
    ).toBe(hasMarkers);
    expect((await record(4, true))[0]).toMatch(/^content\/ledger: found the records of two branches; /);
    await record(4);
    expect(await record(5)).toEqual(UP_TO_DATE);
    expect(lines()).toHaveLength(3 + 20 + 22);
    // Each edit was recorded by one branch, so nothing changed by the merge.
    expect([of("a2")?.modified, of("a3")?.modified]).toEqual(["2026-04-03T00:00:00Z", "2026-04-02T00:00:00Z"]);
    expect(new Set(lines())).toHaveLength(lines().length);
  });

  it("settle an article that both moved and edited: every address leads to it", async () => {
    union();
    await merge(
      () => article("a5", "Five", "slug: five\n"),
      () => article("a5", "Cinq", "slug: cinq\n"),
    );
    article("a5", "Fünf", "slug: fuenf\n");
    expect(await record(4)).toEqual([
      'recorded another address for "Fünf"',
      "Wrote content/ledger; commit it with the content",
    ]);
    expect(of("a5")).toMatchObject({ slug: "fuenf", modified: "2026-04-04T00:00:00Z" });
    expect(of("a5")?.formerSlugs.toSorted()).toEqual(["a5", "cinq", "five"]);
  });

  it("record an article anew that both changed, though the text is now that of one of them", async () => {
    union();
    await merge(
      () => article("a5", "Ours", "tags: [Boats]\n"),
      () => article("a5", "Theirs", "tags: [Trains]\n"),
    );
    article("a5", "Ours", "tags: [Boats]\n");
    await record(4);
    expect(of("a5")).toMatchObject({ modified: "2026-04-04T00:00:00Z" });
    expect(of("a5")?.feeds).toEqual({
      "tags/boats": { sequence: 21, entered: time("2026-04-03T00:00:00Z") },
      "tags/trains": { sequence: 21, entered: time("2026-04-02T00:00:00Z"), left: time("2026-04-03T00:00:00Z") },
    });
  });

  it("settle changes to the publication: the recorded version that is there now stays", async () => {
    const publication = readFileSync(path("content/publication.yaml"), "utf8");
    await merge(
      () => write("content/publication.yaml", publication.replace("N.", "News.")),
      () => write("content/publication.yaml", publication.replace("title: H", "title: Harbour")),
    );
    write("content/publication.yaml", publication.replace("N.", "News."));
    expect(await record(4)).toEqual(["Wrote content/ledger; commit it with the content"]);
    expect(known().publication.modified).toBe("2026-04-03T00:00:00Z");
  });
});

describe("the guids of podcasts", () => {
  const GUIDS = ["9b024349-ccf0-5f69-a609-6b82873eab3c", "917393e3-1b1e-5cef-ace4-edaa54e1f810"] as const;
  const withGuids = (podcasts: Record<string, string>) => writeLedger(root, { ...known(), podcasts });
  const head = () => readFileSync(path("content/ledger/publication.jsonl"), "utf8");
  const appendHead = (podcasts: Record<string, string>) =>
    write("content/ledger/publication.jsonl", `${head()}${JSON.stringify({ podcasts })}\n`);

  it("are a line of their own, which is read whether it was checked before or not", async () => {
    withGuids({ podcast: GUIDS[0] });
    expect(head().split("\n")[3]).toBe(`{"podcasts":{"podcast":"${GUIDS[0]}"}}`);
    expect(known().podcasts).toEqual({ podcast: GUIDS[0] });
    rmSync(path(".dateline"), { recursive: true });
    expect(known().podcasts).toEqual({ podcast: GUIDS[0] });
    expect(await record(2)).toEqual(UP_TO_DATE);
  });

  it("of two branches count together if they are of different podcasts", async () => {
    withGuids({ podcast: GUIDS[0] });
    appendHead({ podcast: GUIDS[0], "podcast/sections/quay": GUIDS[1] });
    expect((await record(2, true))[0]).toMatch(/^content\/ledger: found the records of two branches; /);
    await record(2);
    expect(await record(3, true)).toEqual(UP_TO_DATE);
    expect(known().podcasts).toEqual({ podcast: GUIDS[0], "podcast/sections/quay": GUIDS[1] });
  });

  it("are a fault with both values if two branches gave one podcast two", async () => {
    withGuids({ podcast: GUIDS[0] });
    appendHead({ podcast: GUIDS[1] });
    const before = head();
    expect(await record(2)).toEqual([
      `content/ledger/publication.jsonl:5 podcasts.podcast: found "${GUIDS[1]}"; expected one guid of this podcast: the right one on every line; another line has "${GUIDS[0]}"`,
    ]);
    expect(head()).toBe(before);
  });
});

describe("a ledger that cannot be settled", () => {
  const append = (line: string) =>
    write("content/ledger/articles.jsonl", `${lines().slice(0, -3).join("\n")}\n${line}\n`);

  it.each([
    [
      "a marker without its counterpart",
      "<<<<<<< HEAD",
      /^content\/ledger\/articles\.jsonl:21: found "<<<<<<< HEAD"; /,
    ],
    ["half a line", '{"id":"tag:harbour', /^content\/ledger\/articles\.jsonl:21: found "\{/],
    ["a line of a newer version", '{"version":3}', /^content\/ledger\/articles\.jsonl:21 version: found /],
    ["a line about something else", '{"colour":"red"}', /^content\/ledger\/articles\.jsonl:21: found Unrecognized key/],
  ])("says which line it is: %s", async (_, line, fault) => {
    append(line);
    const before = lines();
    expect(await record(2)).toEqual([expect.stringMatching(fault)]);
    expect(lines()).toEqual(before);
  });

  it("is a fault if the facts of the publication are gone", async () => {
    rmSync(path("content/ledger/publication.jsonl"));
    expect(await record(2)).toEqual([
      expect.stringMatching(/^content\/ledger publication: found .*; expected the ledger/),
    ]);
  });
});
