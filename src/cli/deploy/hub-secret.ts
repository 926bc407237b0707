import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { err, ok, type Result } from "../../syntax/result.ts";
import { hubSecretLine } from "../newsroom/hub-secret.ts";
import { writeSecret } from "../newsroom/write-secret.ts";
import type { RanWrangler } from "../wrangler/run-wrangler.ts";

/** A new key in a file. `args` are the arguments of `wrangler deploy` that send it. `discard` deletes the file. */
export type NewSecret = { readonly args: readonly string[]; readonly discard: () => void };

/** The list of secrets could not be read. `output` is what wrangler printed. */
export type SecretFailure = { readonly output: string };

/** The code and message of Cloudflare for a Worker that was never deployed. */
const NO_WORKER = /\[code: 10007\]|does not exist/i;

/**
 * Makes the key that encrypts subscribers' secrets, if the Worker has none yet. Returns undefined if it has one: that
 * one must never change.
 *
 * @param listed what `wrangler secret list` printed
 */
export function newHubSecret(
  listed: RanWrangler,
  randomBytes: (count: number) => Uint8Array,
): Result<NewSecret | undefined, SecretFailure> {
  if (listed.exitCode === 0 && /"HUB_SECRET"/.test(listed.stdout)) return ok(undefined);
  if (listed.exitCode !== 0 && !NO_WORKER.test(listed.output)) return err({ output: listed.output });
  const folder = mkdtempSync(join(tmpdir(), "dateline-secret-"));
  const file = join(folder, "secrets.env");
  writeSecret(file, hubSecretLine(randomBytes));
  return ok({
    args: ["--secrets-file", file],
    discard: () => rmSync(folder, { recursive: true, force: true }),
  });
}
