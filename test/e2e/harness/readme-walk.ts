import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a reader of the README types, in order: the `sh` blocks of one section. */
export function readmeCommands(repository: string, section: string): readonly string[] {
  const text = readFileSync(join(repository, "README.md"), "utf8");
  const [, rest] = text.split(`\n## ${section}\n`);
  if (rest === undefined) throw new Error(`README.md has no section "${section}"`);
  const [body = ""] = rest.split(/\n## /);
  return [...body.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands = ""]) => commands);
}
