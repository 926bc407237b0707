import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Expectation, expectation } from "./expected.ts";

/** A copy in our own words, and what a person reads in it. */
export type Copy = { readonly name: string; readonly text: string; readonly expected: Expectation };

/** The copies of a folder of test/fixtures/wire-copy, each with a file of its expectation beside it. */
export function copiesIn(folder: string): readonly Copy[] {
  const path = join(import.meta.dirname, "../../../../fixtures/wire-copy", folder);
  return readdirSync(path)
    .filter((name) => name.endsWith(".txt"))
    .map((file) => file.slice(0, -".txt".length))
    .map((name) => ({
      name,
      text: readFileSync(join(path, `${name}.txt`), "utf8"),
      expected: expectation.parse(parse(readFileSync(join(path, `${name}.yaml`), "utf8"))),
    }));
}

/** The number of the line that a part is in. */
export function lineOf(part: Expectation["headline"]): number {
  return Number(typeof part === "string" ? part : part[0]);
}
