import { parseArgs } from "node:util";

export const BUILD_USAGE = `Usage: npm run build -- [--development] [--newsroom]

Compiles content/ into .dateline/, which the Worker carries.

  --development   with drafts, for a look on this machine; otherwise as readers will get it
  --newsroom      the publication alone, for a Worker that keeps its articles in a database

wrangler runs it by itself before "wrangler dev" and "wrangler deploy". DATELINE_DRY_RUN=1 accepts the placeholder address.`;

export type BuildOptions = {
  readonly mode: "development" | "production";
  readonly allowPlaceholder: boolean;
  readonly newsroom: boolean;
};

export type ReadBuildOptions =
  | { readonly kind: "options"; readonly options: BuildOptions }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

/** wrangler says in WRANGLER_COMMAND what it builds for; anything but `dev` may reach readers. */
export function readBuildOptions(
  args: readonly string[],
  { WRANGLER_COMMAND, DATELINE_DRY_RUN }: Readonly<Record<string, string | undefined>>,
): ReadBuildOptions {
  try {
    const options = {
      development: { type: "boolean" },
      newsroom: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return { kind: "help" };
    const mode = values.development || WRANGLER_COMMAND === "dev" ? "development" : "production";
    return {
      kind: "options",
      options: { mode, allowPlaceholder: DATELINE_DRY_RUN === "1", newsroom: values.newsroom ?? false },
    };
  } catch (error) {
    // parseArgs has no other way to report an unknown flag, and its message names it.
    return { kind: "mistake", message: error instanceof Error ? error.message : String(error) };
  }
}
