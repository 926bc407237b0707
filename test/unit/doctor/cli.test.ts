import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DOCTOR } from "../../../src/cli/commands/doctor.ts";
import { readCommand } from "../../../src/cli/console/command.ts";
import { ALL_CHECKS } from "../../../src/doctor/all-checks.ts";
import { fields, redirect } from "./misbehaviour.ts";
import { type Quirks, startSite } from "./site.ts";

const repository = join(import.meta.dirname, "../../..");
const node = join(repository, "node_modules/.bin/node");

/** Runs the command as npm does. The server is in this process. */
function doctor(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(node, ["src/cli/commands/doctor.ts", ...args], { cwd: repository }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

async function doctorAt(quirks: Quirks, ...args: readonly string[]) {
  await using site = await startSite(quirks);
  return await doctor(`${site.origin}/rss.xml`, ...args);
}

describe("the command", () => {
  test.each<readonly [number, string, Quirks, readonly string[]]>([
    [0, "there are only notes and warnings", fields({ "cache-control": "no-store" }), ["--allow-private"]],
    [1, "there is a warning and --strict", fields({ "cache-control": "no-store" }), ["--allow-private", "--strict"]],
    [1, "there is an error", fields({ "content-type": "text/html" }), ["--allow-private"]],
    [0, "the typed address is private", {}, []],
    [3, "it redirects to another private address", redirect({ "/rss.xml": "http://127.0.0.2:1/" }), []],
    [3, "it redirects in a circle", redirect({ "/rss.xml": "/rss.xml" }), ["--allow-private"]],
    [3, "there is no answer in time", { raw: () => true }, ["--allow-private", "--timeout", "0.2"]],
  ])("exits with %i if %s", async (code, _, quirks, args) => {
    const ended = await doctorAt(quirks, ...args);
    expect(ended).toMatchObject({ code, stderr: "" });
    expect(ended.stdout).toMatch(/ · \d+ requests?\n$/);
    expect(ended.stdout).not.toContain("\u001b");
  });

  test("prints one line of JSON with --json", async () => {
    const { code, stdout } = await doctorAt({}, "--allow-private", "--json");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, source: "address", readable: true });
  });

  test("lists every rule", async () => {
    const { code, stdout } = await doctor("--list");
    expect(code).toBe(0);
    expect(stdout.match(/^\S+(?= \()/gm)).toEqual(ALL_CHECKS.map(({ id }) => id));
  });

  test("exits with 2 and prints its usage if an option is unknown", async () => {
    const { code, stderr } = await doctor("--nonsense");
    expect(code).toBe(2);
    expect(stderr).toContain("Usage: npm run doctor");
  });
});

describe("the options", () => {
  test.each([
    [[]],
    [["ftp://a.example/"]],
    [["file://other-host/feed.xml"]],
    [["-", "-"]],
    [["a.example", "--base", "https://a.example/"]],
    [["a.xml", "b.xml", "--base", "https://a.example/"]],
    [["-", "--base", "feed"]],
    [["a.example", "--as-readers", "--no-readers"]],
    [["http://["]],
    [["a.example", "--timeout", "-1"]],
    [["a.example", "--timeout=0"]],
    [["a.example", "--max-bytes", "1e3"]],
    [["a.example", "--user-agent", "a\r\nb: c"]],
    [["a.example", "--user-agent", ""]],
  ])("refuses %j", (args) => expect(readCommand(DOCTOR, args)).toMatchObject({ ok: false }));

  test("reads a host without a scheme as https, and all options", () => {
    const args = ["Example.org/feed", "--json", "--strict", "--verbose", "--allow-private", "--timeout", "2.5"];
    expect(readCommand(DOCTOR, [...args, "--max-bytes", "5000", "--user-agent", "Test/1"])).toMatchObject({
      ok: true,
      value: {
        kind: "run",
        options: {
          kind: "check",
          options: {
            sources: [
              {
                kind: "address",
                name: "Example.org/feed",
                address: "https://example.org/feed",
                instead: "http://example.org/feed",
              },
            ],
            asJson: true,
            isStrict: true,
            isVerbose: true,
            settings: {
              fetch: { timeoutMs: 2_500, maxBytes: 5_000, userAgent: "Test/1", maxRequests: 60 },
              mayAskPrivate: true,
              asReaders: "typed",
              base: undefined,
            },
          },
        },
      },
    });
  });

  test.each([
    [["a.example"], { asReaders: "typed", mayAskPrivate: false }],
    [["a.example", "--as-readers"], { asReaders: "all" }],
    [["a.example", "--no-readers"], { asReaders: "none" }],
    [["a.example", "--allow-private"], { mayAskPrivate: true }],
    [["-", "--base", "https://a.example/feed"], { base: "https://a.example/feed" }],
  ])("reads %j", (args, settings) =>
    expect(readCommand(DOCTOR, args)).toMatchObject({ ok: true, value: { options: { options: { settings } } } }),
  );

  test.each([
    ["--help", { kind: "help" }],
    ["-h", { kind: "help" }],
    ["--list", { kind: "run", options: { kind: "list" } }],
  ])("reads %s", (flag, value) => expect(readCommand(DOCTOR, [flag])).toEqual({ ok: true, value }));
});
