import type { MediaFile } from "../model/media-file.ts";
import type { MediaFiles } from "../store/media-files.ts";
import { readByteRange } from "./byte-range.ts";
import { type Caching, cacheControl } from "./caching.ts";
import { evaluatePreconditions } from "./conditional.ts";
import type { Problem } from "./problems.ts";
import { FILE_SECURITY, NO_SNIFFING, OPEN_TO_ALL } from "./security-headers.ts";

type SentMedia = {
  /** `<hash>/<name>`. */
  readonly path: string;
  readonly file: MediaFile;
  readonly files: MediaFiles;
  /** What caches may keep, pages of other origins may read; what they may not, is for nobody else either. */
  readonly caching: Caching;
  readonly now: number;
};

type MediaProblem = Extract<Problem, { kind: "not-found" | "range-not-satisfiable" }>;

/** Sends a file, the part of it that was asked for, or the 304 or 412 that the request's preconditions call for. */
export async function sendMedia(request: Request, sent: SentMedia): Promise<Response | MediaProblem> {
  const { path, file, files, caching, now } = sent;
  const etag = `"${path.slice(0, path.indexOf("/"))}"`;
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
  if (outcome !== "proceed") return new Response(null, { status: outcome === "not-modified" ? 304 : 412, headers });
  headers.push(["Content-Type", typeOf(file.mediaType)]);

  const length = file.length ?? 0;
  const range = holdsFor(request, etag) ? readByteRange(request.headers.get("range"), length) : undefined;
  if (range === "not-satisfiable") return { kind: "range-not-satisfiable", length };
  if (range) headers.push(["Content-Range", `bytes ${range.first}-${range.last}/${length}`]);
  headers.push(["Content-Length", String(range ? range.last - range.first + 1 : length)]);
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const body = await files.open(path, range);
  return body ? new Response(body, { status, headers }) : { kind: "not-found" };
}

/** `If-Range` makes a range conditional on the file still being the same (RFC 9110 section 13.1.5); a date never is, since none is sent. */
function holdsFor(request: Request, etag: string): boolean {
  const condition = request.headers.get("if-range");
  return condition === null || condition === etag;
}

function typeOf(mediaType: string): string {
  return mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType;
}
