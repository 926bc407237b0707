import type { Answer, Hop } from "../../../src/doctor/net/fetched.ts";
import type { Visit } from "../../../src/doctor/visit.ts";
import { err, ok } from "../../../src/syntax/result.ts";
import { NOW } from "./healthy-documents.ts";

function answer(url: string, hops: readonly Hop[] = []): Answer {
  return {
    url,
    hops,
    status: 200,
    headers: {},
    body: Buffer.from(""),
    wireBytes: 0,
    hasForbiddenBody: false,
  };
}

function visit(plain: Answer, changes: Partial<Visit> = {}): Visit {
  return {
    address: plain.url,
    now: NOW,
    plain: ok(plain),
    reading: { kind: "other" },
    probes: new Map(),
    isPrivateHost: false,
    ...changes,
  };
}

const SECURE = "https://example.org/rss.xml";
const PLAIN = "http://example.org/rss.xml";

/** Rules that need a trusted certificate, each with a visit that breaks it. */
export const IMAGINED: readonly (readonly [string, Visit])[] = [
  ["redirects.secure", visit(answer(PLAIN, [{ url: SECURE, status: 301, location: PLAIN }]))],
  ["transport.without-tls", visit(answer(PLAIN), { withoutTls: `no connection to ${SECURE} (ECONNREFUSED)` })],
  [
    "file.readable",
    visit(answer(PLAIN), {
      plain: err({ hops: [], fault: { kind: "no-file", url: "a.xml", because: "it is a folder" } }),
    }),
  ],
  ["transport.upgrade", visit(answer(SECURE), { probes: new Map([["cleartext", ok(answer(PLAIN))]]) })],
];
