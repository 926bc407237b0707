/** What one look at an address brought: an answer, or why there is none. Everything in it was written by strangers. */
export type Fetched = Answer | Failure;

export type Answer = {
  readonly kind: "answer";
  /** The address that answered, behind all redirects. */
  readonly url: string;
  readonly hops: readonly Hop[];
  readonly status: number;
  /** Names in lower case; several fields of one name joined as RFC 9110 section 5.3 says. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded. */
  readonly body: Uint8Array;
  /** The body's bytes as they came over the wire. */
  readonly wireBytes: number;
  /** A 304 or an answer to HEAD that was followed by bytes none may have. */
  readonly hasForbiddenBody: boolean;
};

export type Failure = { readonly kind: "failure"; readonly hops: readonly Hop[]; readonly fault: FetchFault };

export type Hop = { readonly url: string; readonly status: number; readonly location: string };

/** A fault names the address at which it happened, which may be behind a redirect. */
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
  | { readonly kind: "too-many-redirects"; readonly most: number }
  | { readonly kind: "bad-location"; readonly location: string }
  /** The run's own allowance of requests is used up. */
  | { readonly kind: "spent" }
);

/** One fault in a few words. */
export function describeFault(fault: FetchFault): string {
  switch (fault.kind) {
    case "not-web":
      return `${fault.url}: ${fault.because}`;
    case "private":
      return `${fault.url} leads to ${fault.ip}, which is not on the public internet`;
    case "unknown-host":
      return `no such host: ${fault.url}`;
    case "no-connection":
      return `no connection to ${fault.url} (${fault.code})`;
    case "certificate":
      return `no trusted TLS connection to ${fault.url} (${fault.code})`;
    case "broken-http":
      return `${fault.url} does not speak HTTP as it should (${fault.code})`;
    case "timeout":
      return `${fault.url} was not done within ${fault.milliseconds / 1_000} s`;
    case "too-large":
      return `${fault.url} sends more than ${fault.bytes} bytes${fault.isDecoded ? " once decompressed" : ""}`;
    case "undecodable":
      return `${fault.url} sends a body that is not the ${fault.coding} it is said to be`;
    case "redirect-loop":
      return `${fault.url} redirects in a circle`;
    case "too-many-redirects":
      return `more than ${fault.most} redirects, the last to ${fault.url}`;
    case "bad-location":
      return `${fault.url} redirects to no usable address: "${fault.location}"`;
    case "spent":
      return `${fault.url} was not asked: this run has made all its requests`;
  }
}
