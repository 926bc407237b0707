import { answerProblem } from "./answer-problem.ts";
import { type ByteRange, readByteRange } from "./byte-range.ts";
import { cacheControl } from "./caching.ts";
import { evaluatePreconditions } from "./conditional.ts";
import { FILE_SECURITY, NO_SNIFFING, OPEN_TO_ALL } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/**
 * A media file below the hash of its content. It is sent only while something that is out uses it; whoever has it may keep it for good,
 * because another content would have another address.
 */
export async function answerMedia(service: Service, context: HttpContext, hash: string, name: string) {
  const request = context.req.raw;
  const now = service.now();
  const { store } = service.shelfFor(request.url);
  const file = await store.media(`${hash}/${name}`, now);
  if (!file) return answerProblem(service, context, { kind: "not-found" });
  const asset = await service.mediaFiles.fetch(assetRequest(request, hash, name));
  if (!asset.ok) return answerProblem(service, context, { kind: "not-found" });

  const etag = `"${hash}"`;
  const headers: [string, string][] = [
    ["ETag", etag],
    ["Cache-Control", cacheControl({ kind: "immutable" }, Number.POSITIVE_INFINITY, now)],
    ["Accept-Ranges", "bytes"],
    NO_SNIFFING,
    ...[...OPEN_TO_ALL, ...FILE_SECURITY].map(([key, value]): [string, string] => [key, value]),
  ];
  const outcome = evaluatePreconditions(request.headers, { etag });
  if (outcome !== "proceed") return new Response(null, { status: outcome === "not-modified" ? 304 : 412, headers });
  headers.push(["Content-Type", typeOf(file.mediaType)]);

  const length = file.length ?? 0;
  const range = holdsFor(request, etag) ? readByteRange(request.headers.get("range"), length) : undefined;
  if (range === "not-satisfiable") return answerProblem(service, context, { kind: "range-not-satisfiable", length });
  if (range) return sendPart(request, asset, range, length, headers);
  headers.push(["Content-Length", String(length)]);
  return new Response(request.method === "HEAD" ? null : asset.body, { headers });
}

/** The conditions and ranges of the client's request are answered here, so the asset is asked for whole. */
function assetRequest(request: Request, hash: string, name: string): Request {
  return new Request(new URL(`/${hash}/${encodeURIComponent(name)}`, request.url));
}

/** `If-Range` makes a range conditional on the file still being the same (RFC 9110 section 13.1.5); a date never is, since none is sent. */
function holdsFor(request: Request, etag: string): boolean {
  const condition = request.headers.get("if-range");
  return condition === null || condition === etag;
}

async function sendPart(
  request: Request,
  asset: Response,
  { first, last }: ByteRange,
  length: number,
  headers: [string, string][],
): Promise<Response> {
  headers.push(["Content-Range", `bytes ${first}-${last}/${length}`], ["Content-Length", String(last - first + 1)]);
  if (request.method === "HEAD") return new Response(null, { status: 206, headers });
  // An asset has 25 MiB at most, so it can be held; the binding promises no ranges of its own.
  const bytes = await asset.arrayBuffer();
  return new Response(bytes.slice(first, last + 1), { status: 206, headers });
}

function typeOf(mediaType: string): string {
  return mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType;
}
