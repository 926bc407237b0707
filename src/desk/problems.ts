import type { HttpProblem } from "../http/problem-response.ts";
import { formatUnsatisfiedRange } from "../syntax/range.ts";
import { type DeskScope, SCOPE_MEANINGS } from "./access/scopes.ts";
import type { Fault } from "./fault.ts";
import { REFERENCE_PATH } from "./paths.ts";
import { TOKEN_RULE } from "./tokens.ts";

/**
 * Why a client is not authenticated. `none`: it sent no token, so RFC 6750 section 3.1 forbids an error code. `scheme`:
 * it sent something else than `Bearer`, which may be a token without that word.
 */
export type Refusal = "none" | "scheme" | "malformed" | "unknown" | "expired" | "revoked";

/** Every outcome of a request to the desk other than success. */
export type DeskProblem =
  | { readonly kind: "bad-request"; readonly faults: readonly Fault[] }
  | { readonly kind: "invalid"; readonly faults: readonly Fault[]; readonly warnings?: readonly Fault[] }
  | { readonly kind: "unauthenticated"; readonly refusal: Refusal }
  | {
      readonly kind: "insufficient-scope";
      readonly scope: DeskScope;
      /** The subject of the sentence that says what needs the scope. */
      readonly what?: string;
    }
  | { readonly kind: "forged" }
  | { readonly kind: "too-many-requests"; readonly seconds: number }
  | { readonly kind: "not-found"; readonly what: string }
  | { readonly kind: "method-not-allowed"; readonly allow: string }
  | { readonly kind: "not-acceptable"; readonly available: readonly string[] }
  | { readonly kind: "unsupported-media-type"; readonly found: string | null; readonly accepted: readonly string[] }
  | { readonly kind: "unsupported-coding"; readonly found: string }
  | { readonly kind: "too-large"; readonly maxBytes: number }
  | { readonly kind: "range-not-satisfiable"; readonly length: number }
  | {
      readonly kind: "precondition-failed";
      readonly etag?: string;
      /** The article that is there already, if the request was to create one. */
      readonly holder?: { readonly id: string; readonly slug: string };
    }
  /** Other writers came first each time. The same request may be sent again. */
  | { readonly kind: "busy"; readonly seconds: number }
  | { readonly kind: "slug-taken"; readonly slug: string; readonly id: string }
  | { readonly kind: "path-taken"; readonly path: string; readonly id: string }
  | { readonly kind: "media-taken"; readonly path: string }
  | { readonly kind: "key-reused" }
  | { readonly kind: "internal" };

export type DeskProblemKind = DeskProblem["kind"];

/** The problem of a request that cannot be read at all. */
export function badRequest(...faults: readonly Fault[]): DeskProblem {
  return { kind: "bad-request", faults };
}

/** The status and the title of each kind, the same for every occurrence (RFC 9457 section 3.1.3). */
export const PROBLEM_KINDS: Readonly<Record<DeskProblemKind, readonly [status: number, title: string]>> = {
  "bad-request": [400, "Invalid request"],
  invalid: [422, "Invalid content"],
  unauthenticated: [401, "Authentication required"],
  "insufficient-scope": [403, "Insufficient scope"],
  forged: [403, "Cross-site request"],
  "too-many-requests": [429, "Too many requests"],
  "not-found": [404, "Not found"],
  "method-not-allowed": [405, "Method not allowed"],
  "not-acceptable": [406, "Not acceptable"],
  "unsupported-media-type": [415, "Unsupported media type"],
  "unsupported-coding": [415, "Unsupported content coding"],
  "too-large": [413, "Content too large"],
  "range-not-satisfiable": [416, "Range not satisfiable"],
  "precondition-failed": [412, "Precondition failed"],
  busy: [503, "Too many changes at once"],
  "slug-taken": [409, "Slug already in use"],
  "path-taken": [409, "Address already in use"],
  "media-taken": [409, "Address already in use by another file"],
  "key-reused": [422, "Idempotency key already used"],
  internal: [500, "Internal server error"],
};

/** @param origin of the desk; the `type` of the problem is an address of the reference there */
export function describeProblem(problem: DeskProblem, origin: string): HttpProblem {
  const [status, title] = PROBLEM_KINDS[problem.kind];
  return { type: `${origin}${REFERENCE_PATH}#${problem.kind}`, status, title, ...describeOccurrence(problem) };
}

