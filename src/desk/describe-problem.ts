import type { DeskProblem, DeskProblemKind, Refusal } from "./desk-problem.ts";

type Described = {
  readonly detail: string;
  readonly headers?: readonly (readonly [string, string])[];
  /** Members beyond the standard's own (RFC 9457 section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
};

/** The status and title of each kind of problem: the same at each occurrence (RFC 9457 section 3.1.3). */
export const PROBLEM_KINDS: Readonly<Record<DeskProblemKind, readonly [status: number, title: string]>> = {
  "bad-request": [400, "The request cannot be read"],
  invalid: [422, "There are faults in what was sent"],
  unauthenticated: [401, "No access"],
  "insufficient-scope": [403, "The token does not reach so far"],
  forged: [403, "Not sent from a page of the desk"],
  "too-many-requests": [429, "Too many requests"],
  "not-found": [404, "Not found"],
  moved: [308, "Moved permanently"],
  "method-not-allowed": [405, "Method not allowed"],
  "not-acceptable": [406, "Not acceptable"],
  "unsupported-media-type": [415, "Unsupported media type"],
  "unsupported-coding": [415, "Unsupported content coding"],
  "too-large": [413, "Too large"],
  "range-not-satisfiable": [416, "Range not satisfiable"],
  "precondition-failed": [412, "Changed in the meantime"],
  "slug-taken": [409, "The slug is taken"],
  "path-taken": [409, "The address is taken"],
  "media-taken": [409, "The address is taken by another file"],
  "key-reused": [422, "The key was used for another request"],
  internal: [500, "Something went wrong"],
};

/** What is said of one occurrence. */
export function describeProblem(problem: DeskProblem): Described {
  switch (problem.kind) {
    case "bad-request":
      return { detail: `${countFaults(problem.faults)}: see faults.`, members: { faults: problem.faults } };
    case "invalid": {
      const { faults, warnings = [] } = problem;
      return {
        detail: `Nothing was saved. ${countFaults(faults)}: see faults.`,
        members: { faults, ...(warnings.length > 0 && { warnings }) },
      };
    }
    case "unauthenticated": {
      const detail = REFUSALS[problem.refusal];
      // RFC 6750 section 3.1: whoever showed no token is told no error.
      const error = problem.refusal === "none" ? "" : `, error="invalid_token", error_description="${detail}"`;
      return { detail, headers: [["WWW-Authenticate", `Bearer realm="desk"${error}`]] };
    }
    case "insufficient-scope":
      return {
        detail: `${problem.what} takes a token with the scope "${problem.scope}".`,
        headers: [["WWW-Authenticate", `Bearer realm="desk", error="insufficient_scope", scope="${problem.scope}"`]],
        members: { scope: problem.scope },
      };
    case "forged":
      return {
        detail:
          "A browser that is signed in may change something only from a page of the desk. Load the page again, or send its token in X-CSRF-Token.",
      };
    case "too-many-requests":
      return {
        detail: `Wait ${problem.seconds} seconds before the next.`,
        headers: [["Retry-After", String(problem.seconds)]],
      };
    case "not-found":
      return { detail: problem.what };
    case "moved":
      return {
        detail: `This has moved to ${problem.location}`,
        headers: [["Location", problem.location]],
        members: { location: problem.location },
      };
    case "method-not-allowed":
      return { detail: `This address answers ${problem.allow}.`, headers: [["Allow", problem.allow]] };
    case "not-acceptable":
      return {
        detail: `This is available as ${problem.available.join(", ")}.`,
        members: { available: problem.available },
      };
    case "unsupported-media-type":
      return {
        detail: `Expected Content-Type: ${problem.accepted.join(" or ")}, in UTF-8; found ${problem.found ?? "none"}.`,
        // RFC 9110 section 12.5.1: in a response, what could have been sent.
        headers: [["Accept", problem.accepted.join(", ")]],
        members: { accepted: problem.accepted },
      };
    case "unsupported-coding":
      return {
        detail: `Expected a body as it is; found Content-Encoding: ${problem.found}.`,
        headers: [["Accept-Encoding", "identity"]],
      };
    case "too-large":
      return { detail: `Expected at most ${problem.most} bytes.`, members: { most: problem.most } };
    case "range-not-satisfiable":
      return {
        detail: `The file has ${problem.length} bytes.`,
        headers: [["Content-Range", `bytes */${problem.length}`]],
      };
    case "precondition-failed":
      return problem.etag === undefined
        ? { detail: "There is no such article now." }
        : { detail: `Its entity tag is ${problem.etag} now. Read it again.`, members: { etag: problem.etag } };
    case "slug-taken":
      return {
        detail: `The article ${problem.id} has the slug "${problem.slug}".`,
        members: { slug: problem.slug, heldBy: problem.id },
      };
    case "path-taken":
      return {
        detail: `${problem.path} leads to the article ${problem.id}, which had it before.`,
        members: { path: problem.path, heldBy: problem.id },
      };
    case "media-taken":
      return {
        detail: `Another file lies at ${problem.path}. Send this one under another name.`,
        members: { path: problem.path },
      };
    case "key-reused":
      return { detail: "This Idempotency-Key was used for another request. A new request takes a new key." };
    case "internal":
      return { detail: "The service could not answer. The fault has been logged; please try again later." };
  }
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  none: "The desk takes an access token, sent as Authorization: Bearer.",
  malformed: "The token is malformed",
  unknown: "The token is not known",
  expired: "The token has expired",
  revoked: "The token was revoked",
};

function countFaults({ length }: readonly unknown[]): string {
  return length === 1 ? "There is one fault" : `There are ${length} faults`;
}
