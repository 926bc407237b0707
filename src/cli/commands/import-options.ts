import { slug, webAddress } from "../../model/schema.ts";
import { readArguments } from "../console/read-arguments.ts";

export const IMPORT_USAGE = `Usage: npm run import -- FILE --zone ZONE [options]

Turns an article copied as plain text from a news page into content/articles/<slug>.md.

  --zone ZONE        where times without a zone were: Asia/Hong_Kong, Europe/Berlin, UTC, +08:00
  --published TIME   when it was published, where the copy does not say: "2021-02-03 21:42"
  --url ADDRESS      the address of the original
  --image FILE       the picture that belongs to the caption
  --slug SLUG        the name of the article in its address; otherwise made from the headline
  --force            replace an article (which keeps its id) or a picture that is there

Whole feeds and exports of other systems: npm run import -- feed --help`;

/** What the author asked for. Paths are as typed. */
export type ImportOptions = {
  readonly file: string;
  readonly zone?: string;
  readonly published?: string;
  readonly url?: string;
  readonly image?: string;
  readonly slug?: string;
  readonly force: boolean;
};

export type ReadOptions =
  | { readonly kind: "options"; readonly options: ImportOptions }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

const OPTIONS = {
  zone: { type: "string" },
  published: { type: "string" },
  url: { type: "string" },
  image: { type: "string" },
  slug: { type: "string" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export function readImportOptions(args: readonly string[]): ReadOptions {
  const parsed = readArguments(args, OPTIONS);
  if (typeof parsed === "string") return { kind: "mistake", message: parsed };
  const { positionals, values } = parsed;
  const { help = false, force = false, ...given } = values;
  if (help) return { kind: "help" };
  const [file, another] = positionals;
  if (file === undefined) return { kind: "mistake", message: "name the file to import" };
  if (another !== undefined) return { kind: "mistake", message: `one file at a time: what is "${another}"?` };
  const fault = faultIn("--url", webAddress, given.url) ?? faultIn("--slug", slug, given.slug);
  if (fault !== undefined) return { kind: "mistake", message: fault };
  return { kind: "options", options: { file, force, ...given } };
}

function faultIn(flag: string, schema: typeof webAddress | typeof slug, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { error } = schema.safeParse(value);
  return error && `${flag} ${value}: ${error.issues.map(({ message }) => message).join("; ")}`;
}
