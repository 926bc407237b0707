import { gzipSync } from "node:zlib";
import { readAnswer } from "../../../../src/doctor/facts/read-document.ts";
import type { Finding } from "../../../../src/doctor/finding.ts";
import type { Answer } from "../../../../src/doctor/net/fetched.ts";
import { reportOn } from "../../../../src/doctor/report.ts";
import type { ProbeName, Visit } from "../../../../src/doctor/visit.ts";
import { ok } from "../../../../src/syntax/result.ts";

const NOW = Date.parse("2026-11-27T12:00:00Z");

/** A visit of a server that does everything right, so that only the document is judged. */
export function imagineServed(url: string, body: Buffer, mediaType: string): Visit {
  const headers = {
    "content-type": mediaType,
    etag: '"1"',
    "last-modified": "Sat, 28 Feb 2026 08:00:00 GMT",
    "cache-control": "public, max-age=300",
    vary: "Accept-Encoding",
    "access-control-allow-origin": "*",
  };
  const answer: Answer = { url, hops: [], status: 200, headers, body, wireBytes: body.length, hasForbiddenBody: false };
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
  return { address: url, now: NOW, plain: ok(answer), probes, isPrivateHost: false, ...readAnswer(answer) };
}

export function findingsIn(visit: Visit): readonly Finding[] {
  return reportOn(visit.address, [visit], { source: "address", notChecked: [], requests: 0 }).findings;
}
