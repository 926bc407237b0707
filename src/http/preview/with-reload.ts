import { escapeHtml } from "../../syntax/html.ts";
import { isPage } from "../build-faults.ts";
import { RELOAD_SCRIPT_PATH } from "./reload-script.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/** The request headers without which an answer is a whole document as text. */
const VARYING = ["Accept-Encoding", "If-None-Match", "If-Modified-Since", "If-Range", "Range"];

/**
 * Adds to each page that a browser asks for the script that reloads it, with the state of the content that the page
 * shows, and lets the page run it. Everything else is as the service answers it.
 */
export function withReload(state: string, fetch: Fetch): Fetch {
  return async (request) => {
    const { method, url, headers } = request;
    const isRead = method === "GET" || method === "HEAD";
    // Only browsers name pages in what they accept.
    if (!isRead || !headers.get("Accept")?.includes("text/html")) return fetch(request);
    // Without `cf`, which has the codings that the client accepts as well.
    const plain = new Request(url, { method, headers });
    for (const name of VARYING) plain.headers.delete(name);
    const answer = await fetch(plain);
    return isPage(answer) ? reloading(answer, state) : answer;
  };
}

async function reloading(answer: Response, state: string): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.set("Content-Security-Policy", allowReload(headers.get("Content-Security-Policy") ?? ""));
  // The page is another one than the service's, and the script takes the place of asking again.
  for (const name of ["ETag", "Last-Modified", "Content-Length", "Refresh"]) headers.delete(name);
  headers.set("Cache-Control", "no-store");
  const script = `<script src="${RELOAD_SCRIPT_PATH}" data-state="${escapeHtml(state)}"></script>`;
  const page = answer.body && (await answer.text()).replace("</body>", () => `${script}</body>`);
  return new Response(page, { status: answer.status, headers });
}

/** The policy of a page, with the script and its stream (CSP Level 3, section 6.1). */
export function allowReload(policy: string): string {
  const directives = policy.split(";").flatMap((each) => each.trim() || []);
  for (const name of ["script-src", "connect-src"]) {
    const index = directives.findIndex((each) => each.split(/\s/)[0] === name);
    const sources = directives[index]?.split(/\s/).slice(1) ?? [];
    if (sources.includes("'self'")) continue;
    const allowed = [name, ...sources.filter((each) => each !== "'none'"), "'self'"].join(" ");
    if (index === -1) directives.push(allowed);
    else directives[index] = allowed;
  }
  return directives.join("; ");
}
