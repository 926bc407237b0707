import { readArguments } from "../console/read-arguments.ts";
import { readDesk } from "../desk-client/desk-options.ts";

export const PUBLISH_USAGE = `Usage: npm run publish -- [FOLDER] --to ADDRESS [options]

Brings the articles of a folder (content/, if none is named) to a newsroom: what the newsroom has already is not sent
again, so that a run that was broken off goes on where it stopped.

  --to ADDRESS               the newsroom, such as https://news.example.org or http://localhost:8787
  --token TOKEN              a token with the scopes publish and media; better in the variable DATELINE_TOKEN
  --dry-run                  only say what would be done
  --retract-missing REASON   retract what is published there and is not in the folder
  --restore                  publish again what the newsroom has retracted and the folder has not

A folder without publication.yaml is read with the one of content/.
Exit status: 0 all is there; 1 something is not; 2 the command is to be changed.`;

const OPTIONS = {
  to: { type: "string" },
  token: { type: "string" },
  "dry-run": { type: "boolean" },
  "retract-missing": { type: "string" },
  restore: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export type PublishOptions = {
  readonly folder: string;
  /** An origin. */
  readonly to: string;
  readonly token: string;
  readonly isDryRun: boolean;
  readonly retractMissing?: string;
  readonly restores: boolean;
};

export type ReadPublishOptions =
  | { readonly kind: "options"; readonly options: PublishOptions }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

export function readPublishOptions(
  args: readonly string[],
  { DATELINE_TOKEN }: Readonly<Record<string, string | undefined>>,
): ReadPublishOptions {
  const parsed = readArguments(args, OPTIONS);
  if (typeof parsed === "string") return mistake(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  const [folder = "content", extra] = positionals;
  if (extra !== undefined) return mistake(`one folder: what is "${extra}"?`);
  const desk = readDesk("to", values.to, values.token ?? DATELINE_TOKEN);
  if (typeof desk === "string") return mistake(desk);
  const retractMissing = values["retract-missing"]?.trim();
  if (retractMissing === "") return mistake("--retract-missing: give the reason, which readers are told");
  return {
    kind: "options",
    options: {
      folder,
      to: desk.origin,
      token: desk.token,
      isDryRun: values["dry-run"] ?? false,
      ...(retractMissing !== undefined && { retractMissing }),
      restores: values.restore ?? false,
    },
  };
}

function mistake(message: string): ReadPublishOptions {
  return { kind: "mistake", message };
}
