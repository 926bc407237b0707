import { type IncomingHttpHeaders, request } from "node:http";

/** A response as it was sent: not decoded, and no redirect followed. */
export type Exchange = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body decoded as UTF-8, for a response without content coding. */
  readonly text: string;
};

/** Sends one request with the given headers, `Host` and `Connection` only. The path is sent unchanged. */
export function exchange(
  origin: string,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Exchange> {
  const { hostname, port } = new URL(origin);
  const { promise, resolve, reject } = Promise.withResolvers<Exchange>();
  const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.once("error", reject);
    response.once("end", () => {
      const body = Buffer.concat(chunks);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
    });
  });
  sent.once("error", reject);
  sent.end();
  return promise;
}
