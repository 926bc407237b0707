import { type Caching, cacheControl } from "./caching.ts";
import { evaluatePreconditions } from "./conditional.ts";
import { type Coding, chooseCoding } from "./content-coding.ts";
import { encode, type Representation } from "./representation.ts";
import { NO_SNIFFING, OPEN_TO_ALL } from "./security-headers.ts";

/** What a route says about a representation it sends: who may keep it, what it was chosen by, and the route's own headers. */
export type Sending = {
  readonly caching: Caching;
  /** All the request headers by which this response was chosen. */
  readonly vary: string;
  readonly contentLocation?: string;
  readonly headers: readonly (readonly [string, string])[];
};

/** Sends a representation, or the 304 or 412 that the request's preconditions call for. Sends no body to a HEAD. */
export function sendRepresentation(
  request: Request,
  representation: Representation,
  sending: Sending,
  now: number,
): Response {
  const outcome = evaluatePreconditions(request.headers, representation);
  const caching = cacheControl(sending.caching, representation.validUntil, now);
  if (outcome !== "proceed") {
    const status = outcome === "not-modified" ? 304 : 412;
    return new Response(null, { status, headers: headersOf(representation, sending, caching, "no body") });
  }
  const { bytes, coding } = encode(representation, chooseCoding(acceptedCodings(request)));
  return new Response(request.method === "HEAD" ? null : bytes, {
    headers: headersOf(representation, sending, caching, coding),
    encodeBody: coding === "identity" ? "automatic" : "manual",
  });
}

/** A response's headers and all that they were made from, besides the representation. */
type SentHeaders = {
  readonly headers: Headers;
  readonly sending: Sending;
  readonly caching: string;
  readonly coding: Coding | "no body";
};

/** A few ways lead to one representation; a `max-age` that counts down makes a new one each second. */
const MAX_KEPT = 8;

const sentHeaders = new WeakMap<Representation, readonly SentHeaders[]>();

/**
 * The headers of a response, kept for the next one like it. The platform copies a `Headers` in one step, where an array crosses into it pair
 * by pair: that was half of what the service added to a 304.
 */
function headersOf(
  representation: Representation,
  sending: Sending,
  caching: string,
  coding: SentHeaders["coding"],
): Headers {
  const kept = sentHeaders.get(representation) ?? [];
  const same = kept.find(
    (sent) =>
      sent.coding === coding &&
      sent.caching === caching &&
      sent.sending.vary === sending.vary &&
      sent.sending.contentLocation === sending.contentLocation &&
      sent.sending.headers === sending.headers,
  );
  if (same) return same.headers;
  const headers = createHeaders(representation, sending, caching, coding);
  sentHeaders.set(representation, [{ headers, sending, caching, coding }, ...kept.slice(0, MAX_KEPT - 1)]);
  return headers;
}

function createHeaders(
  representation: Representation,
  sending: Sending,
  caching: string,
  coding: SentHeaders["coding"],
): Headers {
  const headers = new Headers([
    ["ETag", representation.etag],
    ["Cache-Control", caching],
    ["Vary", sending.vary],
  ]);
  if (representation.lastModified !== undefined) headers.append("Last-Modified", representation.lastModified);
  if (sending.contentLocation !== undefined) headers.append("Content-Location", sending.contentLocation);
  for (const [name, value] of [...representation.headers, ...sending.headers]) headers.append(name, value);
  if (coding === "no body") return headers;
  headers.append("Content-Type", representation.contentType);
  headers.append(...NO_SNIFFING);
  if (coding !== "identity") headers.append("Content-Encoding", coding);
  return headers;
}

/** Sends the part of a feed that a reader does not have yet (RFC 3229 section 10.4). No cache may keep it: it is right for that reader only. */
export function sendDelta(
  request: Request,
  { base, delta, whole }: { readonly base: string; readonly delta: Representation; readonly whole: Representation },
): Response {
  const { bytes, coding } = encode(delta, chooseCoding(acceptedCodings(request)));
  const headers: [string, string][] = [
    ["IM", "feed"],
    ["Delta-Base", base],
    ["ETag", whole.etag],
    ["Cache-Control", "no-store, im"],
    ["Vary", "A-IM, If-None-Match, Accept-Encoding, Sec-Fetch-Dest"],
    ["Content-Type", delta.contentType],
    NO_SNIFFING,
    ...[...delta.headers, ...OPEN_TO_ALL].map(([name, value]): [string, string] => [name, value]),
  ];
  if (whole.lastModified !== undefined) headers.push(["Last-Modified", whole.lastModified]);
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
