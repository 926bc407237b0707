import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeOutput, misfits, size } from "../../../../../src/cli/build/output/describe-output.ts";
import { type MeasuredOutput, measureOutput } from "../../../../../src/cli/build/output/measure-output.ts";

let output = "";
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(output, path)), { recursive: true });
  writeFileSync(join(output, path), content);
};
const article = (name: string, bytes: number) => ({ file: `content/articles/${name}`, facts: { size: bytes } });

beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), "dateline-output-"));
  write("content.js", "x".repeat(412_345));
});
afterEach(() => rmSync(output, { recursive: true, force: true }));

describe("the report on a build", () => {
  test("has the files by kind with their sizes, the largest files by what they are, and the largest articles", () => {
    write("assets/content/feeds/0123456789abcdef0123/feed", brotliCompressSync('{"key":"tags/ferries"}'));
    write("assets/content/feeds/0123456789abcdef0123/12", Buffer.alloc(50_000));
    write("assets/content/feeds/aaaaaaaaaaaaaaaaaaaa/7", Buffer.alloc(40_000));
    write("assets/content/words/0", Buffer.alloc(10));
    write("assets/hot/0123", Buffer.alloc(30_000));
    write("assets/media/abcd/quay.gif", Buffer.alloc(1_200_000));
    const articles = [article("a.md", 5), article("b.md", 98_765), article("c.md", 1_000), article("d.md", 999)];
    const feedBytes = brotliCompressSync('{"key":"tags/ferries"}').length;
    expect(describeOutput(output, articles)).toEqual({
      lines: [
        `static assets: 6 files, 1.3 MB: 4 data files (90.0 kB), 1 hot document (30.0 kB), 1 media file (1.2 MB)`,
        "largest files: 1.2 MB media/abcd/quay.gif; 50.0 kB archive 12 of the feed tags/ferries; 40.0 kB archive 7 of the feed of all articles",
        "in the Worker's bundle: 412 kB of content",
        "fits the free plan: 6 of 20,000 files",
        "largest articles: 98.8 kB content/articles/b.md; 1.0 kB content/articles/c.md; 999 bytes content/articles/d.md",
      ],
      warnings: [],
    });
    expect(measureOutput(output, 0).bytes).toBe(50_000 + 40_000 + 10 + 30_000 + 1_200_000 + feedBytes);
  });

  test("of a newsroom, and of an empty publication, has what is there", () => {
    expect(describeOutput(output, []).lines).toEqual([
      "static assets: 0 files, 0 bytes",
      "in the Worker's bundle: 412 kB of content",
      "fits the free plan: 0 of 20,000 files",
    ]);
  });
});

describe("what would not fit", () => {
  const measured: MeasuredOutput = { kinds: [], count: 1, bytes: 1, largest: [], bundled: 1 };
  const MIB = 1_024 ** 2;

  test.each([
    [20_000, []],
    [20_001, ["the free plan of Cloudflare takes 20,000"]],
    [100_000, ["the free plan of Cloudflare takes 20,000"]],
    [100_001, ["the free plan of Cloudflare takes 20,000", "the paid plan of Cloudflare takes 100,000"]],
  ])("%i files", (count, expected) => {
    const found = misfits({ ...measured, count });
    expect(found).toHaveLength(expected.length);
    for (const [index, words] of expected.entries()) expect(found[index]).toContain(words);
  });

  test("a file above 25 MiB is named, and one of just that size is not", () => {
    const file = (about: string, bytes: number) => ({ path: about, about, bytes });
    const largest = [file("archive 3 of the feed tags/ferries", 25 * MIB + 1), file("media/a/film.mp4", 25 * MIB)];
    expect(misfits({ ...measured, largest })).toEqual([
      "static assets: found 26.2 MB in archive 3 of the feed tags/ferries; Cloudflare takes 25 MiB a file: lower FEED_ENTRIES or FEED_BYTES, or host the file elsewhere",
    ]);
  });

  test("a bundle of more than 64 MiB", () => {
    expect(misfits({ ...measured, bundled: 64 * MIB + 1 })).toEqual([
      "the Worker's bundle: found 67.1 MB of content; Cloudflare takes 64 MiB with the code",
    ]);
    expect(misfits({ ...measured, bundled: 64 * MIB })).toEqual([]);
  });
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_000, "1.0 kB"],
  [99_949, "99.9 kB"],
  [99_999, "100.0 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [8_123_000_000, "8,123 MB"],
])("%i bytes are written as %s", (bytes, text) => expect(size(bytes)).toBe(text));
