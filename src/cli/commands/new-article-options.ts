import { parseArgs } from "node:util";
import { isZone } from "../../import/wire-copy/resolve-time.ts";
import { slug } from "../../model/schema.ts";
import { cleanLine } from "../../model/text.ts";

export const NEW_USAGE = `Usage: npm run new -- "Title of the article" [options]

Writes content/articles/<slug>.md, a draft to be filled in.

  --slug SLUG   the name of the article in its address; otherwise made from the title
  --zone ZONE   the zone of its time: Asia/Hong_Kong, Europe/Berlin, UTC, +08:00; otherwise this machine's`;

export type NewArticleOptions = { readonly title: string; readonly slug?: string; readonly zone?: string };

export type ReadNewOptions =
  | { readonly kind: "options"; readonly options: NewArticleOptions }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

export function readNewOptions(args: readonly string[]): ReadNewOptions {
  const parsed = parse(args);
  if (typeof parsed === "string") return { kind: "mistake", message: parsed };
  const { help = false, ...given } = parsed.values;
  if (help) return { kind: "help" };
  const [first = "", second] = parsed.positionals;
  const title = cleanLine(first);
  const fault = faultIn(title, second, given);
  return fault === undefined ? { kind: "options", options: { title, ...given } } : { kind: "mistake", message: fault };
}

function faultIn(
  title: string,
  second: string | undefined,
  given: { slug?: string; zone?: string },
): string | undefined {
  if (title === "") return "name the article: its title, in quotation marks";
  if (second !== undefined) return `one title, in quotation marks: what is "${second}"?`;
  const { error } = slug.optional().safeParse(given.slug);
  if (error) return `--slug ${given.slug}: ${error.issues.map(({ message }) => message).join("; ")}`;
  if (given.zone !== undefined && !isZone(given.zone))
    return `--zone ${given.zone}: expected a name such as Asia/Hong_Kong, Europe/Berlin or UTC, or an offset such as +08:00`;
  return undefined;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { slug: { type: "string" }, zone: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    // parseArgs has no other way to report an unknown flag, and its message names it.
    return error instanceof Error ? error.message : String(error);
  }
}
