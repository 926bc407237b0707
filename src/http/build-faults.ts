import { renderFaultsPage } from "../render/html/pages/faults-page.tsx";
import { negotiate } from "../syntax/accept.ts";
import { BARE_PAGE_SECURITY, NO_SNIFFING } from "./security-headers.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/** Seconds after which a browser asks again, so that the page comes back without its reader's help. */
const REFRESH = 2;

/** The request headers that make an answer something else than the whole document. */
const CONDITIONS = ["If-None-Match", "If-Modified-Since", "If-Range", "Range"];

/**
 * Answers every page with the faults of the content, for a Worker on the author's machine that has the last good build.
 * The author, who looks at a browser, would otherwise see the old page without a sign. Feeds, media and everything else
 * that is no page come from the last good build. A browser gets a page, which is replaced once the faults are fixed;
 * another client that asks for a page gets text.
 *
 * @param faults a line each; never empty
 * @param fetch answers from the last good build
 */
export function withBuildFaults(faults: readonly string[], fetch: Fetch): Fetch {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return fetch(request);
    const whole = new Request(request);
    for (const name of CONDITIONS) whole.headers.delete(name);
    const answer = await fetch(whole);
    if (!isPage(answer)) return CONDITIONS.some((name) => request.headers.has(name)) ? fetch(request) : answer;
    await answer.body?.cancel();
    return answerFaults(request, faults);
  };
}

/** Whether the body of an answer is a page. */
export function isPage({ headers }: Response): boolean {
  return headers.get("Content-Type")?.startsWith("text/html") ?? false;
}

/** The faults as a page or as text, by what the client accepts. */
export function answerFaults(request: Request, faults: readonly string[]): Response {
  const offers = [
    { name: "text", mediaType: "text/plain", aliases: [] },
    { name: "html", mediaType: "text/html", aliases: [] },
  ] as const;
  const asPage = negotiate(request.headers.get("accept"), offers) === "html";
  const headers = new Headers({
    "Content-Type": `text/${asPage ? "html" : "plain"}; charset=utf-8`,
    "Cache-Control": "no-store",
    "Retry-After": String(REFRESH),
    Vary: "Accept",
  });
  for (const [name, value] of asPage ? [NO_SNIFFING, ...BARE_PAGE_SECURITY] : [NO_SNIFFING]) headers.set(name, value);
  // Without a script, only this header makes a browser ask again.
  if (asPage) headers.set("Refresh", String(REFRESH));
  const body = asPage ? renderFaultsPage(faults) : asText(faults);
  return new Response(request.method === "HEAD" ? null : body, { status: 503, headers });
}

function asText(faults: readonly string[]): string {
  return `The content has faults. Pages are not served until they are fixed:\n\n${faults.join("\n")}\n`;
}
