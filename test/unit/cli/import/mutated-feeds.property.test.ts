import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { emptyRepository, FIXTURES } from "./import-in.ts";

const { root, run, put, names, read } = emptyRepository();

const FILES = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.\w+$/.test(name))
  .map((name) => ({ name, bytes: readFileSync(join(FIXTURES, name)) }));
/** Bytes that change the meaning of what follows: markup, other encodings, halves of characters. */
const SIGNS = [
  "<",
  ">",
  "&",
  '"',
  "'",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "</item>",
  "<item>",
  "{",
  "[",
  "\\",
  "\uFFFD",
  "\0",
];
const BYTES = [[0xe9], [0xff, 0xfe], [0xed, 0xa0, 0xbd], [0xc3], [0xe2, 0x80], [0x1b, 0x24, 0x42], [0x92]];
const insert = fc.constantFrom(...SIGNS.map((sign) => [...Buffer.from(sign)]), ...BYTES);
const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat({ max: 40 }), insert });

/** The CPU time that 100 kB may take, in milliseconds, and what every import may take beside. */
const MAX_CPU_PER_100_KB = 1_000;
const START_CPU = 1_000;

it.each(FILES)(
  "$name with changed bytes is imported or refused, soon, and no U+FFFD is unreported",
  async ({ bytes }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        let changed = bytes;
        for (const { at, drop, insert: added } of changes) {
          const index = Math.floor(at * changed.length);
          changed = Buffer.concat([changed.subarray(0, index), Buffer.from(added), changed.subarray(index + drop)]);
        }
        put("f", changed);
        const before = process.cpuUsage();
        const { summary } = await run("f", "--force", "--site", "https://old.example.org/");
        const { user, system } = process.cpuUsage(before);
        expect((user + system) / 1_000).toBeLessThan(START_CPU + (MAX_CPU_PER_100_KB * changed.length) / 100_000);
        const damaged = names().filter((name) => read(name).includes("\uFFFD"));
        if (damaged.length > 0) expect(summary.join("\n")).toMatch(/U\+FFFD/);
        for (const name of names()) remove(name);
      }),
      { numRuns: 60 },
    );
  },
  120_000,
);

function remove(name: string): void {
  rmSync(join(root(), "content/articles", name));
}
