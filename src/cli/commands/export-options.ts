import { readArguments } from "../console/read-arguments.ts";
import { readDesk } from "../desk-client/desk-options.ts";

export const EXPORT_USAGE = `Usage: npm run export -- --from ADDRESS --to FOLDER [options]

Writes every article of a newsroom, in whatever state, as a content file, with the media it uses. "npm run publish" takes
the folder back. An article comes as the text it was written as, where that still says what the article says now.

  --from ADDRESS   the newsroom, such as https://news.example.org or http://localhost:8787
  --to FOLDER      where to, a new or empty folder
  --token TOKEN    a token with the scopes read and media; better in the variable DATELINE_TOKEN
  --force          write into a folder that has something in it: articles are replaced, nothing is taken away

publication.yaml is no part of it: a newsroom is deployed with it, from content/.
Exit status: 0 all was written; 1 something was not; 2 the command is to be changed.`;

export type ExportOptions = {
  /** An origin. */
  readonly from: string;
  readonly to: string;
  readonly token: string;
  readonly isForced: boolean;
};

export type ReadExportOptions =
  | { readonly kind: "options"; readonly options: ExportOptions }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

const OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  token: { type: "string" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export function readExportOptions(
  args: readonly string[],
  { DATELINE_TOKEN }: Readonly<Record<string, string | undefined>>,
): ReadExportOptions {
  const parsed = readArguments(args, OPTIONS);
  if (typeof parsed === "string") return { kind: "mistake", message: parsed };
  const { help, from, to = "", token, force = false } = parsed.values;
  if (help) return { kind: "help" };
  const [extra] = parsed.positionals;
  if (extra !== undefined) return { kind: "mistake", message: `what is "${extra}"? The folder goes behind --to` };
  const desk = readDesk("from", from, token ?? DATELINE_TOKEN);
  if (typeof desk === "string") return { kind: "mistake", message: desk };
  if (to === "") return { kind: "mistake", message: "name a folder to write to: --to FOLDER" };
  return { kind: "options", options: { from: desk.origin, to, token: desk.token, isForced: force } };
}
