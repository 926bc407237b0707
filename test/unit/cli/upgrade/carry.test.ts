import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { withWorkerName } from "../../../../src/cli/init/worker-names.ts";
import { carryJson } from "../../../../src/cli/upgrade/carry-json.ts";
import { carrySettings } from "../../../../src/cli/upgrade/carry-settings.ts";

const WRANGLER = readFileSync(join(import.meta.dirname, "../../../../wrangler.toml"), "utf8");

describe("carrySettings", () => {
  test("gives the later text if the owner changed nothing, to the byte", () => {
    expect(carrySettings(WRANGLER, WRANGLER, `${WRANGLER}\n# More\n`)).toBe(`${WRANGLER}\n# More\n`);
  });

  test("carries names, and values of several lines, at the top, in tables and in tables of an array", () => {
    const routes = 'routes = [\n  { pattern = "harbour.news", custom_domain = true }, # "]"\n]';
    const ours = withWorkerName(WRANGLER, "harbour")
      .replace("send_metrics = false", `send_metrics = true\n${routes}`)
      .replace("[observability]\nenabled = true", "[observability]\nenabled = false\nhead_sampling_rate = 0.5")
      .concat('\n[[analytics_engine_datasets]]\nbinding = "A"\n\n[placement]\nmode = "smart"\n');
    const theirs = WRANGLER.replace(/^compatibility_date = .*$/m, 'compatibility_date = "2030-01-01"').concat(
      "\n[limits]\ncpu_ms = 10\n",
    );
    const merged = parse(carrySettings(WRANGLER, ours, theirs));
    expect(merged).toEqual({ ...parse(ours), compatibility_date: "2030-01-01", limits: { cpu_ms: 10 } });
  });
});

describe("carryJson", () => {
  const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  test("carries what the owner changed, added and removed, and takes the rest", () => {
    const base = { name: "a", version: "1", scripts: { build: "b", test: "t" }, old: 1, list: [1] };
    const ours = { name: "mine", version: "1", scripts: { build: "b", own: "o" }, old: 1, list: [1] };
    const theirs = { name: "a", version: "2", scripts: { build: "b2", test: "t", more: "m" }, list: [1, 2] };
    expect(carryJson(text(base), text(ours), text(theirs))).toBe(
      text({ name: "mine", version: "2", scripts: { build: "b2", more: "m", own: "o" }, list: [1, 2] }),
    );
  });
});
