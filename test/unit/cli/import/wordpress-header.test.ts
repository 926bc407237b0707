import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository, FIXTURES } from "./import-in.ts";

const { run, compiled, put } = emptyRepository();
const MAX_MS = 3_000;

async function timed(file: string) {
  const start = performance.now();
  const report = await run(file);
  return { ...report, took: performance.now() - start };
}

describe("the header of a WordPress export", () => {
  it("takes no time, although it has 16 comments", async () => {
    const { isWhole, took } = await timed(join(FIXTURES, "wordpress-header.xml"));
    expect(isWhole).toBe(true);
    expect(took).toBeLessThan(MAX_MS);
    expect(Object.keys(await compiled())).toEqual(["the-lock-opens"]);
  });

  it.each([
    ["comments that are not a page", "<!-- a -->\n".repeat(5_000)],
    ["declarations", "<?xml?>".repeat(5_000)],
    ["a comment without an end", "<!-- ".repeat(10_000)],
  ])("is read in one pass if it holds %s", async (_, header) => {
    put("f", `${header}<opml/>`);
    const { isWhole, took } = await timed("f");
    expect(isWhole).toBe(false);
    expect(took).toBeLessThan(MAX_MS);
  });

  it("does not hide that the document is a web page", async () => {
    put("f", '<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n<!DOCTYPE html><title>x</title>');
    expect((await run("f")).problems).toEqual(["f: f is a web page; expected a feed or an export"]);
  });
});

const real = join(import.meta.dirname, "../../../../../shared/cases/wordpress-export.xml");

it.skipIf(!existsSync(real))("the real export in ../shared/cases comes in (skipped if it is not there)", async () => {
  const { took, total } = await timed(real);
  expect(took).toBeLessThan(MAX_MS);
  expect(total).toMatch(/^[1-9]\d* articles? written/);
});
