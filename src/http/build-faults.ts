import type { Hono } from "hono";
import { renderFaultsPage } from "../render/html/pages/faults-page.tsx";
import { STYLESHEET_PATH } from "../render/html/style/style.ts";
import { HEALTH_PATH } from "../site/addresses.ts";
import { negotiate } from "../syntax/accept.ts";
import { BARE_PAGE_SECURITY, NO_SNIFFING } from "./security-headers.ts";
import type { HttpEnv } from "./service.ts";

/** Seconds after which a browser asks again, so that the page comes back without its reader's help. */
const REFRESH = 2;

/** What goes on in spite of the faults: the style of the page that tells them, and the answer that the Worker runs. */
const SPARED: ReadonlySet<string> = new Set([STYLESHEET_PATH, HEALTH_PATH]);

/**
 * Answers everything with the faults of the content, for a Worker of `wrangler dev` that has the last good build. The
 * author, who looks at a browser, would otherwise see the old page without a sign. A browser gets a page, which is
 * replaced once the faults are fixed; a feed reader gets text.
 *
 * @param faults a line each; never empty
 */
export function mountBuildFaults(app: Hono<HttpEnv>, faults: readonly string[]): void {
  app.use("*", async ({ req }, next) => {
    if (SPARED.has(req.path)) return next();
    return answerFaults(req.raw, faults);
  });
}

function answerFaults(request: Request, faults: readonly string[]): Response {
  const offers = [
    { name: "text", mediaType: "text/plain", aliases: [] },
    { name: "html", mediaType: "text/html", aliases: [] },
  ] as const;
  const isPage = negotiate(request.headers.get("accept"), offers) === "html";
  const headers = new Headers({
    "Content-Type": `text/${isPage ? "html" : "plain"}; charset=utf-8`,
    "Cache-Control": "no-store",
    "Retry-After": String(REFRESH),
    Vary: "Accept",
  });
  for (const [name, value] of isPage ? [NO_SNIFFING, ...BARE_PAGE_SECURITY] : [NO_SNIFFING]) headers.set(name, value);
  // Without a script, only this header makes a browser ask again.
  if (isPage) headers.set("Refresh", String(REFRESH));
  const body = isPage ? renderFaultsPage(faults) : asText(faults);
  return new Response(request.method === "HEAD" ? null : body, { status: 503, headers });
}

function asText(faults: readonly string[]): string {
  return `The content has faults, so nothing is served until they are fixed:\n\n${faults.join("\n")}\n`;
}
