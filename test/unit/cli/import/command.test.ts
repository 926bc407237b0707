import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IMPORT_FEED } from "../../../../src/cli/commands/import-feed.ts";
import { helpOf, readCommand } from "../../../../src/cli/console/command.ts";
import { emptyRepository, FIXTURES } from "./import-in.ts";

const { root } = emptyRepository();
const script = join(import.meta.dirname, "../../../../src/cli/commands/import.ts");

function command(...args: readonly string[]) {
  const { INIT_CWD: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "feed", ...args], {
    cwd: root(),
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("npm run import -- feed", { timeout: 30_000 }, () => {
  it("exits with 0 if everything is imported and with 1 otherwise", () => {
    expect(command(join(FIXTURES, "rdf.xml"))).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^guessed: .+\n(?:.+\n)*1 article written, 0 unchanged\n1 article in \d+\.\d s, \d+\.\d ms an article\n$/,
      ),
      stderr: "",
    });
    expect(command("none.xml")).toEqual({
      status: 1,
      stdout: expect.stringMatching(/^0 articles written, 0 unchanged, 1 failed\n1 article in /),
      stderr: "none.xml: there is no such file\n",
    });
  });

  it("prints its usage, and exits with 2 and its usage if it is called wrongly", () => {
    expect(command("--help")).toEqual({ status: 0, stdout: `${helpOf(IMPORT_FEED)}\n`, stderr: "" });
    expect(command("a.xml", "--section", "nowhere")).toEqual({
      status: 2,
      stdout: "",
      stderr: "--section nowhere: expected a section of content/publication.yaml: harbour\n",
    });
  });
});

describe("the options", () => {
  it.each([
    [[], /^name the file or address to import$/],
    [["a", "b"], /^one file or address at a time: what is "b"\?$/],
    [["a", "--sit", "x"], /^Unknown option '--sit'/],
    [["a", "--site", "old.example.org"], /^--site old\.example\.org: expected an absolute address/],
    [["a", "--section", "A b"], /^--section A b: expected letters and digits/],
    [["a", "--published", "yesterday"], /^--published yesterday: it has no number; expected a time such as/],
    [["a", "--max-bytes", "1k"], /^--max-bytes 1k: expected a whole number from 1 to /],
    [["a", "--timeout", "0"], /^--timeout 0: expected a whole number of seconds from 1 to /],
  ])("%j are refused with a reason", (args, message) => {
    expect(readCommand(IMPORT_FEED, args)).toEqual({ ok: false, error: { message: expect.stringMatching(message) } });
  });
});
