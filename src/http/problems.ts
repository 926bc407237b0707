import type { Retraction } from "../model/article.ts";

/** Everything a request can meet but what it asked for. */
export type Problem =
  | { readonly kind: "bad-request"; readonly fault: string }
  | { readonly kind: "not-found" }
  | { readonly kind: "moved"; readonly location: string }
  | { readonly kind: "withdrawn"; readonly retraction?: Retraction }
  | { readonly kind: "method-not-allowed" }
  | { readonly kind: "not-acceptable"; readonly available: readonly { mediaType: string; address: string }[] }
  | { readonly kind: "range-not-satisfiable"; readonly length: number }
  | { readonly kind: "internal" };

/** A problem in the terms of RFC 9457, and the headers its status asks for. */
export type ProblemDetails = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers: readonly [string, string][];
  /** Members of the JSON form beyond the standard's own (section 3.2). */
  readonly extensions?: Record<string, unknown>;
};

export const ALLOWED_METHODS = "GET, HEAD, OPTIONS";

/** One kind, one status. What is said is for strangers: no stack, no path of ours, no word about what is not out yet. */
export function describeProblem(problem: Problem): ProblemDetails {
  switch (problem.kind) {
    case "bad-request":
      return {
        status: 400,
        title: "Bad request",
        detail: problem.fault,
        headers: [["Cache-Control", "no-store"]],
      };
    case "not-found":
      return {
        status: 404,
        title: "Not found",
        detail: "There is nothing at this address.",
        headers: [["Cache-Control", "no-cache"]],
      };
    case "moved":
      return {
        status: 301,
        title: "Moved permanently",
        detail: `This has moved to ${problem.location}`,
        headers: [
          ["Location", problem.location],
          ["Cache-Control", "public, max-age=3600"],
        ],
        extensions: { location: problem.location },
      };
    case "withdrawn":
      return {
        status: 410,
        title: "Withdrawn",
        detail: problem.retraction
          ? `This article was retracted: ${problem.retraction.reason}`
          : "This article is no longer published.",
        headers: [["Cache-Control", "public, max-age=60"]],
        ...(problem.retraction ? { extensions: { retracted: problem.retraction.time } } : {}),
      };
    case "method-not-allowed":
      return {
        status: 405,
        title: "Method not allowed",
        detail: `This address answers ${ALLOWED_METHODS}.`,
        headers: [
          ["Allow", ALLOWED_METHODS],
          ["Cache-Control", "no-store"],
        ],
      };
    case "not-acceptable":
      return {
        status: 406,
        title: "Not acceptable",
        detail: `This is available as ${problem.available.map(({ mediaType, address }) => `${mediaType} (${address})`).join(", ")}.`,
        headers: [
          ["Cache-Control", "no-store"],
          [
            "Link",
            problem.available
              .map(({ mediaType, address }) => `<${address}>; rel="alternate"; type="${mediaType}"`)
              .join(", "),
          ],
        ],
        extensions: { available: problem.available },
      };
    case "range-not-satisfiable":
      return {
        status: 416,
        title: "Range not satisfiable",
        detail: `The file has ${problem.length} bytes.`,
        headers: [
          ["Content-Range", `bytes */${problem.length}`],
          ["Cache-Control", "no-store"],
        ],
      };
    case "internal":
      return {
        status: 500,
        title: "Something went wrong",
        detail: "The service could not answer. The fault has been logged; please try again later.",
        headers: [["Cache-Control", "no-store"]],
      };
  }
}
