import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readAnswer } from "../../../../src/doctor/facts/read-document.ts";
import type { Answer } from "../../../../src/doctor/net/fetched.ts";
import { reportOn } from "../../../../src/doctor/report.ts";
import type { ProbeName, Visit } from "../../../../src/doctor/visit.ts";
import { ok } from "../../../../src/syntax/result.ts";

export type CorpusCase = {
  readonly path: string;
  readonly about: string;
  readonly expects: "error" | "valid" | "other";
  readonly kind: string;
  readonly errors: readonly string[];
};

export const CORPUS = join(import.meta.dirname, "../../../../../shared/validator-corpus");

export function corpusCases(): readonly CorpusCase[] {
  return JSON.parse(readFileSync(join(CORPUS, "expected.json"), "utf8")) as readonly CorpusCase[];
}

const TYPES: Readonly<Record<string, string>> = {
  RDF: "application/rdf+xml",
  Channel: "application/rdf+xml",
  rss: "application/rss+xml",
  opml: "text/x-opml",
  outlineDocument: "text/x-opml",
  OpenSearchDescription: "application/opensearchdescription+xml",
  service: "application/atomsvc+xml",
  categories: "application/atomcat+xml",
};

/** The media type of a document by its root: the cases are served rightly, so that only the document is judged. */
function mediaTypeOf(body: Buffer): string {
  const text = body.toString("latin1").replaceAll("\0", "");
  const [, root = ""] = /<(?:[\w-]+:)?([A-Za-z]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, "")) ?? [];
  return TYPES[root] ?? "application/atom+xml";
}

/** A visit of a server that does everything right. */
export function imagineServed(path: string, body: Buffer, mediaType = mediaTypeOf(body)): Visit {
  const headers = {
    "content-type": mediaType,
    etag: '"1"',
    "last-modified": "Sat, 28 Feb 2026 08:00:00 GMT",
    "cache-control": "public, max-age=300",
    vary: "Accept-Encoding",
  };
  const url = `https://example.org/${path}`;
  const answer: Answer = {
    url,
    hops: [],
    status: 200,
    headers,
    body,
    wireBytes: body.length,
    hasForbiddenBody: false,
  };
  const unchanged: Answer = { ...answer, status: 304, body: Buffer.from(""), wireBytes: 0 };
  const packed: Answer = {
    ...answer,
    headers: { ...headers, "content-encoding": "gzip" },
    wireBytes: gzipSync(body).length,
  };
  const probes = new Map<ProbeName, ReturnType<typeof ok<Answer>>>([
    ["again", ok(answer)],
    ["same-tag", ok(unchanged)],
    ["since", ok(unchanged)],
    ["gzip", ok(packed)],
  ]);
  const now = Date.parse("2026-11-27T12:00:00Z");
  return { address: url, now, plain: ok(answer), probes, isPrivateHost: false, ...readAnswer(answer) };
}

/** The ids of the rules with the level error that a case breaks. */
export function errorsIn(visit: Visit): readonly { readonly id: string; readonly what: string }[] {
  const { findings } = reportOn(visit.address, [visit], { notChecked: [], requests: 0 });
  return findings.filter(({ level }) => level === "error").map(({ id, what }) => ({ id, what }));
}

export function errorsOf({ path }: CorpusCase): readonly { readonly id: string; readonly what: string }[] {
  return errorsIn(imagineServed(path, readFileSync(join(CORPUS, "feeds", path))));
}
