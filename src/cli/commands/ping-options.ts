import { readArguments } from "../console/read-arguments.ts";

export const PING_USAGE = `Usage: npm run ping [-- ADDRESS…]

Tells the hub that content/publication.yaml names that feeds have changed: those at the addresses, or all that the
deployed service has. A deploy does so by itself; this is for when the hub did not answer then. Hubs look for
themselves at what they are told of, and pass nothing on that is as it was.

Exit status: 0 the hub was told; 1 it was not; 2 the command is to be changed.`;

export type ReadPingOptions =
  | { readonly kind: "options"; readonly addresses: readonly string[] }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

export function readPingOptions(args: readonly string[]): ReadPingOptions {
  const parsed = readArguments(args, { help: { type: "boolean", short: "h" } });
  if (typeof parsed === "string") return { kind: "mistake", message: parsed };
  if (parsed.values.help) return { kind: "help" };
  const addresses = parsed.positionals;
  const wrong = addresses.find((address) => !/^https?:$/.test(URL.parse(address)?.protocol ?? ""));
  return wrong === undefined
    ? { kind: "options", addresses }
    : { kind: "mistake", message: `${wrong}: expected the address of a feed` };
}
