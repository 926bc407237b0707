import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeSecret } from "./write-secret.ts";

/**
 * The file lies beside the database whose subscribers' secrets the key encrypts. It is a file of variables, so that the
 * key appears in no command line and in no list of bindings.
 */
const HUB_SECRET_FILE = ".wrangler/state/dateline-hub.env";

/** Makes the key of this machine's hub on first use. Returns the path of the file that wrangler reads it from. */
export function hubSecretFile(root: string, randomBytes: (count: number) => Uint8Array): string {
  const file = join(root, HUB_SECRET_FILE);
  if (!existsSync(file)) writeSecret(file, hubSecretLine(randomBytes));
  return file;
}

/**
 * The files of variables for wrangler, of which the last one that sets a variable counts. If any file is named,
 * wrangler reads no others, so the author's own file is named too: `.dev.vars.newsroom`, or else `.dev.vars`.
 */
export function variableFiles(root: string, randomBytes: (count: number) => Uint8Array): readonly string[] {
  const own = [".dev.vars.newsroom", ".dev.vars"].map((name) => join(root, name)).find((file) => existsSync(file));
  return [hubSecretFile(root, randomBytes), ...(own === undefined ? [] : [own])];
}

/** A new key of 256 bits, as a line of a file of variables. */
export function hubSecretLine(randomBytes: (count: number) => Uint8Array): string {
  return `HUB_SECRET=${Buffer.from(randomBytes(32)).toString("base64url")}\n`;
}
