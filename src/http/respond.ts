import { type Caching, cacheControl } from "./caching.ts";
import { evaluatePreconditions } from "./conditional.ts";
import { chooseCoding } from "./content-coding.ts";
import { encode, type Rendition } from "./rendition.ts";
import { NO_SNIFFING, OPEN_TO_ALL } from "./security-headers.ts";

/** What a route says about a rendition it sends: who may keep it, what it was chosen by, and the route's own headers. */
export type Sending = {
  readonly caching: Caching;
  /** All the request headers by which this response was chosen. */
  readonly vary: string;
  readonly contentLocation?: string;
  readonly headers: readonly (readonly [string, string])[];
};

/** Sends a rendition, or the 304 or 412 that the request's preconditions call for. Sends no body to a HEAD. */
export function sendRendition(request: Request, rendition: Rendition, sending: Sending, now: number): Response {
  const outcome = evaluatePreconditions(request.headers, rendition);
  const headers: [string, string][] = [
    ["ETag", rendition.etag],
    ["Last-Modified", rendition.lastModified],
    ["Cache-Control", cacheControl(sending.caching, rendition.validUntil, now)],
    ["Vary", sending.vary],
  ];
  if (sending.contentLocation !== undefined) headers.push(["Content-Location", sending.contentLocation]);
  for (const [name, value] of [...rendition.headers, ...sending.headers]) headers.push([name, value]);
  if (outcome !== "proceed") return new Response(null, { status: outcome === "not-modified" ? 304 : 412, headers });

  headers.push(["Content-Type", rendition.contentType], NO_SNIFFING);
  const { bytes, coding } = encode(rendition, chooseCoding(acceptedCodings(request)));
  if (coding !== "identity") headers.push(["Content-Encoding", coding]);
  const body = request.method === "HEAD" ? null : bytes;
  return new Response(body, { headers, encodeBody: coding === "identity" ? "automatic" : "manual" });
}

/** Sends the part of a feed that a reader does not have yet (RFC 3229 section 10.4). No cache may keep it: it is right for that reader only. */
export function sendDelta(
  request: Request,
  { base, delta, whole }: { readonly base: string; readonly delta: Rendition; readonly whole: Rendition },
): Response {
  const { bytes, coding } = encode(delta, chooseCoding(acceptedCodings(request)));
  const headers: [string, string][] = [
    ["IM", "feed"],
    ["Delta-Base", base],
    ["ETag", whole.etag],
    ["Last-Modified", whole.lastModified],
    ["Cache-Control", "no-store, im"],
    ["Vary", "A-IM, If-None-Match, Accept-Encoding, Sec-Fetch-Dest"],
    ["Content-Type", delta.contentType],
    NO_SNIFFING,
    ...[...delta.headers, ...OPEN_TO_ALL].map(([name, value]): [string, string] => [name, value]),
  ];
  if (coding !== "identity") headers.push(["Content-Encoding", coding]);
  const body = request.method === "HEAD" ? null : bytes;
  return new Response(body, { status: 226, headers, encodeBody: coding === "identity" ? "automatic" : "manual" });
}

/**
 * What the client itself takes. The platform hands every Worker `Accept-Encoding: br, gzip` and keeps the client's own words in `cf`.
 */
function acceptedCodings(request: Request): string {
  const { cf } = request;
  const own = cf && "clientAcceptEncoding" in cf ? cf.clientAcceptEncoding : undefined;
  return typeof own === "string" ? own : (request.headers.get("accept-encoding") ?? "");
}
