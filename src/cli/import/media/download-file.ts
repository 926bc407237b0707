import { createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FetchSettings } from "../../../doctor/net/fetch-settings.ts";
import { describeFault } from "../../../doctor/net/fetched.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { type Download, openDownload } from "./open-download.ts";
import { dropPartial, notePartial, openPartial } from "./partial-file.ts";

/** A whole file below `path`, which is not its final name. */
export type DownloadedFile = { readonly path: string; readonly length: number; readonly contentType: string };

/**
 * Why there is no file.
 *
 * - `too large`: it was not read to its end. `length` is in bytes, and missing if the server does not say it.
 * - `broken`: `done` bytes are on the disk, and the next attempt can go on there.
 * - `disk`: this disk refused to take it, as a full one does. Nothing of it is left.
 */
export type DownloadFault =
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "too large"; readonly length: number | undefined }
  | { readonly kind: "broken"; readonly message: string; readonly done: number }
  | { readonly kind: "disk"; readonly message: string };

export type DownloadSetting = {
  readonly settings: FetchSettings;
  /** Is called for every piece. `total` is undefined if the server does not say it. */
  readonly progress: (bytes: number, total: number | undefined) => void;
};

/** The longest time for one file, in milliseconds. A server can send one byte a minute without an end. */
const MAX_TIME = 30 * 60_000;

/**
 * Downloads a file of at most `maxBytes` to the disk, piece by piece. If an earlier attempt has left a part of it, only
 * the rest is fetched, provided that the file is still the same (RFC 9110 sections 13.1.5 and 14.2).
 */
export async function downloadFile(
  address: string,
  path: string,
  { settings, progress }: DownloadSetting,
): Promise<Result<DownloadedFile, DownloadFault>> {
  const part = openPartial(path, address);
  const isResumed = part.size > 0 && part.validator !== undefined;
  const range = isResumed ? { range: `bytes=${part.size}-`, "if-range": part.validator ?? "" } : {};
  const opened = await openDownload(address, range, settings);
  if (!opened.ok) return err(refused(describeFault(opened.error)));
  const download = opened.value;
  const { status, headers } = download;
  const span = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15})$/.exec(headers["content-range"] ?? "");
  const goesOn = status === 206 && isResumed && Number(span?.[1]) === part.size;
  if (status === 416 && isResumed) {
    // The part may be the whole file. If it is not, it is of no use.
    download.close();
    if (headers["content-range"] === `bytes */${part.size}`)
      return ok({ path, length: part.size, contentType: headers["content-type"] ?? "" });
    dropPartial(path);
    return downloadFile(address, path, { settings, progress });
  }
  if (status !== 200 && !goesOn) {
    download.close();
    if (isResumed) dropPartial(path);
    return err(refused(`answered ${status}`));
  }
  const start = goesOn ? part.size : 0;
  const stated = headers["content-length"] === undefined ? undefined : Number(headers["content-length"]);
  const total = goesOn ? Number(span?.[2]) : stated;
  const coding = headers["content-encoding"] ?? "identity";
  if (coding !== "identity") {
    download.close();
    return err(refused(`is sent with the coding ${coding}, although that was not asked for`));
  }
  if (total !== undefined && total > settings.maxBytes) {
    download.close();
    dropPartial(path);
    return err({ kind: "too large", length: total });
  }
  return receive(
    download,
    { path, start, total, maxBytes: settings.maxBytes },
    () => notePartial(path, address, headers),
    progress,
  );
}

async function receive(
  { body, close, headers }: Download,
  { path, start, total, maxBytes }: { path: string; start: number; total: number | undefined; maxBytes: number },
  note: () => void,
  progress: DownloadSetting["progress"],
): Promise<Result<DownloadedFile, DownloadFault>> {
  let bytes = start;
  const count = new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      bytes += piece.length;
      progress(bytes, total);
      // An error is the only way to end a pipeline early. It is told apart below.
      done(bytes > maxBytes ? new Error("too large") : null, piece);
    },
  });
  const deadline = setTimeout(() => body.destroy(new Error(`not complete after ${MAX_TIME / 60_000} min`)), MAX_TIME);
  try {
    if (start === 0) note();
    await pipeline(body, count, createWriteStream(path, { flags: start > 0 ? "a" : "w" }));
  } catch (error) {
    if (bytes > maxBytes) {
      dropPartial(path);
      return err({ kind: "too large", length: undefined });
    }
    if (isOfDisk(error)) {
      // The part takes the space that the articles need.
      dropPartial(path);
      return err({ kind: "disk", message: messageOf(error) });
    }
    return err({ kind: "broken", message: messageOf(error), done: bytes });
  } finally {
    clearTimeout(deadline);
    close();
  }
  if (total !== undefined && bytes < total)
    return err({ kind: "broken", message: "the connection ended too early", done: bytes });
  return ok({ path, length: bytes, contentType: headers["content-type"] ?? "" });
}

function refused(message: string): DownloadFault {
  return { kind: "refused", message };
}

/** Errors of the file system name the call that failed; those of a connection are `read` and `connect`. */
function isOfDisk(error: unknown): boolean {
  return (
    error instanceof Error &&
    "syscall" in error &&
    /^(?:open|write|mkdir|rename|fsync|ftruncate)$/.test(String(error.syscall)) &&
    !isOfSocket(error)
  );
}

function isOfSocket(error: Error): boolean {
  return "code" in error && /^(?:ECONN|EPIPE|ETIMEDOUT|ENET|EHOST)/.test(String(error.code));
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? String(error.code) : error.message;
}
