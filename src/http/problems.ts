import type { Retraction } from "../model/article.ts";
import type { ListedArticle } from "../model/catalogue.ts";
import type { Publication } from "../model/publication.ts";
import type { WithdrawnArticle } from "../render/html/pages/problem-page.tsx";
import { negotiate, type Offer } from "../syntax/accept.ts";
import { formatLink } from "../syntax/link-header.ts";
import { formatUnsatisfiedRange } from "../syntax/range.ts";
import { type HttpProblem, PROBLEM_JSON, PROBLEM_XML, type ProblemForm, problemResponse } from "./problem-response.ts";
import { BARE_PAGE_SECURITY, NO_SNIFFING, OPEN_TO_ALL } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** Every outcome of a public request other than success. */
export type Problem =
  | { readonly kind: "bad-request"; readonly fault: string }
  | { readonly kind: "not-found" }
  | { readonly kind: "moved"; readonly location: string }
  | ({ readonly kind: "withdrawn"; readonly retraction?: Retraction } & WithdrawnArticle)
  | { readonly kind: "method-not-allowed" }
  | { readonly kind: "not-acceptable"; readonly available: readonly { mediaType: string; address: string }[] }
  | { readonly kind: "range-not-satisfiable"; readonly length: number }
  | { readonly kind: "internal" };

export const ALLOWED_METHODS = "GET, HEAD, OPTIONS";

/**
 * Each kind has one status. Anyone may read the text, so it contains no stack trace, no path of the source and nothing
 * about articles that are not public yet.
 */
function describeProblem(problem: Problem): HttpProblem {
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
        withdrawn: problem,
        headers: [["Cache-Control", "public, max-age=60"]],
        ...(problem.retraction && {
          reason: problem.retraction.reason,
          extensions: { retracted: problem.retraction.time },
        }),
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
              .map(({ mediaType, address }) => formatLink(address, { rel: "alternate", type: mediaType }))
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
          ["Content-Range", formatUnsatisfiedRange(problem.length)],
          ["Cache-Control", "no-store"],
        ],
      };
    case "internal":
      return {
        status: 500,
        title: "Internal server error",
        detail: "The service failed to answer. The error has been logged. Please try again later.",
        headers: [["Cache-Control", "no-store"]],
      };
  }
}

const TEXT: Offer<ProblemForm> = { name: "text", mediaType: "text/plain", aliases: [] };
const HTML: Offer<ProblemForm> = { name: "html", mediaType: "text/html", aliases: [] };
const JSON_PROBLEM: Offer<ProblemForm> = {
  name: "json",
  mediaType: PROBLEM_JSON,
  aliases: ["application/json", "application/feed+json"],
};
const XML_PROBLEM: Offer<ProblemForm> = {
  name: "xml",
  mediaType: PROBLEM_XML,
  aliases: ["application/rss+xml", "application/atom+xml", "application/xml", "text/xml"],
};

/** Answers with a problem, under the name and in the language of the publication. */
export async function answerProblem(service: Service, context: HttpContext, problem: Problem): Promise<Response> {
  const { raw: request, path } = context.req;
  const { store } = service.siteFor(request.url);
  const isPage = formFor(request, path) === "html";
  const hasLatest = isPage && (problem.kind === "not-found" || problem.kind === "withdrawn");
  const now = service.now();
  const [publication, facts, latest] = await Promise.all([
    store.publication(),
    // Only a page shows them, and programs that try addresses ask for none.
    isPage ? store.pageFacts(now) : undefined,
    hasLatest ? store.recent(0, MAX_LATEST, now) : [],
  ]);
  const { navigation } = facts ?? {};
  return sendProblem(request, path, problem, { ...publication, ...(navigation && { navigation }) }, latest);
}

/** How many of the newest articles the page of a problem offers. */
const MAX_LATEST = 6;

/**
 * Sends a problem in the form that the client prefers. The extension of the path decides if the client accepts all
 * forms.
 */
export function sendProblem(
  request: Request,
  path: string,
  problem: Problem,
  publication?: Publication,
  latest: readonly ListedArticle[] = [],
): Response {
  const form = formFor(request, path);
  const headers = [
    ["Vary", "Accept, Accept-Encoding"] as const,
    NO_SNIFFING,
    ...(form === "html" ? BARE_PAGE_SECURITY : OPEN_TO_ALL),
  ];
  const response = problemResponse(describeProblem(problem), form, headers, publication, latest);
  return request.method === "HEAD" ? new Response(null, response) : response;
}

function formFor(request: Request, path: string): ProblemForm {
  return negotiate(request.headers.get("accept"), offersFor(path)) ?? "text";
}

function offersFor(path: string): readonly Offer<ProblemForm>[] {
  if (path.endsWith(".json")) return [JSON_PROBLEM, TEXT, HTML, XML_PROBLEM];
  if (path.endsWith(".xml")) return [XML_PROBLEM, TEXT, HTML, JSON_PROBLEM];
  return [TEXT, HTML, JSON_PROBLEM, XML_PROBLEM];
}
