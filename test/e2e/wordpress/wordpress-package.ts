import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Requirement } from "../harness/installed.ts";

/** Where Debian's package `wordpress` puts its files. Installed by a package manager, they are below the root. */
const IN_PACKAGE = "usr/share/wordpress";
const UNPACKED = join(tmpdir(), "dateline-wordpress-package");

/**
 * The folder with WordPress's own code, as a program to compare with. It is downloaded and unpacked for the tests,
 * which needs neither its database nor its web server. Returns undefined if there is no package to download.
 */
export function wordPressFolder(): string | undefined {
  for (const root of ["/", UNPACKED])
    if (existsSync(join(root, IN_PACKAGE, "wp-includes/formatting.php"))) return join(root, IN_PACKAGE);
  mkdirSync(UNPACKED, { recursive: true });
  spawnSync("apt-get", ["download", "-qq", "wordpress"], { cwd: UNPACKED, stdio: "ignore" });
  const [archive] = readdirSync(UNPACKED).filter((name) => name.endsWith(".deb"));
  if (archive === undefined) return undefined;
  spawnSync("dpkg-deb", ["--extract", archive, "."], { cwd: UNPACKED, stdio: "ignore" });
  const folder = join(UNPACKED, IN_PACKAGE);
  return existsSync(join(folder, "wp-includes/formatting.php")) ? folder : undefined;
}

export const WORDPRESS: Requirement = {
  isThere: () => spawnSync("php", ["--version"], { stdio: "ignore" }).status === 0 && wordPressFolder() !== undefined,
  advice: "apt-get install php-cli, and a Debian from which apt-get can download wordpress",
  isInCi: true,
};

/** Runs one of the PHP files beside this one over WordPress's code. Throws if it fails. */
export function askWordPress(script: string, input: unknown): unknown {
  const folder = wordPressFolder();
  if (folder === undefined) throw new Error("there is no WordPress");
  const { stdout, stderr, status } = spawnSync("php", [join(import.meta.dirname, script), folder], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 500_000_000,
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}${stdout}`);
  return JSON.parse(stdout);
}
