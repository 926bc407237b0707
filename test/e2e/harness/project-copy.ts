import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withWorkerName } from "../../../src/cli/init/worker-names.ts";

/** `root` is a complete project. `scratch` is a folder beside it for the files of tools. `remove` deletes both. */
export type ProjectCopy = {
  readonly root: string;
  readonly scratch: string;
  /**
   * The environment of commands that run in the copy: Node 24 is first on the path, and nothing is written into the
   * user's home.
   */
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => void;
};

const PARTS = ["src", "wrangler.toml", "package.json", "package-lock.json", "tsconfig.json"];

/** A publication that tests may rely on. That of the repository is its owner's. */
const SAMPLES = join(import.meta.dirname, "../../fixtures/samples");

/**
 * Copies the project with a publication that tests know and the names that `wrangler.toml` came with, so that a test
 * may change content without disturbing another process.
 */
export function copyProject(repository: string): ProjectCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dateline-e2e-")));
  const root = join(folder, "project");
  const scratch = join(folder, "scratch");
  mkdirSync(scratch);
  for (const part of PARTS) cpSync(join(repository, part), join(root, part), { recursive: true });
  cpSync(join(SAMPLES, "content"), join(root, "content"), { recursive: true });
  const configuration = join(root, "wrangler.toml");
  writeFileSync(configuration, withWorkerName(readFileSync(configuration, "utf8"), "dateline"));
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const environment = environmentFor(root, scratch);
  // The code that renders may have changed since the samples were recorded.
  const command = ["src/cli/commands/record.ts"];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm run record ended with ${status}: ${stderr}`);
  return {
    root,
    scratch,
    environment,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Variables of Vitest and npm for their own children must not reach these commands. */
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
