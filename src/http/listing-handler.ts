import type { Listing } from "./listing.ts";
import { answerProblem } from "./problems.ts";
import { renderOnce } from "./render-once.ts";
import { sendRepresentation } from "./respond.ts";
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
  const { origin, store } = service.siteFor(request.url);
  const file = Number.parseInt(context.req.param("file") ?? "1", 10);
  const version = await store.catalogueVersion(now);
  const key = `${pattern} ${file} ${version.key} ${origin}`;
  const representation = await renderOnce(service, context, key, now, async () => {
    const listed = await listing({ store, version, now, file });
    return listed && { modified: version.modified, validUntil: version.validUntil, ...listed };
  });
  if (!representation) return answerProblem(service, context, { kind: "not-found" });
  const isPage = representation.contentType.startsWith("text/html");
  const { feedMaxAge, pageMaxAge } = service.config;
  const sending = {
    caching: { kind: "public", seconds: isPage ? pageMaxAge : feedMaxAge },
    vary: "Accept-Encoding",
    headers: isPage ? PAGE_SECURITY : OPEN_TO_ALL,
  } as const;
  return sendRepresentation(request, representation, sending, now);
}
