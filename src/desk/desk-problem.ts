import type { DeskScope } from "./access/scopes.ts";

/**
 * Something that whoever asked has to change: at `pointer` (RFC 6901) in the body, or in a parameter or header. `line` counts from 1, `found` is as
 * it is to be printed.
 */
export type Fault = {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly line?: number;
  readonly found?: string;
  readonly expected: string;
};

/** Why a token is refused, as RFC 6750 section 3.1 has it: without a word where none was shown. */
export type Refusal = "none" | "malformed" | "unknown" | "expired" | "revoked";

/** Everything that a request at the desk can meet but what it asked for. */
export type DeskProblem = { readonly problem: true } & (
  | { readonly kind: "bad-request"; readonly faults: readonly Fault[] }
  | { readonly kind: "invalid"; readonly faults: readonly Fault[]; readonly warnings?: readonly Fault[] }
  | { readonly kind: "unauthenticated"; readonly refusal: Refusal }
  | { readonly kind: "insufficient-scope"; readonly scope: DeskScope; readonly what: string }
  | { readonly kind: "forged" }
  | { readonly kind: "too-many-requests"; readonly seconds: number }
  | { readonly kind: "not-found"; readonly what: string }
  | { readonly kind: "moved"; readonly location: string }
  | { readonly kind: "method-not-allowed"; readonly allow: string }
  | { readonly kind: "not-acceptable"; readonly available: readonly string[] }
  | { readonly kind: "unsupported-media-type"; readonly found: string | null; readonly accepted: readonly string[] }
  | { readonly kind: "unsupported-coding"; readonly found: string }
  | { readonly kind: "too-large"; readonly most: number }
  | { readonly kind: "range-not-satisfiable"; readonly length: number }
  | { readonly kind: "precondition-failed"; readonly etag?: string }
  | { readonly kind: "slug-taken"; readonly slug: string; readonly id: string }
  | { readonly kind: "path-taken"; readonly path: string; readonly id: string }
  | { readonly kind: "media-taken"; readonly path: string }
  | { readonly kind: "key-reused" }
  | { readonly kind: "internal" }
);

export type DeskProblemKind = DeskProblem["kind"];

/** One fault in a request that could not be read at all. */
export function badRequest(fault: Fault): DeskProblem {
  return { problem: true, kind: "bad-request", faults: [fault] };
}
