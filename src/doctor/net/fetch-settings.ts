import { lookup } from "node:dns/promises";
import { userAgent } from "../../site/user-agent.ts";
import { isPublicAddress } from "./public-address.ts";

/** An IP address of a host name. */
export type HostAddress = { readonly address: string; readonly family: number };

/** What a run of the doctor may do on the network. */
export type FetchSettings = {
  readonly userAgent: string;
  /** For one request, from resolving the name to the last byte. */
  readonly timeoutMs: number;
  /** The limit for a body, both encoded and decoded. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** For the whole run, including redirects. */
  readonly maxRequests: number;
  /** Whether the doctor may connect to an IP address for a URL. */
  readonly mayAsk: (ip: string, url: URL) => boolean;
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
};

export const DEFAULT_FETCH_SETTINGS: FetchSettings = {
  userAgent: userAgent(undefined),
  timeoutMs: 10_000,
  maxBytes: 10_000_000,
  maxRedirects: 5,
  maxRequests: 60,
  mayAsk: isPublicAddress,
  resolve: (host) => lookup(host, { all: true }),
};

export type FetchRequest = {
  readonly method: "GET" | "HEAD";
  readonly url: string;
  /** Replace the default `User-Agent`, `Accept` and `Accept-Encoding` or are added. An empty value removes a field. */
  readonly headers: Readonly<Record<string, string>>;
};
