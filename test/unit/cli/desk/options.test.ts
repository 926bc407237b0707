import { describe, expect, it } from "vitest";
import { EXPORT } from "../../../../src/cli/commands/export.ts";
import { PUBLISH } from "../../../../src/cli/commands/publish.ts";
import { readCommand } from "../../../../src/cli/console/command.ts";
import { showProgress } from "../../../../src/cli/console/progress.ts";
import { readDeskAddress } from "../../../../src/cli/desk-client/desk-options.ts";
import { retryPause } from "../../../../src/cli/desk-client/retry-pause.ts";
import { describeRefusal } from "../../../../src/cli/publish/push-report.ts";

const TO = ["--to", "https://news.example.org/"];

describe("the options of publish", () => {
  it("default to content/ and to the token of the environment", () => {
    expect(readCommand(PUBLISH, TO, { DATELINE_TOKEN: "t" })).toEqual({
      ok: true,
      value: {
        kind: "run",
        options: {
          folder: "content",
          to: "https://news.example.org",
          token: "t",
          isDryRun: false,
          isMinor: false,
          restores: false,
        },
      },
    });
    const args = ["out", ...TO, "--token", "x", "--dry-run", "--restore", "--retract-missing", " Old. "];
    expect(readCommand(PUBLISH, args, { DATELINE_TOKEN: "t" })).toMatchObject({
      value: { options: { folder: "out", token: "x", isDryRun: true, restores: true, retractMissing: "Old." } },
    });
    expect(readCommand(PUBLISH, ["--help"])).toEqual({ ok: true, value: { kind: "help" } });
  });

  it.each([
    [[], "say where to: --to https://news.example.org"],
    [["--to", "news"], "--to news: expected the address of a newsroom, such as https://news.example.org"],
    [TO, "the newsroom asks for a token: set DATELINE_TOKEN, or add --token"],
    [[...TO, "--token", "a b"], "the token has characters that tokens do not have: copy it again"],
    [[...TO, "--token", "t", "a", "b"], 'one folder: what is "b"?'],
    [[...TO, "--token", "t", "--retract-missing", " "], "--retract-missing: give the reason, which readers are told"],
    [[...TO, "--tokem", "t"], /^Unknown option '--tokem'/],
  ])("%j is refused", (args, message) => {
    expect(readCommand(PUBLISH, args, {})).toEqual({
      ok: false,
      error: { message: typeof message === "string" ? message : expect.stringMatching(message) },
    });
  });
});

describe("the options of export", () => {
  it("name the newsroom and the folder", () => {
    expect(readCommand(EXPORT, ["--from", "http://localhost:8787", "--to", "out"], { DATELINE_TOKEN: "t" })).toEqual({
      ok: true,
      value: { kind: "run", options: { from: "http://localhost:8787", to: "out", token: "t", isForced: false } },
    });
    const message = (args: readonly string[]) => readCommand(EXPORT, args, { DATELINE_TOKEN: "t" });
    expect(message(["--from", "http://localhost:1"])).toMatchObject({
      error: { message: "name a folder to write to: --to FOLDER" },
    });
    expect(message(["--to", "out"])).toMatchObject({
      error: { message: "say where from: --from https://news.example.org" },
    });
    expect(message(["out"])).toMatchObject({ error: { message: 'what is "out"? The folder goes after --to' } });
  });
});

describe("the address of a newsroom", () => {
  it.each([
    ["http://news.example.org", /others could read the token/],
    ["https://news.example.org/desk", /the newsroom alone: https:\/\/news\.example\.org$/],
    ["https://me:secret@news.example.org", /alone/],
    ["ftp://news.example.org", /such as/],
  ])("%s is refused, because a token must not be sent to it", (text, expected) => {
    expect(readDeskAddress(text)).toEqual({ ok: false, error: { expected: expect.stringMatching(expected) } });
  });
});

describe("the pause before the next attempt", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  it.each([
    ["7", 1, 7_000],
    ["Thu, 01 Jan 2026 00:00:09 GMT", 1, 9_000],
    ["Thu, 01 Jan 2026 00:00:00 GMT", 1, 0],
    ["99999", 1, 120_000],
    [null, 1, 250],
    ["soon", 3, 1_000],
  ])("after Retry-After: %s and %i attempts is %i ms", (header, tries, pause) => {
    expect(retryPause(header, { tries, now, chance: 0 })).toBe(pause);
  });
});

describe("the printed output", () => {
  it("has one line for each fault, without control characters", () => {
    const fault = { pointer: "/image/src", line: 4, found: '"\u001B[2Jx"', expected: "a file\nthat is there" };
    expect(describeRefusal("a.md", { kind: "refused", message: "no", faults: [fault] })).toEqual([
      'a.md:4 /image/src: found "\\u{1b}[2Jx"; expected a file that is there',
    ]);
  });

  it("is a progress bar on a terminal and lines in a file", () => {
    const run = (isTTY: boolean) => {
      let text = "";
      const progress = showProgress({ isTTY, columns: 60, write: (more) => (text += more) });
      progress.expect(2);
      progress.step("created a");
      progress.step("failed b", true);
      progress.end();
      return text;
    };
    expect(run(false)).toBe("created a\nfailed b\n");
    expect(run(true).split("\r\u001B[K")).toEqual([
      "",
      `[${".".repeat(30)}] 0/2 `,
      `[${"#".repeat(15)}${".".repeat(15)}] 1/2 created a`,
      "failed b\n",
      `[${"#".repeat(30)}] 2/2 `,
      "",
    ]);
  });
});
