import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { expectation } from "./expected.ts";
import { scoreOf, tableOf } from "./score.ts";

const folder = join(import.meta.dirname, "../../../../../../shared/cases");
const expected = z
  .record(z.string(), expectation)
  .parse(parse(readFileSync(join(import.meta.dirname, "shared.yaml"), "utf8")));

describe.skipIf(!existsSync(join(folder, "13-wire")))(
  "the copies in ../shared/cases (skipped if it is not there)",
  () => {
    it("are read with every element in its field, none invented and no word lost", () => {
      const scores = Object.entries(expected).map(
        ([name, each]) => [name, scoreOf(readFileSync(join(folder, name), "utf8"), each)] as const,
      );
      const table = tableOf(scores);
      console.info(table);
      for (const [name, score] of scores)
        expect(score, `${name}\n${table}`).toMatchObject({ missing: [], invented: [], lost: [] });
    });
  },
);
