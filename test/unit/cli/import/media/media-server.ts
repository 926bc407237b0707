import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { afterEach, beforeEach } from "vitest";

/** MPEG audio: frames of layer III with nothing in them. */
export function silence(frames: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A host of files for each test, on this machine. `asked` are the requests in their order. */
export function mediaServer() {
  const routes = new Map<string, RequestListener>();
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  let origin = "";
  let close = () => {};
  beforeEach(async () => {
    routes.clear();
    asked.length = 0;
    const server = createServer((request, response) => {
      asked.push({ path: request.url ?? "", headers: request.headers });
      const route = routes.get(request.url ?? "");
      if (route) route(request, response);
      else response.writeHead(404).end("none");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    close = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterEach(() => close());
  return {
    asked,
    at: (path: string) => origin + path,
    route: (path: string, listener: RequestListener) => routes.set(path, listener),
    serve: (path: string, bytes: Uint8Array, contentType: string) =>
      routes.set(path, (_, response) =>
        response.writeHead(200, { "content-type": contentType, "content-length": bytes.length }).end(bytes),
      ),
  };
}

/** An item of a podcast with one enclosure. */
export function feedWith(items: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Old</title>
<link>https://old.example.org/</link><description>d</description>${items}</channel></rss>`;
}

export function item(name: string, inside: string): string {
  return `<item><title>${name}</title><guid isPermaLink="false">${name}</guid><pubDate>Wed, 01 May 2019 09:30:00 +0200</pubDate><description>Notes.</description>${inside}</item>`;
}
