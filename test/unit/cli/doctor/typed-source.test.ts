import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { typedSource } from "../../../../src/cli/doctor/typed-source.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-doctor-"));
mkdirSync(join(folder, "feeds"));
for (const name of ["feed.xml", "feeds/b.xml", "feeds/a.xml", "feeds/c.json", "example.org"])
  writeFileSync(join(folder, name), "<rss/>");

const read = (typed: string) => typedSource(typed, folder);
const file = (name: string, path = join(folder, name)) => ({ kind: "file", name, path });

describe("a word of the command line", () => {
  test.each([
    ["feed.xml", [file("feed.xml")]],
    ["./feed.xml", [file("./feed.xml", join(folder, "feed.xml"))]],
    ["feeds/a.xml", [file("feeds/a.xml")]],
    ["feeds/*.xml", [file("feeds/a.xml"), file("feeds/b.xml")]],
    ["feeds/*.{xml,json}", [file("feeds/a.xml"), file("feeds/b.xml"), file("feeds/c.json")]],
    ["file:feed.xml", [file("feed.xml")]],
    [pathToFileURL(join(folder, "feed.xml")).href, [expect.objectContaining({ path: join(folder, "feed.xml") })]],
    // A file that is there is meant, whatever it is called.
    ["example.org", [file("example.org")]],
  ])("is a file: %s", (typed, value) => expect(read(typed)).toEqual({ ok: true, value }));

  test.each([["missing.xml"], ["./missing"], ["missing/feed.xml"], ["/missing.xml"], ["missing/*.xml"], ["word"]])(
    "is a file that is not there, which its report says: %s",
    (typed) => expect(read(typed)).toMatchObject({ ok: true, value: [{ kind: "file", name: typed }] }),
  );

  test.each([
    ["https://example.org/feed.xml", "https://example.org/feed.xml"],
    ["example.com/feed.xml", "https://example.com/feed.xml"],
    ["localhost:8787", "http://localhost:8787/"],
    ["localhost:8787/*.xml", "http://localhost:8787/*.xml"],
  ])("is an address: %s", (typed, address) =>
    expect(read(typed)).toMatchObject({ ok: true, value: [{ kind: "address", name: typed, address }] }),
  );

  test("is the standard input", () => expect(read("-")).toMatchObject({ ok: true, value: [{ kind: "input" }] }));

  test.each(["ftp://example.org/", "file://host/x.xml", "http://["])("is wrong: %s", (typed) =>
    expect(read(typed)).toMatchObject({ ok: false, error: expect.stringContaining(typed) }),
  );
});
