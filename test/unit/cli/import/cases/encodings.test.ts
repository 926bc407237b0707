import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/02-encodings");
const { run, compiled } = emptyRepository();

describe.skipIf(!existsSync(FOLDER))("the files of shared/cases/02-encodings (skipped if it is not there)", () => {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".xml")) : [];
  /** How the report says what was wrong. The others are right. */
  const said: Readonly<Record<string, RegExp>> = {
    a: /UTF-8, and its bytes are not: read as windows-1252/,
    b: /utf-16, and its bytes are UTF-8/,
    c: /ISO-8859-1, and its bytes are UTF-8/,
    d: /us-ascii, and its bytes are UTF-8/,
    f: /no encoding and is not UTF-8: read as windows-1252/,
    h: /a byte that is not UTF-8 was read as windows-1252/,
  };

  it.each(files)("%s is read with its letters, and its report says what was wrong", async (name) => {
    // The letters are those that the right file says in its own encoding.
    const right = new TextDecoder("utf-8").decode(readFileSync(join(FOLDER, "c-utf8-says-latin1.xml")));
    const inElement = (element: string) => new RegExp(`<item>[^]*<${element}[^>]*>([^<]*)</`).exec(right)?.[1] ?? "";
    const { isWhole, summary } = await run(join(FOLDER, name));
    expect(isWhole).toBe(true);
    const [article] = Object.values(await compiled());
    expect(article).toMatchObject({
      title: inElement("title"),
      tags: [inElement("category")],
      byline: [{ name: inElement("dc:creator") }],
    });
    expect(article?.body).toContain(/&lt;p&gt;(.*?)&lt;/.exec(inElement("description"))?.[1]);
    const line = said[name[0] ?? ""];
    expect(summary.join("\n")).toMatch(line ?? /^1 article written, 0 unchanged$/);
  });
});
