import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { evaluatePreconditions } from "../../../src/http/representation/conditional.ts";
import { healthyDocuments, LAST_MODIFIED } from "./healthy-documents.ts";

export type SiteRequest = {
  readonly method: string;
  readonly path: string;
  readonly origin: string;
  /** Counts the requests of this path, from 1. */
  readonly turn: number;
  readonly header: (name: string) => string;
};
export type SiteAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Changes to a healthy site: each function replaces the healthy one, and may call it. */
export type Quirks = {
  readonly document?: (text: string, request: SiteRequest) => string;
  readonly bytes?: (bytes: Uint8Array, request: SiteRequest) => Uint8Array;
  readonly headers?: (headers: Record<string, string>, request: SiteRequest) => Record<string, string>;
  readonly answer?: (request: SiteRequest, healthy: (path?: string) => SiteAnswer) => SiteAnswer;
  /** Returns true if it has sent the answer itself. */
  readonly raw?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

const TYPES: Readonly<Record<string, string>> = {
  "/": "text/html",
  "/rss.xml": "application/rss+xml",
  "/atom.xml": "application/atom+xml",
  "/feed.json": "application/feed+json",
};

function answerHealthily(request: SiteRequest, quirks: Quirks, path: string): SiteAnswer {
  const { origin, header } = request;
  const document = healthyDocuments[path]?.(origin);
  if (document === undefined) return { status: 404, headers: {}, body: Buffer.from("not found") };
  const text = quirks.document?.(document, request) ?? document;
  const plain = Buffer.from(text);
  const bytes = quirks.bytes?.(plain, request) ?? plain;
  const isNavigation = header("sec-fetch-dest") === "document" && path !== "/";
  const etag = `W/"${createHash("sha1").update(bytes).digest("hex")}"`;
  const links = Object.entries(TYPES).flatMap(([at, type]) =>
    at === "/" ? [] : [`<${origin}${at}>; rel="alternate"; type="${type}"; title="${at}"`],
  );
  const healthy: Record<string, string> = {
    etag,
    "last-modified": LAST_MODIFIED,
    "cache-control": isNavigation ? "private, no-store" : "public, max-age=300",
    vary: "Accept-Encoding, Sec-Fetch-Dest",
    "content-type": `${isNavigation ? "text/html" : TYPES[path]}; charset=utf-8`,
    "access-control-allow-origin": "*",
    ...(path === "/" && { link: links.join(", ") }),
  };
  const headers = quirks.headers?.(healthy, request) ?? healthy;
  const asked = new Headers({
    "if-none-match": header("if-none-match"),
    "if-modified-since": header("if-modified-since"),
  });
  for (const [name, value] of [...asked]) if (value === "") asked.delete(name);
  if (evaluatePreconditions(asked, { etag, modified: Date.parse(LAST_MODIFIED) }) === "not-modified") {
    const { "content-type": _, ...kept } = headers;
    return { status: 304, headers: kept, body: Buffer.from("") };
  }
  if (isNavigation) return { status: 200, headers, body: Buffer.from("<!doctype html><title>A feed</title>") };
  const accepted = header("accept-encoding");
  if (accepted.includes("br"))
    return { status: 200, headers: { ...headers, "content-encoding": "br" }, body: brotliCompressSync(bytes) };
  if (accepted.includes("gzip"))
    return { status: 200, headers: { ...headers, "content-encoding": "gzip" }, body: gzipSync(bytes) };
  return { status: 200, headers, body: bytes };
}

export type Site = {
  readonly port: number;
  readonly origin: string;
  readonly requests: () => number;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Starts a site on loopback that is healthy except for its quirks. It answers under any name. */
export async function startSite(quirks: Quirks = {}, host = "127.0.0.1"): Promise<Site> {
  const turns = new Map<string, number>();
  let requests = 0;
  const server = createServer((incoming, response) => {
    requests += 1;
    if (quirks.raw?.(incoming, response)) return;
    const path = incoming.url ?? "/";
    const turn = (turns.get(path) ?? 0) + 1;
    turns.set(path, turn);
    const request: SiteRequest = {
      method: incoming.method ?? "GET",
      path,
      origin: `http://${incoming.headers.host}`,
      turn,
      header: (name) => String(incoming.headers[name] ?? ""),
    };
    const healthy = (at = path) => answerHealthily(request, quirks, at);
    const { status, headers, body } = quirks.answer?.(request, healthy) ?? healthy();
    response.writeHead(status, { ...headers, ...(status !== 304 && { "content-length": String(body.length) }) });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    requests: () => requests,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
