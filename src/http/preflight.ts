import { ALLOWED_METHODS } from "./problems.ts";

/** What a page of another origin may send: reading, with any of the headers by which a reader saves a download. */
export function answerPreflight(): Response {
  const headers = {
    Allow: ALLOWED_METHODS,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ALLOWED_METHODS,
    "Access-Control-Allow-Headers": "Accept, A-IM, If-Modified-Since, If-None-Match, If-Range, Range",
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "no-store",
  };
  return new Response(null, { status: 204, headers });
}
