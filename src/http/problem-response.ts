import type { Publication } from "../model/publication.ts";
import { renderProblemPage } from "../render/html/pages/problem-page.tsx";
import { escapeHtml } from "../syntax/html.ts";
import { negotiate, type Offer } from "./negotiation.ts";
import { describeProblem, type Problem, type ProblemDetails } from "./problems.ts";
import { NO_SNIFFING, OPEN_TO_ALL, PAGE_SECURITY } from "./security-headers.ts";

type ProblemForm = "text" | "html" | "json" | "xml";

const TEXT: Offer<ProblemForm> = { name: "text", mediaType: "text/plain", aliases: [] };
const HTML: Offer<ProblemForm> = { name: "html", mediaType: "text/html", aliases: [] };
const JSON_PROBLEM: Offer<ProblemForm> = {
  name: "json",
  mediaType: "application/problem+json",
  aliases: ["application/json", "application/feed+json"],
};
const XML_PROBLEM: Offer<ProblemForm> = {
  name: "xml",
  mediaType: "application/problem+xml",
  aliases: ["application/rss+xml", "application/atom+xml", "application/xml", "text/xml"],
};

/** Answers a problem in the form the client asked for; to one that takes anything, in the form the address looks like. */
export function sendProblem(request: Request, path: string, problem: Problem, publication?: Publication): Response {
  const details = describeProblem(problem);
  const form = negotiate(request.headers.get("accept"), offersFor(path)) ?? "text";
  const { mediaType, body } = write(details, form, publication);
  const headers: [string, string][] = [
    ...details.headers,
    ["Content-Type", `${mediaType}; charset=utf-8`],
    ["Vary", "Accept"],
    NO_SNIFFING,
    ...(form === "html" ? PAGE_SECURITY : OPEN_TO_ALL),
  ];
  return new Response(request.method === "HEAD" ? null : body, { status: details.status, headers });
}

function offersFor(path: string): readonly Offer<ProblemForm>[] {
  if (path.endsWith(".json")) return [JSON_PROBLEM, TEXT, HTML, XML_PROBLEM];
  if (path.endsWith(".xml")) return [XML_PROBLEM, TEXT, HTML, JSON_PROBLEM];
  return [TEXT, HTML, JSON_PROBLEM, XML_PROBLEM];
}

function write(details: ProblemDetails, form: ProblemForm, publication: Publication | undefined) {
  const { status, title, detail, extensions } = details;
  switch (form) {
    case "html":
      return { mediaType: "text/html", body: renderProblemPage({ status, title, detail }, publication) };
    case "json":
      // RFC 9457 section 4.2.1: without a type of its own a problem is "about:blank", which may be left out.
      return {
        mediaType: "application/problem+json",
        body: `${JSON.stringify({ title, status, detail, ...extensions })}\n`,
      };
    case "xml": {
      // RFC 9457 appendix B.
      const members = `<title>${escapeHtml(title)}</title><status>${status}</status><detail>${escapeHtml(detail)}</detail>`;
      const body = `<?xml version="1.0" encoding="utf-8"?>\n<problem xmlns="urn:ietf:rfc:7807">${members}</problem>\n`;
      return { mediaType: "application/problem+xml", body };
    }
    case "text":
      return { mediaType: "text/plain", body: `${status} ${title}\n${detail}\n` };
  }
}
