import { EVERYTHING } from "../model/scope.ts";
import { wordsOf } from "../model/search-tokens.ts";
import { renderSearchPage } from "../render/html/pages/search-page.tsx";
import { sendAndRemember } from "./door/send-and-remember.ts";
import { answerFeedPage } from "./feeds/feed-handler.ts";
import { answerProblem } from "./problems.ts";
import { cachedOrRendered } from "./representation/representation-cache.ts";
import { pageSecurity } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";
import { storeForPages } from "./store-for-pages.ts";

/** Answers with the articles that match `q`, or with the form alone if it has no word. */
export async function answerSearch(service: Service, context: HttpContext): Promise<Response> {
  if (wordsOf(context.req.query("q") ?? "") !== "")
    return answerFeedPage(service, context, { scope: EVERYTHING, document: { kind: "current" } }, "search");
  const now = service.now();
  const { origin, store } = service.siteFor(context.req.raw.url);
  const facts = await store.pageFacts(now);
  const key = `search ${facts.key} ${origin}`;
  const representation = await cachedOrRendered(service, context, key, now, async () => {
    const publication = await storeForPages(store, facts).publication();
    const text = renderSearchPage(publication);
    const headers = [["Content-Language", publication.language]] as const;
    return { text, mediaType: "text/html", modified: facts.modified, headers };
  });
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const caching = { kind: "public", seconds: service.config.pageMaxAge } as const;
  const options = { caching, vary: "Accept-Encoding", headers: pageSecurity(await store.publication()) };
  const isCurrent = async (later: number) => (await store.pageFacts(later)).key === facts.key;
  return sendAndRemember(service, context, { representation, key, options, store, isCurrent }, now);
}