function describeOccurrence(problem: DeskProblem): Pick<HttpProblem, "detail" | "headers" | "extensions"> {
  switch (problem.kind) {
    case "bad-request":
      return { detail: `${countFaults(problem.faults)}: see faults.`, extensions: { faults: problem.faults } };
    case "invalid": {
      const { faults, warnings = [] } = problem;
      return {
        detail: `Nothing was saved. ${countFaults(faults)}: see faults.`,
        extensions: { faults, ...(warnings.length > 0 && { warnings }) },
      };
    }
    case "unauthenticated": {
      const detail = REFUSALS[problem.refusal];
      const error =
        problem.refusal === "none" || problem.refusal === "scheme"
          ? ""
          : `, error="invalid_token", error_description="${detail}"`;
      return { detail, headers: [["WWW-Authenticate", `Bearer realm="desk"${error}`]] };
    }
    case "insufficient-scope":
      return {
        detail: `${problem.what ?? "This operation"} requires a token with the scope "${problem.scope}" (${SCOPE_MEANINGS[problem.scope]}). Make one with: npm run token -- make NAME --scopes ${problem.scope}`,
        headers: [["WWW-Authenticate", `Bearer realm="desk", error="insufficient_scope", scope="${problem.scope}"`]],
        extensions: { scope: problem.scope },
      };
    case "forged":
      return {
        detail:
          "A browser that is signed in can only send changes from a page of the desk. Reload the page, or send its token in X-CSRF-Token.",
      };
    case "too-many-requests":
      return {
        detail: `Wait ${problem.seconds} seconds before the next request.`,
        headers: [["Retry-After", String(problem.seconds)]],
      };
    case "not-found":
      return { detail: problem.what };
    case "method-not-allowed":
      return { detail: `This address supports ${problem.allow}.`, headers: [["Allow", problem.allow]] };
    case "not-acceptable":
      return {
        detail: `This is available as ${problem.available.join(", ")}.`,
        extensions: { available: problem.available },
      };
    case "unsupported-media-type":
      return {
        detail: `Expected Content-Type: ${problem.accepted.join(" or ")}, in UTF-8; found ${problem.found ?? "none"}.`,
        // In a response, `Accept` lists what the server takes in a request (RFC 9110 section 12.5.1).
        headers: [["Accept", problem.accepted.join(", ")]],
        extensions: { accepted: problem.accepted },
      };
    case "unsupported-coding":
      return {
        detail: `Expected a body without a content coding; found Content-Encoding: ${problem.found}.`,
        headers: [["Accept-Encoding", "identity"]],
      };
    case "too-large":
      return { detail: `Expected at most ${problem.maxBytes} bytes.`, extensions: { most: problem.maxBytes } };
    case "range-not-satisfiable":
      return {
        detail: `The file has ${problem.length} bytes.`,
        headers: [["Content-Range", formatUnsatisfiedRange(problem.length)]],
      };
    case "precondition-failed": {
      const { etag, holder } = problem;
      if (etag === undefined) return { detail: "There is nothing at this address that the condition could be about." };
      if (holder)
        return {
          detail: `If-None-Match: * asks for a new ${holder.id.startsWith("page ") ? "page" : "article"}, but there is one already: ${holder.id} has the slug "${holder.slug}". To change it, send If-Match: ${etag}. To create another, choose another slug.`,
          extensions: { etag, slug: holder.slug, heldBy: holder.id },
        };
      return { detail: `The current entity tag is ${etag}. Read it again.`, extensions: { etag } };
    }
    case "busy":
      return {
        detail: `Other writers changed the same article at the same time, again and again, so nothing was saved. Send the request again after ${problem.seconds} seconds.`,
        headers: [["Retry-After", String(problem.seconds)]],
      };
    case "slug-taken":
      return {
        detail: `The article ${problem.id} has the slug "${problem.slug}".`,
        extensions: { slug: problem.slug, heldBy: problem.id },
      };
    case "path-taken":
      return {
        detail: `${problem.path} leads to the ${problem.id.startsWith("page ") ? "" : "article "}${problem.id}, which was there before.`,
        extensions: { path: problem.path, heldBy: problem.id },
      };
    case "media-taken":
      return {
        detail: `Another file is stored at ${problem.path}. Send this file under another name.`,
        extensions: { path: problem.path },
      };
    case "key-reused":
      return { detail: "This Idempotency-Key was used for another request. Use a new key for a new request." };
    case "internal":
      return { detail: "The service failed to answer. The error has been logged. Please try again later." };
  }
}

/** `error_description` permits no quotation mark and no backslash (RFC 6750 section 3). */
const TOKEN_MAKER = "The operator of the newsroom makes one with npm run token -- make NAME";
const TOKEN_FORM = `expected ${TOKEN_RULE}, copied whole. ${TOKEN_MAKER}`;

const REFUSALS: Readonly<Record<Refusal, string>> = {
  none: "The desk requires an access token: Authorization: Bearer dateline_…",
  scheme: `The token is to follow the word Bearer: Authorization: Bearer dateline_…`,
  malformed: `The token is malformed: ${TOKEN_FORM}`,
  unknown: `The token is not known here: it has a typing error, or is of another newsroom. ${TOKEN_MAKER}`,
  expired: "The token has expired",
  revoked: "The token was revoked",
};

function countFaults({ length }: readonly unknown[]): string {
  return length === 1 ? "There is one fault" : `There are ${length} faults`;
}
