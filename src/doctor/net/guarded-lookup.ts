import type { LookupFunction } from "node:net";
import type { FetchSettings } from "./fetch-settings.ts";

/** Ends a connection attempt whose host has a private address. */
export class PrivateAddressError extends Error {
  readonly ip: string;

  constructor(ip: string) {
    super(`private address ${ip}`);
    this.ip = ip;
  }
}

/**
 * Resolves a name once, for the connection itself, so that the name server cannot give another answer between the check
 * and the connection (DNS rebinding). A name with any private address is refused: no honest feed host has both kinds.
 */
export function guardedLookup({
  resolve,
  mayAsk,
}: Pick<FetchSettings, "resolve"> & { readonly mayAsk: (ip: string) => boolean }): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !mayAsk(address));
        const [first] = addresses;
        if (refused) callback(new PrivateAddressError(refused.address), "", 0);
        else if (!first) callback(Object.assign(new Error("no address"), { code: "ENOTFOUND" }), "", 0);
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), "", 0),
    );
  };
}
