import type { PlainResponse } from "./fetch-plainly.ts";

/**
 * The smallest Worker that gives the same response: the bytes in memory, the headers in one object, no routes and no
 * clock. Its cost is the platform's own. With `isLogging` it also logs one line of JSON of a fixed shape for each
 * request.
 */
export function bareWorkerSource(full: PlainResponse, notModified: PlainResponse, isLogging: boolean): string {
  const log = (status: number) =>
    isLogging
      ? `console.log(JSON.stringify({ message: "request", method: request.method, path: request.url, status: ${status} }));`
      : "";
  const encodeBody = "content-encoding" in full.headers ? "manual" : "automatic";
  return `
    import body from "body";
    const bytes = new Uint8Array(body);
    const full = { headers: ${JSON.stringify(full.headers)}, encodeBody: ${JSON.stringify(encodeBody)} };
    const notModified = { status: 304, headers: ${JSON.stringify(notModified.headers)} };
    export default {
      fetch(request) {
        if (request.headers.get("if-none-match") !== null) {
          ${log(304)}
          return new Response(null, notModified);
        }
        ${log(200)}
        return new Response(bytes, full);
      },
    };
  `;
}
