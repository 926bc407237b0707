import { ALL } from "../model/selection.ts";
import { renderArticlePage } from "../render/html/pages/article-page.tsx";
import { feedsOfArticle } from "../render/html/parts/alternates.tsx";
import { takesComments } from "../render/html/parts/outside-scripts.tsx";
import { playersIn } from "../render/html/parts/players.ts";
import { articlePath } from "../site/addresses.ts";
import type { ArticleLookup } from "../store/article-store.ts";
import { sendAndRemember } from "./door/send-and-remember.ts";
import { pageLinkHeader } from "./link-header.ts";
import type { Problem } from "./problems.ts";
import { answerProblem } from "./problems.ts";
import { cachedOrRendered } from "./representation/representation-cache.ts";
import { pageSecurity } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";
import { storeForPages } from "./store-for-pages.ts";

/**
 * Answers with the page of one article. A slug in capitals, or in another Unicode form, is redirected to the normal
 * slug.
 */
export async function answerArticle(service: Service, context: HttpContext, slug: string): Promise<Response> {
  const request = context.req.raw;
  const now = service.now();
  const { origin, store } = service.siteFor(request.url);
  const lookup = await store.article(slug, now);
  if (lookup.kind !== "found") {
    const normal = slug.normalize("NFC").toLowerCase();
    const other = lookup.kind === "unknown" && normal !== slug ? await store.article(normal, now) : lookup;
    return answerProblem(service, context, problemOf(other, origin));
  }
  const { article, version, modified, validUntil = Number.POSITIVE_INFINITY } = lookup;
  // What is around the article changes with the catalogue, and how its page looks with the facts of pages. The sitemap
  // and `Last-Modified` tell of the article and of the look; what is around it changes the entity tag.
  const [catalogue, facts] = await Promise.all([store.catalogueVersion(now), store.pageFacts(now)]);
  const key = `article ${slug} ${version} ${catalogue.key} ${facts.key} ${origin}`;
  const representation = await cachedOrRendered(service, context, key, now, async () => {
    const [head, around] = await Promise.all([storeForPages(store, facts).head(ALL, now), store.around(article, now)]);
    const end = Math.min(validUntil, around.validUntil ?? Number.POSITIVE_INFINITY);
    return (
      head && {
        text: renderArticlePage(article, head, around),
        mediaType: "text/html",
        headers: [
          pageLinkHeader(feedsOfArticle(article, head.publication), head.publication),
          ["Content-Language", head.publication.language],
        ],
        modified: Math.max(modified, facts.modified),
        ...(Number.isFinite(end) && { validUntil: end }),
      }
    );
  });
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const caching = { kind: "public", seconds: service.config.pageMaxAge } as const;
  const publication = await store.publication();
  const players = playersIn(article.body, publication).map(({ host }) => host);
  const headers = pageSecurity(publication, { players, hasComments: takesComments(article) });
  const options = { caching, vary: "Accept-Encoding", headers };
  const isCurrent = async (later: number) => {
    const [found, then, look] = await Promise.all([
      store.article(slug, later),
      store.catalogueVersion(later),
      store.pageFacts(later),
    ]);
    const isSame = found.kind === "found" && found.version === version;
    return isSame && then.key === catalogue.key && look.key === facts.key;
  };
  return sendAndRemember(service, context, { representation, key, options, store, isCurrent }, now);
}

/** The problem of an article that is not at the requested slug. `found` means that it is at the normal slug. */
function problemOf(lookup: ArticleLookup, origin: string): Problem {
  switch (lookup.kind) {
    case "found":
      return { kind: "moved", location: origin + articlePath(lookup.article.slug) };
    case "moved":
      return { kind: "moved", location: origin + articlePath(lookup.slug) };
    case "withdrawn":
      return lookup;
    case "unknown":
      return { kind: "not-found" };
  }
}
