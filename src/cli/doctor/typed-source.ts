import { globSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { typedAddress } from "../../doctor/net/typed-address.ts";
import { err, ok, type Result } from "../../syntax/result.ts";

/** Something to check. `name` is what the person calls it. */
export type Source =
  | {
      readonly kind: "address";
      readonly name: string;
      readonly address: string;
      /** Asked if the address cannot be reached: the person typed no scheme. */
      readonly instead?: string | undefined;
      /** The OPML document that names it. */
      readonly list?: string | undefined;
    }
  | { readonly kind: "file"; readonly name: string; readonly path: string }
  | { readonly kind: "input"; readonly name: string };

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/** What can only be a path: `/a`, `./a`, `../a`, `~/a`, `C:\a`. */
const PATH = /^(?:\/|\.{1,2}[/\\]|~|[a-z]:[/\\])/i;

/**
 * What a word of the command line names: an address, a file, or with `-` the standard input. A file that is there comes
 * first; a pattern such as `feeds/*.xml`, if the shell left it, is every file that it fits.
 *
 * @returns the sources, or a sentence about what is wrong with the word
 */
export function typedSource(typed: string, workingFolder: string): Result<readonly Source[], string> {
  if (typed === "-") return ok([{ kind: "input", name: "standard input" }]);
  if (/^file:/i.test(typed)) return fileOfUrl(typed, workingFolder);
  const path = resolve(workingFolder, typed);
  if (!SCHEME.test(typed) && isThere(path)) return ok([{ kind: "file", name: typed, path }]);
  const address = PATH.test(typed) ? undefined : typedAddress(typed);
  if (address) return ok([{ kind: "address", name: typed, ...address }]);
  const scheme = SCHEME.exec(typed)?.[1];
  if (scheme !== undefined) return err(`"${typed}" is not an http or https address, and no file`);
  const fitting = /[*?[{]/.test(typed) ? filesFitting(typed, workingFolder) : [];
  if (fitting.length > 0) return ok(fitting);
  // Reported with the others, so that one mistyped name does not stop the check of ninety right ones.
  return ok([{ kind: "file", name: typed, path }]);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function filesFitting(pattern: string, workingFolder: string): readonly Source[] {
  const names = globSync(pattern, { cwd: workingFolder }).toSorted();
  return names.map((name) => ({ kind: "file", name, path: resolve(workingFolder, name) }));
}

function fileOfUrl(typed: string, workingFolder: string): Result<readonly Source[], string> {
  // `file:feed.xml` is a name in this folder.
  if (!/^file:\//i.test(typed)) {
    const name = typed.slice("file:".length);
    return ok([{ kind: "file", name, path: resolve(workingFolder, name) }]);
  }
  try {
    return ok([{ kind: "file", name: typed, path: fileURLToPath(typed) }]);
  } catch (error) {
    // Node reports a URL of another machine, or one with an escaped slash, only by throwing.
    return err(`"${typed}": ${error instanceof Error ? error.message : String(error)}`);
  }
}
