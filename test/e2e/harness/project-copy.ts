import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `root` is a whole project; `scratch` a folder beside it for what tools want to keep. Both go with `remove`. */
export type ProjectCopy = {
  readonly root: string;
  readonly scratch: string;
  /** For commands that run in the copy: Node 24 first on the path, nothing written into the home of whoever runs the tests. */
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => void;
};

const PARTS = ["src", "content", "wrangler.toml", "package.json", "package-lock.json", "tsconfig.json"];

/** A copy to write in, so that a test may change content that somebody else reads or edits. */
export function copyProject(repository: string): ProjectCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dateline-e2e-")));
  const root = join(folder, "project");
  const scratch = join(folder, "scratch");
  mkdirSync(scratch);
  for (const part of PARTS) cpSync(join(repository, part), join(root, part), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  return {
    root,
    scratch,
    environment: environmentFor(root, scratch),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Vitest and npm speak to their children by variables that are not meant for these. */
function environmentFor(root: string, scratch: string): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || /^(?:VITEST|NODE_ENV|NODE_OPTIONS|npm_|INIT_CWD|CLOUDFLARE_|CF_)/.test(name)
      ? []
      : [[name, value]],
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
    HOME: scratch,
    XDG_CONFIG_HOME: scratch,
    WRANGLER_SEND_METRICS: "false",
    NO_COLOR: "1",
    npm_config_update_notifier: "false",
  };
}
