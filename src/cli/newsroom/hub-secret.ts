import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeSecret } from "./write-secret.ts";

/** Beside the database, whose subscribers' secrets it opens. A file of variables, so that no command line and no list of bindings shows it. */
export const HUB_SECRET_FILE = ".wrangler/state/dateline-hub.env";

/** The key under which the hub of this machine keeps subscribers' secrets, made once. Answers with the file that wrangler reads it from. */
export function hubSecretFile(root: string, randomBytes: (count: number) => Uint8Array): string {
  const file = join(root, HUB_SECRET_FILE);
  if (!existsSync(file)) writeSecret(file, hubSecretLine(randomBytes));
  return file;
}

/**
 * The files of variables that wrangler is to read, the last word last. Named any, it reads no others, so the author's own are named too: a `.dev.vars.newsroom`, or a
 * `.dev.vars` where there is none.
 */
export function variableFiles(root: string, randomBytes: (count: number) => Uint8Array): readonly string[] {
  const own = [".dev.vars.newsroom", ".dev.vars"].map((name) => join(root, name)).find((file) => existsSync(file));
  return [hubSecretFile(root, randomBytes), ...(own === undefined ? [] : [own])];
}

/** As a file of variables says it: 256 bits. */
export function hubSecretLine(randomBytes: (count: number) => Uint8Array): string {
  return `HUB_SECRET=${Buffer.from(randomBytes(32)).toString("base64url")}\n`;
}
