import type { ListedArticle } from "../model/catalogue.ts";
import type { Publication } from "../model/publication.ts";
import { renderProblemPage, type WithdrawnArticle } from "../render/html/pages/problem-page.tsx";
import { escapeHtml } from "../syntax/html.ts";

/**
 * A problem: an HTTP outcome other than success, in the terms of RFC 9457. Each room has a union of the kinds of
 * problem that its requests can meet, and one function that describes each kind in this form.
 */
export type HttpProblem = {
  /** A URI that names the kind. Without one the kind is `about:blank` (section 4.2.1), and the member is left out. */
  readonly type?: string;
  readonly status: number;
  /** The same for every occurrence of the kind. */
  readonly title: string;
  readonly detail: string;
  /** What the detail quotes of the publication, in its language. A page shows it alone if it is not in English. */
  readonly reason?: string;
  /** The article that the problem is about, which only a page tells. */
  readonly withdrawn?: WithdrawnArticle;
  /** The headers that the status asks for. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Members of the JSON form beyond those of the standard (section 3.2). */
  readonly extensions?: Readonly<Record<string, unknown>>;
};

export type ProblemForm = "text" | "html" | "json" | "xml";

export const PROBLEM_JSON = "application/problem+json";
export const PROBLEM_XML = "application/problem+xml";

/**
 * Turns a problem into a response.
 *
 * @param headers are set last, so they replace headers of the same name
 * @param publication gives the page its name and its language; without one the page is in English
 * @param latest the newest articles, which a page offers
 */
export function problemResponse(
  problem: HttpProblem,
  form: ProblemForm,
  headers: Iterable<readonly [name: string, value: string]>,
  publication?: Publication,
  latest: readonly ListedArticle[] = [],
): Response {
  const { mediaType, body } = write(problem, form, publication, latest);
  const all = new Headers({ "Content-Type": `${mediaType}; charset=utf-8` });
  for (const [name, value] of [...(problem.headers ?? []), ...headers]) all.set(name, value);
  return new Response(body, { status: problem.status, headers: all });
}

function write(
  { type, status, title, detail, reason, withdrawn, extensions }: HttpProblem,
  form: ProblemForm,
  publication: Publication | undefined,
  latest: readonly ListedArticle[],
) {
  switch (form) {
    case "html": {
      const body = renderProblemPage({ status, title, detail, reason, withdrawn }, publication, latest);
      return { mediaType: "text/html", body };
    }
    case "json":
      return { mediaType: PROBLEM_JSON, body: `${JSON.stringify({ type, title, status, detail, ...extensions })}\n` };
    case "xml": {
      // RFC 9457 appendix B.
      const members = `<title>${escapeHtml(title)}</title><status>${status}</status><detail>${escapeHtml(detail)}</detail>`;
      const body = `<?xml version="1.0" encoding="utf-8"?>\n<problem xmlns="urn:ietf:rfc:7807">${members}</problem>\n`;
      return { mediaType: PROBLEM_XML, body };
    }
    case "text":
      return { mediaType: "text/plain", body: `${status} ${title}\n${detail}\n` };
  }
}
