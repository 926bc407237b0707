import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { readContent } from "../../../../src/cli/build/content-sources.ts";
import { IMPORT_FEED } from "../../../../src/cli/commands/import-feed.ts";
import { readCommand } from "../../../../src/cli/console/command.ts";
import { importFeed } from "../../../../src/cli/import/import-feed.ts";
import { compileContent } from "../../../../src/compile/compile-content.ts";
import { formatFault } from "../../../../src/compile/content-fault.ts";

export const FIXTURES = join(import.meta.dirname, "../../../fixtures/imports");

const PUBLICATION = `title: Harbour
address: https://news.example.org
description: News.
language: en
identity: { authority: example.org, date: "2026-01-01" }
sections: [{ slug: harbour, title: Harbour }]
`;

/** A repository of a test's own with a publication and nothing else. */
export function emptyRepository() {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "dateline-import-feed-"));
    mkdirSync(join(root, "content/articles"), { recursive: true });
    writeFileSync(join(root, "content/publication.yaml"), PUBLICATION);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const path = (name: string) => join(root, "content/articles", name);
  return {
    root: () => root,
    names: () => readdirSync(join(root, "content/articles")).sort(),
    read: (name: string) => readFileSync(path(name), "utf8"),
    write: (name: string, text: string) => writeFileSync(path(name), text),
    put: (name: string, bytes: string | Uint8Array) => writeFileSync(join(root, name), bytes),
    run: async (...args: readonly string[]) => {
      const read = readCommand(IMPORT_FEED, args);
      if (!read.ok || read.value.kind !== "run") throw new Error(JSON.stringify(read));
      const { options } = read.value;
      const outcome = await importFeed(options, { root, workingFolder: root });
      if (!outcome.ok) throw new Error(outcome.error.message);
      const { problems, summary } = outcome.value.lines(options.isDryRun);
      return { problems, summary, total: summary.at(-1), isWhole: outcome.value.isWhole };
    },
    /** The articles as the build compiles them, by slug. Throws with the faults if there are any. */
    compiled: async () => {
      const options = { mode: "development", randomBytes: (count: number) => new Uint8Array(count) } as const;
      const content = compileContent(await readContent(root), options);
      if (!content.ok) throw new Error(content.error.faults.map(formatFault).join("\n"));
      return Object.fromEntries(content.value.articles.map((article) => [article.slug, article]));
    },
  };
}
