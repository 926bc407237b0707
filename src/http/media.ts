import type { MediaFile } from "../model/media-file.ts";
import type { MediaFiles } from "../store/media-files.ts";
import { formatEntityTag, isSameTagStrongly } from "../syntax/entity-tag.ts";
import { formatContentRange, parseByteRange } from "../syntax/range.ts";
import { err, ok, type Result } from "../syntax/result.ts";
import type { Problem } from "./problems.ts";
import { answerProblem } from "./problems.ts";
import { type Caching, cacheControl } from "./representation/caching.ts";
import { evaluatePreconditions } from "./representation/conditional.ts";
import { FILE_SECURITY, NO_SNIFFING, OPEN_TO_ALL } from "./security-headers.ts";
import type { HttpContext, Service } from "./service.ts";

/**
 * Answers with a media file, whose address contains the hash of its content. The file is public only while a published
 * article uses it. Caches may store it for good, because other content would have another address.
 */
export async function answerMedia(service: Service, context: HttpContext, hash: string, name: string) {
  const request = context.req.raw;
  const now = service.now();
  const path = `${hash}/${name}`;
  const file = await service.siteFor(request.url).store.media(path, now);
  if (!file) return answerProblem(service, context, { kind: "not-found" });
  const sent = await sendMedia(request, { path, file, files: service.mediaFiles, caching: { kind: "immutable" }, now });
  return sent.ok ? sent.value : answerProblem(service, context, sent.error);
}

type MediaToSend = {
  /** `<hash>/<name>`. */
  readonly path: string;
  readonly file: MediaFile;
  readonly files: MediaFiles;
  /** If it is not private, pages of other origins may read the file. */
  readonly caching: Caching;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

type MediaProblem = Extract<Problem, { kind: "not-found" | "range-not-satisfiable" }>;

/** Sends a file, the range of it that the client asks for, or the 304 or 412 that the preconditions call for. */
export async function sendMedia(request: Request, media: MediaToSend): Promise<Result<Response, MediaProblem>> {
  const { path, file, files, caching, now } = media;
  const etag = formatEntityTag(path.slice(0, path.indexOf("/")));
  const headers: [string, string][] = [
    ["ETag", etag],
    ["Cache-Control", cacheControl(caching, Number.POSITIVE_INFINITY, now)],
    ["Accept-Ranges", "bytes"],
    NO_SNIFFING,
    ...[...(caching.kind === "private" ? [] : OPEN_TO_ALL), ...FILE_SECURITY].map(([key, value]): [string, string] => [
      key,
      value,
    ]),
  ];
  const outcome = evaluatePreconditions(request.headers, { etag });
  if (outcome !== "proceed") return ok(new Response(null, { status: outcome === "not-modified" ? 304 : 412, headers }));
  headers.push(["Content-Type", contentType(file.mediaType)]);

  const length = file.length ?? 0;
  const range = isRangeWanted(request, etag) ? parseByteRange(request.headers.get("range"), length) : undefined;
  if (range === "not-satisfiable") return err({ kind: "range-not-satisfiable", length });
  if (range) headers.push(["Content-Range", formatContentRange(range, length)]);
  headers.push(["Content-Length", String(range ? range.last - range.first + 1 : length)]);
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return ok(new Response(null, { status, headers }));
  const body = await files.open(path, range);
  return body ? ok(new Response(body, { status, headers })) : err({ kind: "not-found" });
}

/**
 * `If-Range` asks for the range only if the file is still the same (RFC 9110 section 13.1.5). A date in it never
 * matches, because a media file is sent without `Last-Modified`.
 */
function isRangeWanted(request: Request, etag: string): boolean {
  const condition = request.headers.get("if-range");
  return condition === null || isSameTagStrongly(condition, etag);
}

function contentType(mediaType: string): string {
  return mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType;
}
