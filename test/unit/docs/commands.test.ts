import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Block, blocksOf, proseOf, readDocument, readerDocuments } from "../../documents.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(readDocument(REPOSITORY, "package.json")).scripts;

/** `sh` alone is checked and not run: the command needs an account or the network, or does not end. */
const MARKS = ["", "run", "newsroom"];
const PROGRAMS = ["git", "cd", "npm", "npx", "curl", "sed", "rm", "export"];

/** These hand what they do not know to wrangler, whose options have no place here. */
const WITHOUT_HELP: Readonly<Record<string, readonly string[]>> = {
  deploy: ["--dry-run", "--no-ping"],
  "deploy:newsroom": ["--dry-run"],
};
const WITH_HELP = [
  "init",
  "upgrade",
  "preview",
  "build",
  "new",
  "import",
  "record",
  "ping",
  "newsroom",
  "publish",
  "export",
  "token",
  "doctor",
];
const OPTION = /--[a-z][a-z-]*/g;

const helpTexts = new Map<string, string>();

function helpOf(script: string, subcommand?: string): string {
  const name = [script, subcommand].filter(Boolean).join(" ");
  const known = helpTexts.get(name);
  if (known !== undefined) return known;
  const [program, file = ""] = SCRIPTS[script]?.split(" ") ?? [];
  if (program !== "node") throw new Error(`npm run ${script} is no command of ours`);
  const args = [file, ...(subcommand === undefined ? [] : [subcommand]), "--help"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: REPOSITORY, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  helpTexts.set(name, stdout);
  return stdout;
}

function optionsOf(script: string, subcommand?: string): readonly string[] {
  return WITHOUT_HELP[script] ?? helpOf(script, subcommand).match(OPTION) ?? [];
}

/** A block's commands, one a line, without comments and without what stands in single quotes, which is content. */
function linesOf({ text }: Block): readonly string[] {
  return text
    .replace(/(^|\s)#.*$/gm, "$1")
    .replace(/'[^']*'/g, "''")
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

const RUN = /\bnpm run (?:--silent )?([\w:-]+)(?: -- ([^&|;]*))?/g;

const BLOCKS = readerDocuments(REPOSITORY)
  .flatMap((file) => blocksOf(REPOSITORY, file))
  .filter(({ language }) => language === "sh")
  .map((block) => ({ ...block, place: `${block.file}:${block.line}` }));

describe("a fenced command names a script that exists, with options that it knows", { timeout: 60_000 }, () => {
  test.each(BLOCKS)("$place", (block) => {
    expect(MARKS).toContain(block.mark);
    for (const line of linesOf(block)) {
      const [first = ""] = line.split(/\s/);
      if (!/^[A-Z_]+=/.test(first)) expect(PROGRAMS, line).toContain(first);
      for (const [, script = "", rest = ""] of line.matchAll(RUN)) {
        expect(Object.keys(SCRIPTS), line).toContain(script);
        const used = rest.match(OPTION) ?? [];
        if (used.length === 0) continue;
        const known = optionsOf(script, rest.startsWith("feed ") ? "feed" : undefined);
        expect(known, line).toEqual(expect.arrayContaining([...used]));
      }
    }
  });
});

test("a command within a sentence names a script that exists", () => {
  for (const file of readerDocuments(REPOSITORY))
    for (const [, script = ""] of proseOf(readDocument(REPOSITORY, file)).matchAll(/`npm run ([\w:-]+)/g))
      expect(Object.keys(SCRIPTS), file).toContain(script);
});

test("docs/configuration.md and docs/importing.md name every option of every command", { timeout: 60_000 }, () => {
  const documents = ["docs/configuration.md", "docs/importing.md"].map((file) => readDocument(REPOSITORY, file));
  const named = new Set(documents.join("\n").match(OPTION));
  const options = [
    ...WITH_HELP.flatMap((script) => optionsOf(script)),
    ...optionsOf("import", "feed"),
    ...Object.values(WITHOUT_HELP).flat(),
  ];
  expect(options.filter((option) => option !== "--help" && !named.has(option))).toEqual([]);
});
