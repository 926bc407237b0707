import { gzipSync } from "node:zlib";
import { fields, ignoring, type Misbehaviour, where } from "../misbehaviour.ts";
import type { SiteRequest } from "../site.ts";

const accepts = (coding: string) => (request: SiteRequest) => request.header("accept-encoding") === coding;

export const COMPRESSION: readonly Misbehaviour[] = [
  {
    id: "compression.gzip",
    what: "does not compress with gzip",
    quirks: {
      answer: (request, healthy) =>
        request.header("accept-encoding") === "gzip"
          ? { ...healthy(), headers: without(healthy().headers, "content-encoding"), body: Buffer.from("<rss/>") }
          : healthy(),
    },
  },
  {
    id: "compression.brotli",
    what: "does not support brotli",
    quirks: where(accepts("br"), ({ headers }) => ({
      status: 200,
      headers: without(headers, "content-encoding"),
      body: Buffer.from("<rss/>"),
    })),
  },
  {
    id: "compression.honoured",
    what: "compresses for clients that do not accept it",
    quirks: where(accepts("identity"), (healthy) =>
      healthy.status === 200
        ? { ...healthy, headers: { ...healthy.headers, "content-encoding": "gzip" }, body: gzipSync(healthy.body) }
        : healthy,
    ),
  },
  {
    id: "compression.same-bytes",
    what: "sends an old compressed copy",
    quirks: where(accepts("gzip"), (healthy) => ({
      ...healthy,
      ...(healthy.status === 200 && { body: gzipSync("<rss/>") }),
    })),
  },
  { id: "compression.vary", what: "does not send Vary", quirks: fields({ vary: "" }) },
  {
    id: "compression.tag",
    also: ["compression.not-modified"],
    what: "sends another tag with the compressed feed",
    quirks: where(accepts("gzip"), (healthy) => ({ ...healthy, headers: { ...healthy.headers, etag: '"other"' } })),
  },
  {
    id: "compression.not-modified",
    what: "does not recognise its tag with compression",
    quirks: ignoring((request) => request.header("accept-encoding") === "gzip"),
  },
];

function without(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
}
