import { join } from "node:path";
import { expect, test } from "vitest";
import { runToSuccess } from "./harness/run-command.ts";

const ROOT = join(import.meta.dirname, "../..");
const SECONDS = 600;

// The same with 100,000 articles and 50 changes: npm run bench -- crawl --articles 100000
test(
  "readers of each format get every article once, and documents are those of a newsroom after each change and build",
  async () => {
    const args = ["test/bench/bench.ts", "crawl", "--articles", "130", "--steps", "8"];
    const environment = { ...process.env, WRANGLER_SEND_METRICS: "false" };
    const output = await runToSuccess(process.execPath, args, {
      cwd: ROOT,
      environment: definedIn(environment),
      seconds: SECONDS,
    });
    for (const format of ["/rss.xml", "/atom.xml", "/feed.json"])
      expect(output).toMatch(new RegExp(`^${format} +\\d+ +130 +0 `, "m"));
    expect(output).toContain("documents compared, no difference");
  },
  SECONDS * 1_000,
);

function definedIn(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
