import type { Result } from "../../syntax/result.ts";

/** The result of a request with its redirects. All text in it is foreign. */
export type Fetched = Result<Answer, Failure>;

export type Answer = {
  /** The address that answered, after all redirects. */
  readonly url: string;
  readonly hops: readonly Hop[];
  readonly status: number;
  /** Names are in lower case. Several fields of one name are joined (RFC 9110 section 5.3). */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded, without the `Content-Encoding`. */
  readonly body: Uint8Array;
  /** The length of the encoded body. */
  readonly wireBytes: number;
  /** Whether bytes followed a 304 or an answer to HEAD, which must not have a body. */
  readonly hasForbiddenBody: boolean;
};

export type Failure = { readonly hops: readonly Hop[]; readonly fault: FetchFault };

export type Hop = { readonly url: string; readonly status: number; readonly location: string };

/** Why there is no answer. `url` is the address at which it happened, possibly the target of a redirect. */
export type FetchFault = { readonly url: string } & (
  | { readonly kind: "not-web"; readonly because: string }
  | { readonly kind: "private"; readonly ip: string }
  | { readonly kind: "unknown-host" }
  | { readonly kind: "no-connection"; readonly code: string }
  | { readonly kind: "certificate"; readonly code: string }
  | { readonly kind: "broken-http"; readonly code: string }
  | { readonly kind: "timeout"; readonly milliseconds: number }
  | { readonly kind: "too-large"; readonly bytes: number; readonly isDecoded: boolean }
  | { readonly kind: "undecodable"; readonly coding: string }
  | { readonly kind: "redirect-loop" }
  | { readonly kind: "too-many-redirects"; readonly max: number }
  | { readonly kind: "bad-location"; readonly location: string }
  /** A file on disk, or standard input. `url` is its name as it was typed. */
  | { readonly kind: "no-file"; readonly because: string }
  /** The run has made all the requests that it may make. */
  | { readonly kind: "spent" }
);

/** Describes a fault in a few words. */
export function describeFault(fault: FetchFault): string {
  switch (fault.kind) {
    case "not-web":
      return `${fault.url}: ${fault.because}`;
    case "private":
      return `${fault.url} leads to ${fault.ip}, which is not on the public internet`;
    case "unknown-host":
      return `the host of ${fault.url} does not exist`;
    case "no-connection":
      return `no connection to ${fault.url} (${fault.code})`;
    case "certificate":
      return `no trusted TLS connection to ${fault.url} (${fault.code})`;
    case "broken-http":
      return `${fault.url} sends invalid HTTP (${fault.code})`;
    case "timeout":
      return `${fault.url} did not complete its answer within ${fault.milliseconds / 1_000} s`;
    case "too-large":
      return `${fault.url} sends more than ${fault.bytes} bytes${fault.isDecoded ? " once decompressed" : ""}`;
    case "undecodable":
      return `${fault.url} sends a body that is not valid ${fault.coding}, as its Content-Encoding says`;
    case "redirect-loop":
      return `${fault.url} redirects in a circle`;
    case "too-many-redirects":
      return `more than ${fault.max} redirects, the last to ${fault.url}`;
    case "bad-location":
      return `${fault.url} redirects to an invalid address: "${fault.location}"`;
    case "no-file":
      return `${fault.url}: ${fault.because}`;
    case "spent":
      return `${fault.url} was not requested: this run has reached its limit of requests`;
  }
}
