import { answerProblem } from "./answer-problem.ts";
import type { Listing } from "./listing.ts";
import { renderOnce } from "./render-once.ts";
import { sendRendition } from "./respond.ts";
import { OPEN_TO_ALL, PAGE_SECURITY } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/** A list of what there is: of feeds, of pages, of terms. */
export async function answerListing(
  service: Service,
  context: HttpContext,
  pattern: string,
  listing: Listing,
): Promise<Response> {
  const request = context.req.raw;
  const now = service.now();
  const { origin, store } = service.shelfFor(request.url);
  const file = Number.parseInt(context.req.param("file") ?? "1", 10);
  const edition = await store.catalogueEdition(now);
  const key = `${pattern} ${file} ${edition.key} ${origin}`;
  const rendition = await renderOnce(service, context, key, now, async () => {
    const listed = await listing({ store, edition, now, file });
    return listed && { modified: edition.modified, validUntil: edition.validUntil, ...listed };
  });
  if (!rendition) return answerProblem(service, context, { kind: "not-found" });
  const isPage = rendition.contentType.startsWith("text/html");
  const { feedMaxAge, pageMaxAge } = service.config;
  const sending = {
    caching: { kind: "public", seconds: isPage ? pageMaxAge : feedMaxAge },
    vary: "Accept-Encoding",
    headers: isPage ? PAGE_SECURITY : OPEN_TO_ALL,
  } as const;
  return sendRendition(request, rendition, sending, now);
}
