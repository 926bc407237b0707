import { watch } from "node:fs";
import { EXIT_OK, EXIT_WRONG_USE, fail, isMain } from "../console/command.ts";
import { startBuilder } from "../preview/builder-process.ts";
import { PREVIEW_SETTINGS, removePreviewSettings, writePreviewSettings } from "../preview/wrangler-settings.ts";
import { endOf, startWrangler } from "../wrangler/run-wrangler.ts";

/** Options of wrangler that choose another Worker, or another place for it, with what to do instead. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:--env=.+|-e.*|--env)$/,
    "a preview shows file mode. Run npm run newsroom for the newsroom, or npx wrangler dev",
  ],
  [/^(?:--config|-c)(?:=|$)/, "a preview makes its own settings of wrangler.toml. Run npx wrangler dev for others"],
  [
    /^(?:--remote|-r)(?:=|$)/,
    "a Worker elsewhere does not reach this machine's content. Run npx wrangler dev --remote",
  ],
];

/** Why the arguments cannot be those of a preview; undefined if they can. `--env=` chooses no environment. */
export function wrongArgument(args: readonly string[]): string | undefined {
  for (const arg of args) {
    const [, reason] = REFUSED.find(([pattern]) => pattern.test(arg)) ?? [];
    if (reason !== undefined) return `${arg}: ${reason}`;
  }
  return undefined;
}

/**
 * `npm run dev`: shows the content on this machine as it is edited. A process that lives builds it, and wrangler runs
 * the Worker over it; decisions/0049 says how. The arguments are those of `wrangler dev`, and so is the exit code.
 */
async function preview(args: readonly string[]): Promise<number> {
  const wrong = wrongArgument(args);
  if (wrong !== undefined) return fail(wrong, EXIT_WRONG_USE);
  const root = process.cwd();
  const builder = await startBuilder();
  if (!builder) return fail("The builder of the preview could not be started.");
  const settings = () => writePreviewSettings(root, builder.address);
  const first = settings();
  if (!first.ok) {
    builder.end();
    return fail(first.error);
  }
  const watcher = watch(root, (_, name) => {
    if (name !== "wrangler.toml") return;
    const written = settings();
    if (!written.ok) fail(written.error);
  });
  const given = args.filter((arg) => arg !== "--env=");
  const child = startWrangler(["dev", "--config", PREVIEW_SETTINGS, ...given]);
  let isEnding = false;
  // A terminal sends Ctrl-C to all processes. Any other sender of a signal may know this process only.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      isEnding = true;
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  const code = await endOf(child);
  watcher.close();
  builder.end();
  removePreviewSettings(root);
  return isEnding ? EXIT_OK : code;
}

if (isMain(import.meta.main, import.meta.filename)) process.exitCode = await preview(process.argv.slice(2));
