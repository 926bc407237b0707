import { join } from "node:path";
import { describe, expect } from "vitest";
import { runCommand } from "./harness/run-command.ts";
import { test } from "./harness/served-test.ts";

describe("the doctor", () => {
  test.for(["/", "/rss.xml", "/tags/feeds/atom.xml", "/feed.json"])(
    "reports no errors and no warnings for this service: %s",
    async (path, { repository, server }) => {
      const script = join(repository, "src/cli/commands/doctor.ts");
      const args = [script, "--allow-private", "--strict", "--json", server.origin + path];
      const { exitCode, stdout } = await runCommand(process.execPath, args, { cwd: server.scratch, environment: {} });
      const { findings }: { findings: { id: string; level: string }[] } = JSON.parse(stdout);
      expect(findings.filter(({ level }) => level !== "note")).toEqual([]);
      expect(exitCode).toBe(0);
    },
  );
});
