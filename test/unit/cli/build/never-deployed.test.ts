import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { buildContent } from "../../../../src/cli/build/build-content-folder.ts";
import { readLedger } from "../../../../src/cli/build/ledger-folder.ts";
import { recordLedger } from "../../../../src/cli/build/record-ledger.ts";
import { hashOfRenderer } from "../../../../src/cli/build/renderer-hash.ts";
import { markDeployed } from "../../../../src/cli/deploy/mark-deployed.ts";

vi.setConfig({ testTimeout: 60_000 });

const PUBLICATION = `title: Harbour
address: https://harbour.news
description: News.
language: en
identity: { authority: harbour.news, date: 2026-01-01 }
sections:
  - { slug: quays, title: Quays }
  - { slug: hills, title: Hills }
`;

let root = "";
const path = (file: string) => join(root, file);
const write = (file: string, content: string) => {
  mkdirSync(dirname(path(file)), { recursive: true });
  writeFileSync(path(file), content);
};
const article = (file: string, fields = "section: hills\n", id = "ferry") =>
  write(
    `content/articles/${file}`,
    `---\nid: tag:harbour.news,2026-01-01:articles/${id}\ntitle: About ${id}\npublished: 2026-01-02T00:00:00Z\n${fields}---\nIt sails.\n`,
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-never-"));
  write("content/publication.yaml", PUBLICATION);
  article("tram.md", "section: quays\n", "tram");
  article("ferry.md", "section: quays\ntags: [Piers]\nimage: { src: pier.gif, alt: Pier }\n");
  mkdirSync(path("content/media"));
  writeFileSync(
    path("content/media/pier.gif"),
    Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const renderer = hashOfRenderer();
const record = (day: number) => recordLedger(false, { root, now: Date.UTC(2026, 1, day), renderer, randomBytes });

/** Everything that a build for readers has, in one text: the names of its files, and what they say. */
async function built(day: number): Promise<string> {
  const recorded = await record(day);
  if (!recorded.ok) throw new Error(recorded.error.join("\n"));
  const setting = { root, now: Date.UTC(2026, 1, day, 1), renderer, randomBytes };
  const outcome = await buildContent({ mode: "production" }, setting);
  if (!outcome.ok) throw new Error(outcome.error.problems.join("\n"));
  const folder = path(".dateline/assets");
  const names = readdirSync(folder, { recursive: true }).map(String);
  const texts = names
    .filter((name) => /^content\/.*[^/]$/.test(name))
    .flatMap((name) => {
      try {
        return [brotliDecompressSync(readFileSync(join(folder, name))).toString("utf8")];
      } catch {
        return [];
      }
    });
  expect(texts.length).toBeGreaterThan(3);
  return [readFileSync(path(".dateline/content.js"), "utf8"), ...names, ...texts].join("\n");
}

/** The first place of a text that has the word, with what is around it. */
const found = (text: string, word: RegExp) => {
  const at = text.replaceAll("\\", "").search(word);
  return at === -1 ? undefined : text.replaceAll("\\", "").slice(Math.max(0, at - 80), at + 80);
};

const recorded = () => {
  const known = readLedger(root);
  if (!known.ok || !known.value) throw new Error("there is no ledger");
  return known.value.ledger.articles;
};

/** Each way to remove an article or an address of it, and a word that then has to be gone. */
const WAYS: Readonly<Record<string, readonly [remove: () => void, word: RegExp]>> = {
  "its file is deleted": [() => rmSync(path("content/articles/ferry.md")), /ferry|piers|pier\.gif/i],
  "its file is renamed": [
    () => renameSync(path("content/articles/ferry.md"), path("content/articles/boat.md")),
    /articles\/ferry[^0-9a-z]*\.|"ferry"/,
  ],
  "its slug is changed": [() => article("ferry.md", "slug: boat\n"), /"ferry"|piers/i],
  "it is moved to another form": [
    () => {
      rmSync(path("content/articles/ferry.md"));
      article("boat.html");
    },
    /"ferry"|piers/i,
  ],
  "it is retracted": [
    () =>
      article(
        "ferry.md",
        "image: { src: pier.gif, alt: Pier }\nstatus: retracted\nretraction: { time: 2026-02-02T00:00:00Z, reason: Wrong. }\n",
      ),
    /ferry|pier\.gif/i,
  ],
  "it becomes a draft": [() => article("ferry.md", "status: draft\n"), /ferry|piers/i],
  "it gets another id": [() => article("ferry.md", "", "launch"), /:articles\/ferry\W|piers/i],
};

describe("an article that no deploy carried leaves nothing if", () => {
  test.each(Object.entries(WAYS))("%s", async (_, [remove, word]) => {
    expect(found(await built(1), /"ferry"/)).toBeDefined();
    remove();
    expect(found(await built(2), word)).toBeUndefined();
    // Nothing comes back later.
    expect(found(await built(3), word)).toBeUndefined();
  });

  test("its file is deleted and written again: it is as if it was there all the time", async () => {
    await built(1);
    const text = readFileSync(path("content/articles/ferry.md"));
    rmSync(path("content/articles/ferry.md"));
    await built(2);
    writeFileSync(path("content/articles/ferry.md"), text);
    expect(found(await built(3), /"(?:restored|deployed|withdrawn)/)).toBeUndefined();
  });
});

describe("an article that a deploy carried leaves its tombstone or its former address if", () => {
  // The id has the slug too, so the quotation marks tell whether the address is there.
  const DEPLOYED = /"ferry"/;
  test.each(Object.entries(WAYS).filter(([way]) => !/another id/.test(way)))("%s", async (_, [remove]) => {
    await built(1);
    expect(markDeployed(root, new Set(Object.keys(recorded())))).toBe(
      "content/ledger now says that 2 articles went out; commit it",
    );
    remove();
    expect(found(await built(2), DEPLOYED)).toBeDefined();
    expect(found(await built(3), DEPLOYED)).toBeDefined();
  });

  test("its record was made before there were marks", async () => {
    await built(1);
    const file = path("content/ledger/articles.jsonl");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(',"deployed":false', ""));
    rmSync(path("content/articles/ferry.md"));
    expect(found(await built(2), DEPLOYED)).toBeDefined();
  });
});

test("an article that is retracted from the beginning was published elsewhere, and has its notice", async () => {
  article("ferry.md", "status: retracted\nretraction: { time: 2026-02-02T00:00:00Z, reason: Wrong. }\n");
  expect(found(await built(1), /Wrong\./)).toBeDefined();
});

test("a deploy notes only what it carried, once, and changes nothing else", async () => {
  await built(1);
  const before = readFileSync(path("content/ledger/articles.jsonl"), "utf8");
  expect(before.match(/"deployed":false/g)).toHaveLength(2);
  const tram = "tag:harbour.news,2026-01-01:articles/tram";
  expect(markDeployed(root, new Set([tram]))).toBe("content/ledger now says that 1 article went out; commit it");
  expect(markDeployed(root, new Set([tram]))).toBeUndefined();
  const after = readFileSync(path("content/ledger/articles.jsonl"), "utf8");
  expect(after.match(/"deployed":false/g)).toHaveLength(1);
  expect(after.replaceAll(',"deployed":false', "")).toBe(before.replaceAll(',"deployed":false', ""));
  expect(await record(2)).toEqual({ ok: true, value: ["content/ledger is up to date"] });
});
