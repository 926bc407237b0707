import { ALL } from "../model/selection.ts";
import { renderArticlePage } from "../render/html/pages/article-page.tsx";
import { feedsOfArticle } from "../render/html/parts/alternates.tsx";
import { articlePath } from "../site/addresses.ts";
import type { ArticleLookup } from "../store/article-store.ts";
import { pageLinkHeader } from "./link-header.ts";
import { answerProblem, type Problem } from "./problems.ts";
import { renderOnce } from "./render-once.ts";
import { sendRepresentation } from "./respond.ts";
import { PAGE_SECURITY } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** The page of one article. A slug typed in capitals, or in another Unicode form, leads to the one that is written. */
export async function answerArticle(service: Service, context: HttpContext, slug: string): Promise<Response> {
  const request = context.req.raw;
  const now = service.now();
  const { origin, store } = service.siteFor(request.url);
  const lookup = await store.article(slug, now);
  if (lookup.kind !== "found") {
    const written = slug.normalize("NFC").toLowerCase();
    const other = lookup.kind === "unknown" && written !== slug ? await store.article(written, now) : lookup;
    return answerProblem(service, context, problemOf(other, origin));
  }
  const { article, version, modified, validUntil } = lookup;
  const representation = await renderOnce(service, context, `article ${slug} ${version} ${origin}`, now, async () => {
    const head = await store.head(ALL, now);
    return (
      head && {
        text: renderArticlePage(article, head),
        mediaType: "text/html",
        headers: [
          pageLinkHeader(feedsOfArticle(article, head.publication), head.publication),
          ["Content-Language", head.publication.language],
        ],
        modified,
        validUntil,
      }
    );
  });
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const caching = { kind: "public", seconds: service.config.pageMaxAge } as const;
  return sendRepresentation(request, representation, { caching, vary: "Accept-Encoding", headers: PAGE_SECURITY }, now);
}

/** `found` here means: under the slug as it is written. */
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
