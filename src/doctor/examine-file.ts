import { err, ok, type Result } from "../syntax/result.ts";
import { linksWith } from "./facts/links.ts";
import { readAnswer } from "./facts/read-document.ts";
import type { Answer } from "./net/fetched.ts";
import { type Report, reportOn } from "./report.ts";
import type { Visit } from "./visit.ts";

/** A document that came without HTTP. */
export type FileSource = {
  /** As the person typed it, or what they call it. */
  readonly name: string;
  readonly source: "file" | "input";
  /** Where the file is served, if the person said it: the base of relative addresses. */
  readonly base?: string | undefined;
  /** The bytes, or why they could not be read. */
  readonly content: Result<Uint8Array, FileFault>;
};

export type FileFault =
  | { readonly kind: "no-file"; readonly because: string }
  | { readonly kind: "too-large"; readonly bytes: number; readonly isDecoded: false };

/**
 * Checks a document on disk. Rules about what a server does are left out, and nothing is requested: the file may be of
 * another day than what is served.
 *
 * @param now milliseconds since the epoch
 */
export function examineFile(file: FileSource, now: number): Report {
  return reportOn(file.name, [visitFile(file, now)], { source: file.source, notChecked: [], requests: 0 });
}

function visitFile({ name, base, content }: FileSource, now: number): Visit {
  const known = { address: name, now, probes: new Map(), isPrivateHost: false, file: { isPlaced: base !== undefined } };
  const broken = (fault: FileFault): Visit => ({
    ...known,
    plain: err({ hops: [], fault: { url: name, ...fault } }),
    reading: { kind: "other" },
  });
  if (!content.ok) return broken(content.error);
  const packed = packedAs(content.value);
  if (packed !== undefined) return broken({ kind: "no-file", because: `it is packed (${packed}); unpack it first` });
  if (content.value.length === 0) return broken({ kind: "no-file", because: "it is empty" });
  const answer = answerWith(content.value, base ?? UNKNOWN_BASE);
  const read = readAnswer(answer);
  if (base !== undefined) return { ...known, plain: ok(answer), ...read };
  // A feed says where it is served, and that is the base of its relative addresses.
  const own = read.reading.kind === "feed" ? linksWith(read.reading.feed.links, "self")[0]?.href : undefined;
  if (own === undefined || !/^https?:/i.test(own) || own.startsWith(UNKNOWN_BASE) || !URL.canParse(own))
    return { ...known, plain: ok(answer), ...read };
  const placed = answerWith(content.value, own);
  return { ...known, plain: ok(placed), ...readAnswer(placed) };
}

/** No host has such a name (RFC 6761 section 6.4). */
const UNKNOWN_BASE = "http://unknown.invalid/";

function answerWith(body: Uint8Array, url: string): Answer {
  return { url, hops: [], status: 200, headers: {}, body, wireBytes: body.length, hasForbiddenBody: false };
}

const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["bzip2", [0x42, 0x5a, 0x68]],
];

function packedAs(body: Uint8Array): string | undefined {
  return SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => body[index] === byte))?.[0];
}
