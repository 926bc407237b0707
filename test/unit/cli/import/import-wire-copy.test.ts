import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IMPORT } from "../../../../src/cli/commands/import.ts";
import { readCommand } from "../../../../src/cli/console/command.ts";
import { type ImportSetting, importWireCopy } from "../../../../src/cli/import/import-wire-copy.ts";
import { isTagUri } from "../../../../src/model/tag-uri.ts";
import { partsOf } from "../../import/wire-copy/words.ts";

const repository = join(import.meta.dirname, "../../../..");
const SLUG = "port-ellery-ferry-to-stay-in-dock-until-summer";
const ARTICLE = `content/articles/${SLUG}.md`;
/** A GIF of one pixel. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-import-"));
  mkdirSync(join(root, "content/articles"), { recursive: true });
  writeFileSync(
    join(root, "content/publication.yaml"),
    'title: Harbour\nidentity:\n  authority: example.org\n  date: "2026-01-01"\n',
  );
  for (const name of ["ferry", "plain"])
    cpSync(join(repository, `test/fixtures/wire-copy/${name}.txt`), join(root, `${name}.txt`));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(root, path), "utf8");
const write = (path: string, bytes: string | Uint8Array) => writeFileSync(join(root, path), bytes);
const articles = () => readdirSync(join(root, "content/articles"));

function run(args: readonly string[], setting: Partial<ImportSetting> = {}) {
  const parsed = readCommand(IMPORT, args);
  if (!parsed.ok || parsed.value.kind !== "run") throw new Error(JSON.stringify(parsed));
  const randomBytes = (count: number) => Uint8Array.from({ length: count }, (_, index) => index * 7);
  return importWireCopy(parsed.value.options, { root, workingFolder: root, randomBytes, ...setting });
}

describe("importWireCopy", () => {
  it("writes the article under its slug with an id of the publication", async () => {
    const outcome = await run(["ferry.txt", "--zone", "Asia/Hong_Kong", "--url", "https://example.org/ferry"]);
    expect(outcome).toMatchObject({ ok: true, value: { written: [ARTICLE] } });
    const { fields, body } = partsOf(read(ARTICLE));
    expect(isTagUri(String(fields.id))).toBe(true);
    expect(fields).toEqual({
      id: expect.stringMatching(/^tag:example\.org,2026-01-01:/),
      title: "Port Ellery ferry to stay in dock until summer",
      agency: "Coastal News Agency",
      dateline: "PORT ELLERY",
      published: "2024-03-03T18:05:00+08:00",
      updated: "2025-04-12T07:20:00+08:00",
      image: {
        caption:
          "Ada Ferrier, harbour master of Port Ellery, reads the tide table beside the slipway on March 3, 2024.",
        credit: "BO LINDQVIST/POOL/COASTAL",
      },
      canonical: "https://example.org/ferry",
    });
    expect(body.length).toBe(10);
  });

  it("reports its guesses and the related links without an address", async () => {
    write("content/articles/slipway.md", "---\ntitle: 'Slipway reopens: what skippers need to know'\n---\nIt is.\n");
    write(
      "content/articles/mail.md",
      "---\ntitle: 'Twelve seats and a dog: a day on the mail boat'\nstatus: draft\n---\n.\n",
    );
    write("content/articles/broken.md", "---\ntitle: [\n---\n");
    const outcome = await run(["ferry.txt", "--zone", "Asia/Hong_Kong"]);
    expect(outcome.ok && outcome.value.notes.slice(-2)).toEqual([
      "READ MORE: Slipway reopens: what skippers need to know: linked to /articles/slipway, which has this title",
      'no address for ALSO READ: Twelve seats and a dog: a day on the mail boat: add href="…" to it',
    ]);
    expect(read(ARTICLE)).toContain('{label="READ MORE" href="/articles/slipway"}');
  });

  it("asks for the zone only if it is needed and somebody can answer", async () => {
    const asked: string[] = [];
    const askZone = async (found: string) => {
      asked.push(found);
      return " Europe/Berlin ";
    };
    expect((await run(["ferry.txt"], { askZone })).ok).toBe(true);
    expect(partsOf(read(ARTICLE)).fields.published).toBe("2024-03-03T18:05:00+01:00");
    expect((await run(["plain.txt"], { askZone })).ok).toBe(true);
    expect(asked).toEqual(["18:05, March 3, 2024"]);
    expect(await run(["ferry.txt", "--slug", "a"], { askZone: async () => "" })).toMatchObject({
      ok: false,
      error: { isMisuse: true },
    });
  });

  it("overwrites an article only with --force, and the article keeps its id", async () => {
    write(ARTICLE, "---\nid: tag:example.org,2026-01-01:articles/kept\n---\nMine.\n");
    const args = ["ferry.txt", "--zone", "UTC"];
    expect(await run(args)).toEqual({
      ok: false,
      error: {
        isMisuse: false,
        message: `${ARTICLE} already exists; add --force to replace it, or --slug to choose another name`,
      },
    });
    expect(read(ARTICLE)).toBe("---\nid: tag:example.org,2026-01-01:articles/kept\n---\nMine.\n");
    expect(await run([...args, "--slug", "ferry"])).toMatchObject({
      ok: true,
      value: { written: ["content/articles/ferry.md"] },
    });
    const forced = await run([...args, "--force"]);
    expect(forced.ok && forced.value.notes.at(-1)).toBe(
      "id: kept tag:example.org,2026-01-01:articles/kept, of the replaced file",
    );
    expect(partsOf(read(ARTICLE)).fields.id).toBe("tag:example.org,2026-01-01:articles/kept");
  });
});

describe("importWireCopy with a picture", () => {
  const args = ["ferry.txt", "--zone", "UTC", "--image", "camera.jpeg"];
  const picture = `content/media/${SLUG}.gif`;

  it("copies it under the slug with the extension that fits its bytes", async () => {
    write("camera.jpeg", GIF);
    expect(await run(args)).toMatchObject({ ok: true, value: { written: [picture, ARTICLE] } });
    expect(readFileSync(join(root, picture))).toEqual(GIF);
    expect(partsOf(read(ARTICLE)).fields.image).toMatchObject({
      src: `${SLUG}.gif`,
      credit: "BO LINDQVIST/POOL/COASTAL",
    });
  });

  it("keeps an equal file, and replaces another one only with --force", async () => {
    write("camera.jpeg", GIF);
    mkdirSync(join(root, "content/media"));
    write(picture, "another");
    const outcome = await run(args);
    expect(outcome).toMatchObject({ ok: false, error: { isMisuse: false } });
    expect(articles()).toEqual([]);
    expect(await run([...args, "--force"])).toMatchObject({ ok: true, value: { written: [picture, ARTICLE] } });
    expect(await run([...args, "--force"])).toMatchObject({ ok: true, value: { written: [ARTICLE] } });
  });

  it("refuses a missing file and a file that is not a picture, and writes nothing", async () => {
    write("camera.jpeg", "no picture");
    expect(await run(args)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("expected a picture") },
    });
    rmSync(join(root, "camera.jpeg"));
    expect(await run(args)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("there is no such file") },
    });
    expect(articles()).toEqual([]);
    expect(existsSync(join(root, "content/media"))).toBe(false);
  });
});

describe("a file that is not an article", () => {
  it.each([
    ["empty", "", "the file is empty"],
    ["JSON", "{}", "the file is JSON; copy the article from the page as plain text"],
    [
      "HTML",
      "<!doctype html><title>Quay</title>",
      "the file is HTML or XML; copy the article from the page as plain text",
    ],
    ["binary", GIF, "the file is not UTF-8 text; copy the article from the page as plain text, and save it as UTF-8"],
    [
      "a headline without text",
      "Quay opens\nPublished: 2024-03-03 21:42 UTC",
      "found no paragraph of text after the headline",
    ],
    ["too large", "a".repeat(1_000_001), "the file has 1000001 bytes; an article has at most 1000000"],
    [
      "published at a time that the clocks skipped",
      "Quay opens\nPublished: 2024-03-31 02:30\nIt is open.",
      '"2024-03-31 02:30" never was in Europe/Berlin: clocks went forward over it. It means 2024-03-31T01:30:00+01:00 or 2024-03-31T03:30:00+02:00: write one of them in the file',
    ],
    [
      "published at a time that the clocks repeated",
      "Quay opens\nPublished: 2024-10-27 02:30\nIt is open.",
      '"2024-10-27 02:30" was twice in Europe/Berlin: clocks went back over it. It means 2024-10-27T02:30:00+02:00 or 2024-10-27T02:30:00+01:00: write one of them in the file',
    ],
    [
      "published in a zone with an ambiguous abbreviation",
      "Quay opens\nPublished: 2024-03-03 21:42 IST\nIt is open.",
      '"2024-03-03 21:42 IST" does not say in which zone: IST means +01:00 or +02:00 or +05:30; add --zone with the zone of the newsroom, or write the offset in the file',
    ],
  ])("is reported and nothing is written: %s", async (_, bytes, message) => {
    write("copy.txt", bytes);
    expect(await run(["copy.txt", "--zone", "Europe/Berlin"])).toEqual({
      ok: false,
      error: { isMisuse: false, message: `copy.txt: ${message}` },
    });
    expect(articles()).toEqual([]);
  });

  it("reports a missing file and a publication without an identity", async () => {
    expect(await run(["none.txt"])).toEqual({
      ok: false,
      error: { isMisuse: false, message: "none.txt: there is no such file" },
    });
    rmSync(join(root, "content/publication.yaml"));
    expect(await run(["ferry.txt", "--zone", "UTC"])).toMatchObject({
      error: {
        message: "content/publication.yaml: expected identity with authority and date, to make the article's id",
      },
    });
  });
});

describe("the command", () => {
  const command = (...args: readonly string[]) => {
    const { INIT_CWD: _, ...env } = process.env;
    const script = join(repository, "src/cli/commands/import.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };

  it("writes the article and prints what to check", () => {
    const { status, stdout, stderr } = command("ferry.txt", "--zone", "Asia/Hong_Kong");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n").slice(0, 4)).toEqual([
      `Wrote ${ARTICLE}`,
      'Headline: "Port Ellery ferry to stay in dock until summer"',
      "Please check what was guessed:",
      '  byline: took "Coastal News Agency" for an agency',
    ]);
  });

  it("names the headline below a kicker, what was not found, and what was left out", () => {
    write(
      "kicker.txt",
      "Asia\nFerry of Port Ellery sails again after repairs\nBy Jane Example\nPublished: 2024-03-03 21:42 UTC\n" +
        "Updated 2 hours ago\n4 min read\n\nThe ferry of Port Ellery sailed on Sunday.\n",
    );
    const { status, stdout } = command("kicker.txt");
    expect({ status, lines: stdout.trimEnd().split("\n") }).toEqual({
      status: 0,
      lines: [
        "Wrote content/articles/ferry-of-port-ellery-sails-again-after-repairs.md",
        'Headline: "Ferry of Port Ellery sails again after repairs"',
        "Please check what was guessed:",
        '  byline: took "Jane Example" for a person',
        "Not found in the copy:",
        ...["  summary", "  agency", "  dateline", "  caption", "  credit"],
        '  updated: "2 hours ago" names no moment',
        "Left out, as furniture of the page:",
        ...["  Asia", "  4 min read", "  Updated 2 hours ago"],
      ],
    });
  });

  it("does not guess the zone if nobody can be asked", () => {
    expect(command("ferry.txt")).toEqual({
      status: 2,
      stdout: "",
      stderr:
        'ferry.txt: "18:05, March 3, 2024" does not say in which zone; add --zone with the zone of the newsroom, such as --zone Asia/Hong_Kong\n',
    });
    expect(command("ferry.txt", "--zone", "Hong Kong")).toEqual({
      status: 2,
      stdout: "",
      stderr:
        'ferry.txt: "Hong Kong" is no time zone; expected a name such as Asia/Hong_Kong, Europe/Berlin or UTC, or an offset such as +08:00\n',
    });
    expect(articles()).toEqual([]);
  });

  it("exits with 1 if the file is not an article", () => {
    write("empty.txt", "");
    expect(command("empty.txt")).toEqual({ status: 1, stdout: "", stderr: "empty.txt: the file is empty\n" });
  });

  it.each([
    ["an unknown flag", ["ferry.txt", "--zoen", "UTC"], /^Unknown option '--zoen'/],
    ["no file", [], /^name the file to import\n/],
    ["two files", ["ferry.txt", "plain.txt"], /^one file at a time: what is "plain.txt"\?\n/],
    ["an invalid address", ["ferry.txt", "--url", "example"], /^--url example: expected an absolute address/],
    ["an invalid slug", ["ferry.txt", "--slug", "../a"], /^--slug \.\.\/a: expected letters and digits/],
  ])("exits with 2 and its usage if it gets %s", (_, args, message) => {
    const { status, stdout, stderr } = command(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).toContain("\nUsage: npm run import -- FILE --zone ZONE [options]\n");
  });
});
