import { request } from "node:http";

/** A response as it was sent, not decoded. */
export type PlainResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Sends a request without the `Accept-Encoding` header that `fetch` adds, and leaves the body compressed. */
export function fetchPlainly(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<PlainResponse> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, path, headers, agent: false, timeout: 60_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("error", reject);
      answer.once("end", () => {
        resolve({ status: answer.statusCode ?? 0, headers: ownHeaders(answer.headers), body: Buffer.concat(parts) });
      });
    });
    asking.once("timeout", () => asking.destroy(new Error(`no answer from ${path}`)));
    asking.once("error", reject);
    asking.end();
  });
}

/** The headers of the server's own framing, which a Worker does not send. */
const FRAMING = new Set(["connection", "content-length", "transfer-encoding", "keep-alive", "date"]);

function ownHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !FRAMING.has(name)) own[name] = String(value);
  return own;
}
