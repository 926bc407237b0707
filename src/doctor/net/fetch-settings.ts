import { lookup } from "node:dns/promises";
import { isPublicAddress } from "./public-address.ts";

/** An IP address a name leads to. */
export type HostAddress = { readonly address: string; readonly family: number };

/** What a run may do on the network. */
export type FetchSettings = {
  readonly userAgent: string;
  /** Name to last byte, one request. */
  readonly timeoutMs: number;
  /** Of a body, on the wire and decoded. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** In the whole run, redirects included. */
  readonly maxRequests: number;
  /** Whether an IP address may be connected to. */
  readonly mayAsk: (ip: string) => boolean;
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
};

export const DEFAULT_FETCH_SETTINGS: FetchSettings = {
  userAgent: "Dateline-Doctor/0.1 (+feed checker)",
  timeoutMs: 10_000,
  maxBytes: 10_000_000,
  maxRedirects: 5,
  maxRequests: 40,
  mayAsk: isPublicAddress,
  resolve: (host) => lookup(host, { all: true }),
};

export type FetchRequest = {
  readonly method: "GET" | "HEAD";
  readonly url: string;
  /** Beside the run's own `User-Agent`, `Accept` and `Accept-Encoding`; an empty value leaves the field out. */
  readonly headers: Readonly<Record<string, string>>;
};
