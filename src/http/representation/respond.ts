import { NO_SNIFFING } from "../security-headers.ts";
import { type Caching, cacheControl } from "./caching.ts";
import { evaluatePreconditions } from "./conditional.ts";
import { type AskedCoding, encodeFor } from "./content-coding.ts";
import type { Coding, Representation } from "./representation.ts";
import type { RepresentationState } from "./representation-state.ts";

/** What a route says about the representation that it sends. */
export type ResponseOptions = {
  readonly caching: Caching;
  /** Every request header that the choice of this response depends on. */
  readonly vary: string;
  readonly contentLocation?: string;
  /** The headers that are the same in every response of the route. */
  readonly headers: readonly (readonly [string, string])[];
};

/**
 * Sends a representation, or the 304 or 412 that the preconditions of the request call for. A response to HEAD has no
 * body.
 *
 * @param now milliseconds since the epoch
 */
export function sendRepresentation(
  request: Request,
  representation: Representation,
  options: ResponseOptions,
  now: number,
): Response {
  return answerWith(request, representation, options, now).response;
}

/** A response, and what its `Content-Encoding` says, which takes time to read from it. */
export type Answer = { readonly response: Response; readonly coding?: Exclude<Coding, "identity"> };

/** The answer that `sendRepresentation` sends. */
export function answerWith(
  request: AskedCoding & Pick<Request, "method">,
  representation: Representation,
  options: ResponseOptions,
  now: number,
): Answer {
  const cacheControlValue = cacheControl(options.caching, representation.validUntil, now);
  const unsent = answerPreconditions(request.headers, representation, options, cacheControlValue);
  if (unsent) return { response: unsent };
  const { bytes, coding } = encodeFor(request, representation);
  const response = new Response(request.method === "HEAD" ? null : bytes, {
    headers: headersOf(representation, options, cacheControlValue, { contentType: representation.contentType, coding }),
    encodeBody: coding === "identity" ? "automatic" : "manual",
  });
  return coding === "identity" ? { response } : { response, coding };
}

/**
 * The 304 or 412 for a representation that is not rendered. Returns undefined if the client has to get the
 * representation itself.
 *
 * @param now milliseconds since the epoch
 */
export function sendWithoutRendering(
  request: Request,
  state: RepresentationState,
  options: ResponseOptions,
  now: number,
): Response | undefined {
  return answerPreconditions(request.headers, state, options, cacheControl(options.caching, state.validUntil, now));
}

function answerPreconditions(
  headers: Headers,
  state: RepresentationState,
  options: ResponseOptions,
  cacheControlValue: string,
): Response | undefined {
  const outcome = evaluatePreconditions(headers, state);
  if (outcome === "proceed") return undefined;
  const status = outcome === "not-modified" ? 304 : 412;
  return new Response(null, { status, headers: headersOf(state, options, cacheControlValue) });
}

/** The headers of a response, and everything except the representation that they were made from. */
type SentHeaders = {
  readonly headers: Headers;
  readonly options: ResponseOptions;
  readonly cacheControlValue: string;
  /** Undefined if the response has no body. */
  readonly coding: Coding | undefined;
};

type Body = { readonly contentType: string; readonly coding: Coding };

/** Several routes send the same representation, and a `max-age` that counts down makes new headers every second. */
const MAX_STORED_HEADERS = 8;

const sentHeaders = new WeakMap<RepresentationState, readonly SentHeaders[]>();

/**
 * The headers of a response, stored for the next response with the same headers. The platform copies a `Headers` object
 * in one step, but an array of pairs one by one: that was half of the time that the service needed for a 304.
 */
function headersOf(
  state: RepresentationState,
  options: ResponseOptions,
  cacheControlValue: string,
  body?: Body,
): Headers {
  const stored = sentHeaders.get(state) ?? [];
  const same = stored.find(
    (sent) =>
      sent.coding === body?.coding &&
      sent.cacheControlValue === cacheControlValue &&
      sent.options.vary === options.vary &&
      sent.options.contentLocation === options.contentLocation &&
      sent.options.headers === options.headers,
  );
  if (same) return same.headers;
  const headers = createHeaders(state, options, cacheControlValue, body);
  const newest = { headers, options, cacheControlValue, coding: body?.coding };
  sentHeaders.set(state, [newest, ...stored.slice(0, MAX_STORED_HEADERS - 1)]);
  return headers;
}

function createHeaders(
  state: RepresentationState,
  options: ResponseOptions,
  cacheControlValue: string,
  body?: Body,
): Headers {
  const headers = new Headers([
    ["ETag", state.etag],
    ["Cache-Control", cacheControlValue],
    ["Vary", options.vary],
  ]);
  if (state.lastModified !== undefined) headers.append("Last-Modified", state.lastModified);
  if (options.contentLocation !== undefined) headers.append("Content-Location", options.contentLocation);
  for (const [name, value] of [...state.headers, ...options.headers]) headers.append(name, value);
  if (!body) return headers;
  headers.append("Content-Type", body.contentType);
  headers.append(...NO_SNIFFING);
  if (body.coding !== "identity") headers.append("Content-Encoding", body.coding);
  return headers;
}
