import { readArguments } from "../console/read-arguments.ts";

export const NEWSROOM_USAGE = `Usage: npm run newsroom [-- --port N] [--allow-loopback]

Starts a newsroom on this machine, with no account: the Worker, its database, its bucket and its queue, all kept in
.wrangler/. Prints a token for its desk.

  --port N           where it listens (8787); 0 takes any port that is free
  --allow-loopback   lets subscribers on this machine follow it (http, any port): for trying out the hub, and refused when deployed`;

export type ReadNewsroomOptions =
  | { readonly kind: "options"; readonly port: number; readonly allowLoopback: boolean }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

export function readNewsroomOptions(args: readonly string[]): ReadNewsroomOptions {
  const parsed = readArguments(args, {
    port: { type: "string" },
    "allow-loopback": { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (typeof parsed === "string") return { kind: "mistake", message: parsed };
  const { help, port = "8787", "allow-loopback": allowLoopback = false } = parsed.values;
  if (help) return { kind: "help" };
  const [extra] = parsed.positionals;
  if (extra !== undefined) return { kind: "mistake", message: `what is "${extra}"?` };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return { kind: "mistake", message: `--port ${port}: expected a whole number from 0 to 65535` };
  return { kind: "options", port: Number(port), allowLoopback };
}
