import { describe, expect, it, vi } from "vitest";
import { command, helpOf, readCommand, runCommand } from "../../../src/cli/console/command.ts";
import { err, ok } from "../../../src/syntax/result.ts";

const GREET = command({
  usage: ["npm run greet -- NAME [options]", "npm run greet -- --all"],
  about: "Greets somebody.",
  options: {
    times: { type: "number", value: "N", about: "how often", default: 2, min: 1, max: 9 },
    pause: {
      type: "number",
      value: "SECONDS",
      about: "between two",
      min: 0.5,
      max: 9,
      hasFractions: true,
      unit: "seconds",
    },
    tone: { type: "text", value: "TONE", about: "how", allowed: ["friendly", "formal"] },
    loud: { type: "flag", about: "in capitals" },
  },
  positionals: { max: 1, missing: "name somebody", unexpected: (name) => `one name: what is "${name}"?` },
  notes: "It is never rude.",
  exits: { 0: "greeted", 1: "nobody is there" },
  read: (given, { GREETING = "Hello" }) => {
    const [name = ""] = given.positionals;
    if (name === "nobody") return err({ message: "nobody cannot be greeted" });
    return ok({
      words: `${GREETING} ${name}`,
      times: given.number("times"),
      pause: given.number("pause"),
      tone: given.text("tone"),
      isLoud: given.flag("loud"),
    });
  },
  run: ({ words }) => {
    if (words === "Hello lock") throw Object.assign(new Error("EACCES: permission denied"), { syscall: "open" });
    if (words === "Hello bug") throw new TypeError("a bug");
    console.log(words);
    return 0;
  },
});

describe("a command", () => {
  it("reads flags, texts, numbers and the environment, with defaults", () => {
    expect(readCommand(GREET, ["Jo"], { GREETING: "Hi" })).toEqual(
      ok({
        kind: "run",
        options: { words: "Hi Jo", times: 2, pause: undefined, tone: undefined, isLoud: false },
      }),
    );
    expect(readCommand(GREET, ["Jo", "--times", "9", "--pause=0.5", "--tone", "formal", "--loud"])).toEqual(
      ok({ kind: "run", options: { words: "Hello Jo", times: 9, pause: 0.5, tone: "formal", isLoud: true } }),
    );
    expect(readCommand(GREET, ["-h"])).toEqual(ok({ kind: "help" }));
  });

  it.each([
    [[], "name somebody"],
    [["a", "b"], 'one name: what is "b"?'],
    [["nobody"], "nobody cannot be greeted"],
    [["a", "--tiems", "3"], `Unknown option '--tiems'; did you mean "--times"?`],
    [["a", "--xyzzy"], "Unknown option '--xyzzy'"],
    [["a", "--times", "10"], "--times 10: expected a whole number from 1 to 9"],
    [["a", "--times", "1.5"], "--times 1.5: expected a whole number from 1 to 9"],
    [["a", "--pause", "x"], "--pause x: expected a number of seconds from 0.5 to 9"],
    [["a", "--tone", "frendly"], '--tone frendly: expected friendly, formal; did you mean "friendly"?'],
    [["a", "--times"], "Option '--times <value>' argument missing"],
  ])("refuses %j", (args, message) => {
    expect(readCommand(GREET, args)).toEqual(err({ message }));
  });

  it("describes its options and exit codes in its help text", () => {
    expect(helpOf(GREET)).toBe(`Usage: npm run greet -- NAME [options]
       npm run greet -- --all

Greets somebody.

  --times N        how often (2)
  --pause SECONDS  between two
  --tone TONE      how
  --loud           in capitals

It is never rude.

Exit status: 0 greeted; 1 nobody is there; 2 the command line is wrong.`);
  });

  it("ends with 2 and its help text if it is used wrongly, and with 1 and no stack trace if the disk refuses", async () => {
    const printed = { out: vi.spyOn(console, "log"), err: vi.spyOn(console, "error") };
    printed.out.mockImplementation(() => {});
    printed.err.mockImplementation(() => {});
    expect(await runCommand(GREET, ["Jo"], {})).toBe(0);
    expect(await runCommand(GREET, ["--help"], {})).toBe(0);
    expect(await runCommand(GREET, [], {})).toBe(2);
    expect(await runCommand(GREET, ["lock"], {})).toBe(1);
    expect(printed.out.mock.calls).toEqual([["Hello Jo"], [helpOf(GREET)]]);
    expect(printed.err.mock.calls).toEqual([[`name somebody\n\n${helpOf(GREET)}`], ["EACCES: permission denied"]]);
    await expect(runCommand(GREET, ["bug"], {})).rejects.toThrow("a bug");
    vi.restoreAllMocks();
  });
});
