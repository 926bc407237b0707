import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../../src/model/article.ts";
import { renderAtom } from "../../../src/render/atom.ts";
import { feedOf, fullArticle, plainArticle, publication } from "../../fixtures/full-article.ts";

/**
 * The schema of RFC 4287 appendix B, which is stored beside the repository, and its validator (Debian package `jing`).
 */
const SCHEMA = join(import.meta.dirname, "../../../../shared/schemas/atom.rnc");
const reason = !existsSync(SCHEMA)
  ? "no ../shared/schemas/atom.rnc"
  : spawnSync("jing", { stdio: "ignore" }).error
    ? "no jing: apt-get install jing"
    : undefined;

describe.skipIf(reason !== undefined)(`by the schema of RFC 4287${reason ? ` (skipped: ${reason})` : ""}`, () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dateline-atom-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function jing(document: string) {
    const file = join(folder, "feed.atom");
    writeFileSync(file, document);
    const { stdout, status } = spawnSync("jing", ["-c", SCHEMA, file], { encoding: "utf8" });
    return { complaints: stdout, status };
  }

  const { title, address, description, language, identity } = publication;
  const bare = { title, address, description, language, identity, people: [], sections: [] };
  const cases: [string, readonly Article[], typeof publication][] = [
    ["a full feed", [fullArticle, plainArticle], publication],
    ["an empty feed", [], publication],
    ["an entry without a byline", [{ ...fullArticle, byline: [] }], publication],
    ["a picture without a file", [{ ...fullArticle, image: { caption: "Lost" }, attachments: [] }], publication],
    ["a bare publication", [plainArticle], bare],
  ];

  test.each(cases)("%s is valid", (_, entries, publication) => {
    expect(jing(renderAtom(feedOf(entries, { publication })))).toEqual({ complaints: "", status: 0 });
  });

  test("a feed without an id is invalid, so the schema is applied", () => {
    const withoutId = renderAtom(feedOf([])).replace(/<id>.*<\/id>/, "");
    expect(jing(withoutId)).toMatchObject({
      complaints: expect.stringContaining("missing required element"),
      status: 1,
    });
  });
});
