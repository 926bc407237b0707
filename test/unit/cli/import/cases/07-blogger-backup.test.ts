import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyRepository } from "../import-in.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../shared/cases/07-blogger-backup");
const { run, compiled } = emptyRepository();

describe.skipIf(!existsSync(FOLDER))("07-blogger-backup (skipped if it is not there)", () => {
  it("blog.xml: one article, one draft, and the rest is left out and counted", async () => {
    const { problems, total, summary } = await run(join(FOLDER, "blog.xml"));
    expect(problems).toEqual([]);
    expect(total).toContain("2 articles written (1 as drafts), 0 unchanged");
    for (const kind of ["template", "setting", "comment"]) expect(summary.join("\n")).toContain(`left out: 1 ${kind}`);
    const articles = Object.values(await compiled());
    expect(articles.map(({ title, status, tags }) => [title, status, tags])).toEqual(
      expect.arrayContaining([
        ["Out", "published", ["ferries"]],
        ["Not to be seen", "draft", []],
      ]),
    );
    expect(articles).toHaveLength(2);
  });

  it("draft2007.xml: a draft in the namespace of RFC 5023 stays a draft", async () => {
    await run(join(FOLDER, "draft2007.xml"));
    expect((await compiled()).d?.status).toBe("draft");
  });
});
