import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { slug, webAddress } from "../../model/schema.ts";
import { err, ok } from "../../syntax/result.ts";
import { command, EXIT_FAILED, EXIT_OK, EXIT_WRONG_USE, fail, isMain, runCommand } from "../console/command.ts";
import { describeImport, type ImportOptions, importWireCopy } from "../import/import-wire-copy.ts";

/** `npm run import -- FILE`: turns an article copied from a news page into a file of content/articles. */
export const IMPORT = command({
  usage: ["npm run import -- FILE --zone ZONE [options]", "npm run import -- feed --help"],
  about: `Turns an article copied as plain text from a news page into content/articles/<slug>.md. With the word "feed", imports
whole feeds and exports of other systems.`,
  options: {
    zone: {
      type: "text",
      value: "ZONE",
      about: "the zone of times without one: Asia/Hong_Kong, Europe/Berlin, UTC, +08:00",
    },
    published: {
      type: "text",
      value: "TIME",
      about: 'when it was published, if the copy does not say: "2021-02-03 21:42"',
    },
    url: { type: "text", value: "ADDRESS", about: "the address of the original" },
    image: { type: "text", value: "FILE", about: "the picture that belongs to the caption" },
    slug: {
      type: "text",
      value: "SLUG",
      about: "the name of the article in its address; by default made from the headline",
    },
    force: { type: "flag", about: "replace an existing article (which keeps its id) or picture" },
  },
  positionals: {
    max: 1,
    missing: "name the file to import",
    unexpected: (another) => `one file at a time: what is "${another}"?`,
  },
  exits: { 0: "written", 1: "the file is not an article, or would overwrite one" },
  read: (given) => {
    const fault = faultIn("--url", webAddress, given.text("url")) ?? faultIn("--slug", slug, given.text("slug"));
    if (fault !== undefined) return err({ message: fault });
    const names = ["zone", "published", "url", "image", "slug"] as const;
    const texts: { [name in (typeof names)[number]]?: string } = {};
    for (const name of names) {
      const text = given.text(name);
      if (text !== undefined) texts[name] = text;
    }
    const options: ImportOptions = { file: given.positionals[0] ?? "", force: given.flag("force"), ...texts };
    return ok(options);
  },
  run: async (options) => {
    const outcome = await importWireCopy(options, {
      root: process.cwd(),
      // npm runs scripts in the package's folder, and sets INIT_CWD to the folder where the author is.
      workingFolder: process.env.INIT_CWD ?? process.cwd(),
      randomBytes,
      ...(process.stdin.isTTY && process.stderr.isTTY && { askZone }),
    });
    if (!outcome.ok) return fail(outcome.error.message, outcome.error.isMisuse ? EXIT_WRONG_USE : EXIT_FAILED);
    console.log(describeImport(outcome.value).join("\n"));
    return EXIT_OK;
  },
});

function faultIn(flag: string, schema: typeof webAddress | typeof slug, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { error } = schema.safeParse(value);
  return error && `${flag} ${value}: ${error.issues.map(({ message }) => message).join("; ")}`;
}

/** Asks at the terminal. Returns "" if the author ends the input instead. */
async function askZone(found: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  const question = `"${found}" does not say in which zone. The newsroom's zone, such as Asia/Hong_Kong: `;
  const answer = await Promise.race([terminal.question(question), ended]);
  terminal.close();
  return answer;
}

/** `import feed` is loaded only if it is asked for: its parsers take time to load. */
async function run([first, ...others]: readonly string[]): Promise<number> {
  if (first !== "feed") return runCommand(IMPORT, process.argv.slice(2), process.env);
  const { IMPORT_FEED } = await import("./import-feed.ts");
  return runCommand(IMPORT_FEED, others, process.env);
}

if (isMain(import.meta.main, import.meta.filename)) process.exitCode = await run(process.argv.slice(2));
