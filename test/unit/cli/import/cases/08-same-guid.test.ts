import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/08-same-guid");
const { run, compiled, names, read } = emptyRepository();

describe.skipIf(!existsSync(FOLDER))("08-same-guid (skipped if it is not there)", () => {
  it.each([
    ["empty.xml", ["first", "second", "third"]],
    ["feed.xml", ["first", "second", "third"]],
    ["zero.xml", ["first", "second", "third"]],
    ["feed.json", ["a", "b"]],
  ])("%s: every story is an article, and the next import changes nothing", async (name, slugs) => {
    const first = await run(join(FOLDER, name));
    expect(first.total).toBe(`${slugs.length} articles written, 0 unchanged`);
    const articles = await compiled();
    expect(Object.keys(articles).sort()).toEqual(slugs);
    expect(new Set(Object.values(articles).map(({ id }) => id)).size).toBe(slugs.length);
    const before = names().map(read);
    expect((await run(join(FOLDER, name))).total).toBe(`0 articles written, ${slugs.length} unchanged`);
    expect(names().map(read)).toEqual(before);
  });
});
