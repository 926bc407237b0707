import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hubSecretLine } from "../newsroom/hub-secret.ts";
import { writeSecret } from "../newsroom/write-secret.ts";
import type { RanWrangler } from "../run-wrangler.ts";

/** What has to be sent with the deploy so that the Worker has a key for subscribers' secrets: nothing where it has one already, which must never change. */
export type HubSecret =
  | { readonly kind: "there" }
  | { readonly kind: "new"; readonly args: readonly string[]; readonly discard: () => void }
  | { readonly kind: "unknown"; readonly output: string };

/** The vendor's code and words for a Worker that is to be deployed for the first time. */
const NO_WORKER = /\[code: 10007\]|does not exist/i;

export function hubSecret(listed: RanWrangler, randomBytes: (count: number) => Uint8Array): HubSecret {
  if (listed.exitCode === 0 && /"HUB_SECRET"/.test(listed.stdout)) return { kind: "there" };
  if (listed.exitCode !== 0 && !NO_WORKER.test(listed.output)) return { kind: "unknown", output: listed.output };
  const folder = mkdtempSync(join(tmpdir(), "dateline-secret-"));
  const file = join(folder, "secrets.env");
  writeSecret(file, hubSecretLine(randomBytes));
  return {
    kind: "new",
    args: ["--secrets-file", file],
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}
