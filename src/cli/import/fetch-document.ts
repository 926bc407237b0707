import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import type { FetchGuard } from "../../doctor/net/fetch-guard.ts";
import { parseContentType } from "../../syntax/content-type.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { describeSystemFault } from "../console/system-fault.ts";
import type { DocumentFault, DocumentFile } from "./document-file.ts";
import { openAnswer } from "./open-answer.ts";
import type { Transfer } from "./transfer-limits.ts";

/** `total` is undefined if the server does not say the length, or compresses the document. */
export type FetchProgress = (bytes: number, total: number | undefined) => void;

export type FetchSetting = {
  readonly userAgent: string;
  readonly guard: FetchGuard;
  readonly transfer: Transfer;
  /** The user has interrupted the import. */
  readonly stop?: AbortSignal | undefined;
  readonly progress?: FetchProgress | undefined;
};

const HEADERS = {
  accept:
    "application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1",
  "accept-encoding": "gzip, deflate, br",
};

const DECODERS: Readonly<Record<string, () => Transform>> = {
  "": () => new PassThrough(),
  identity: () => new PassThrough(),
  br: createBrotliDecompress,
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  zstd: createZstdDecompress,
};

/**
 * Downloads a document to a file: it may be larger than memory, and may be read twice. Follows redirects. Nothing is
 * left of a document that did not come as a whole.
 */
export async function fetchDocument(
  address: string,
  folder: string,
  setting: FetchSetting,
): Promise<Result<DocumentFile, DocumentFault>> {
  const path = join(folder, `document-${process.hrtime.bigint()}`);
  setting.transfer.start();
  const fetched = await download(address, path, setting);
  setting.transfer.end();
  if (!fetched.ok) await rm(path, { force: true });
  return fetched;
}

async function download(
  address: string,
  path: string,
  { guard, transfer, stop, progress, userAgent }: FetchSetting,
): Promise<Result<DocumentFile, DocumentFault>> {
  const ending = new AbortController();
  let because: string | undefined;
  const end = (why: string) => {
    because ??= why;
    ending.abort();
  };
  const interrupted = () => end("interrupted");
  stop?.addEventListener("abort", interrupted);
  if (stop?.aborted) interrupted();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    clearTimeout(timer);
    const { timeoutMs } = transfer;
    const left = Math.max(0, transfer.leftMs());
    timer = setTimeout(
      () => end(transfer.late() ?? `no byte for ${timeoutMs / 1_000} s`),
      Math.min(timeoutMs, left + 1),
    );
  };
  wait();
  let wire = 0;
  let decoded = 0;
  try {
    const opened = await openAnswer(address, { ...HEADERS, "user-agent": userAgent }, { guard, stop: ending.signal });
    if (!opened.ok) return err(because === undefined ? opened.error : { message: because });
    const { response, url } = opened.value;
    if (response.statusCode !== 200) {
      response.destroy();
      return err({ message: `answered ${response.statusCode}; expected 200` });
    }
    const coding = (response.headers["content-encoding"] ?? "").trim().toLowerCase();
    const decoder = DECODERS[coding]?.();
    if (!decoder) {
      response.destroy();
      return err({ message: `answered in the encoding "${coding}"; expected gzip, deflate, br or none` });
    }
    const length = Number(response.headers["content-length"]);
    const total = decoder instanceof PassThrough && length > 0 ? length : undefined;
    const received = counter((piece) => {
      wait();
      wire += piece.length;
    });
    const stored = counter((piece) => {
      decoded += piece.length;
      const reason = transfer.take(piece.length, { wire, decoded });
      if (reason !== undefined) end(reason);
      progress?.(decoded, total);
    });
    await pipeline(response, received, decoder, stored, createWriteStream(path), { signal: ending.signal });
    const { charset } = parseContentType(response.headers["content-type"] ?? null);
    return ok({ name: address, path, size: decoded, address: url, charset: knownForm(charset) });
  } catch (error) {
    if (because !== undefined) return err({ message: because });
    return err({ message: brokenBecause(error, wire) });
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener("abort", interrupted);
  }
}

function counter(count: (piece: Uint8Array) => void): Transform {
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      count(piece);
      done(null, piece);
    },
  });
}

/** The connection broke, the bytes are not what their `Content-Encoding` says, or the disk is full. */
function brokenBecause(error: unknown, bytes: number): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_") || code.startsWith("ERR__ERROR") || code.startsWith("ERR_BROTLI"))
    return "sends bytes that are not what its Content-Encoding says";
  const isOfDisk = error instanceof Error && "syscall" in error && /^(?:open|write|close)$/.test(String(error.syscall));
  const fault = isOfDisk && "path" in error ? describeSystemFault(error) : undefined;
  if (fault !== undefined || code === "ENOSPC") return `could not be stored: ${fault ?? "the disk is full (ENOSPC)"}`;
  const reason = code !== "" ? code : error instanceof Error ? error.message : String(error);
  return `the connection broke after ${bytes} bytes (${reason}); run the same command again`;
}

/** The name of an encoding. Returns undefined if it has characters that names of encodings do not have. */
function knownForm(charset: string | undefined): string | undefined {
  return charset !== undefined && /^[\w.:-]+$/.test(charset) ? charset : undefined;
}
