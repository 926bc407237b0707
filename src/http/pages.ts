import { ALL } from "../model/selection.ts";
import { renderContentPage } from "../render/html/pages/content-page.tsx";
import { feedsOfList } from "../render/html/parts/alternates.tsx";
import { playersIn } from "../render/html/parts/players.ts";
import { pagePath } from "../site/addresses.ts";
import { percentDecode } from "../syntax/percent.ts";
import { sendAndRemember } from "./door/send-and-remember.ts";
import { pageLinkHeader } from "./link-header.ts";
import { answerProblem } from "./problems.ts";
import { cachedOrRendered } from "./representation/representation-cache.ts";
import { pageSecurity } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";
import { answerPreflight } from "./small-handlers.ts";
import { storeForPages } from "./store-for-pages.ts";

/**
 * Answers at the path of a page beside the articles. A slash at the end, capitals and other Unicode forms are redirected
 * to the normal path. Returns undefined if there is no page.
 */
export async function answerPage(service: Service, context: HttpContext): Promise<Response | undefined> {
  const { pathname } = new URL(context.req.raw.url);
  const written = percentDecode(/^\/([^/]+)\/?$/.exec(pathname)?.[1] ?? "");
  if (written === undefined || written === "") return undefined;
  const slug = written.normalize("NFC").toLowerCase();
  const request = context.req.raw;
  const now = service.now();
  const { origin, store } = service.siteFor(request.url);
  const found = await store.page(slug, now);
  if (!found) return undefined;
  if (request.method === "OPTIONS") return answerPreflight();
  if (request.method !== "GET" && request.method !== "HEAD")
    return answerProblem(service, context, { kind: "method-not-allowed" });
  if (pathname !== pagePath(slug))
    return answerProblem(service, context, { kind: "moved", location: origin + pagePath(slug) });
  const { page, version, modified } = found;
  const facts = await store.pageFacts(now);
  const key = `page ${slug} ${version} ${facts.key} ${origin}`;
  const representation = await cachedOrRendered(service, context, key, now, async () => {
    const head = await storeForPages(store, facts).head(ALL, now);
    return (
      head && {
        text: renderContentPage(page, head),
        mediaType: "text/html",
        headers: [pageLinkHeader(feedsOfList(head), head.publication), ["Content-Language", page.language]],
        modified: Math.max(modified, facts.modified),
      }
    );
  });
  if (!representation) return undefined;
  const publication = await store.publication();
  const players = playersIn(page.body, publication).map(({ host }) => host);
  const headers = pageSecurity(publication, { players, hasComments: false });
  const caching = { kind: "public", seconds: service.config.pageMaxAge } as const;
  const options = { caching, vary: "Accept-Encoding", headers };
  const isCurrent = async (later: number) => {
    const [present, look] = await Promise.all([store.page(slug, later), store.pageFacts(later)]);
    return present?.version === version && look.key === facts.key;
  };
  return sendAndRemember(service, context, { representation, key, options, store, isCurrent }, now);
}
