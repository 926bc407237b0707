import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { FetchSettings } from "../../../doctor/net/fetch-settings.ts";
import type { FetchFault } from "../../../doctor/net/fetched.ts";
import { guardedLookup } from "../../../doctor/net/guarded-lookup.ts";
import { literalAddress } from "../../../doctor/net/public-address.ts";
import { faultOf, headersOf, notWebBecause } from "../../../doctor/net/send-request.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";

/**
 * The head of an answer whose body has not been read. `body` ends with an error if no byte comes for `timeoutMs`, or if
 * the connection breaks. The caller reads it to its end or calls `close`.
 */
export type Download = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: IncomingMessage;
  readonly close: () => void;
};

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Asks for a file and leaves its body in the connection, so that a file of any size needs no memory. Follows redirects;
 * no request goes to an address that `settings` does not allow.
 */
export async function openDownload(
  address: string,
  headers: Readonly<Record<string, string>>,
  settings: FetchSettings,
): Promise<Result<Download, FetchFault>> {
  let url = new URL(address);
  for (let redirects = 0; ; redirects += 1) {
    const opened = await openOnce(url, headers, settings);
    if (!opened.ok) return opened;
    const { location } = opened.value.headers;
    if (!REDIRECTS.includes(opened.value.status) || location === undefined) return opened;
    opened.value.close();
    const next = URL.parse(location, url);
    if (next === null) return err({ kind: "bad-location", url: url.href, location });
    if (redirects === settings.maxRedirects)
      return err({ kind: "too-many-redirects", url: next.href, max: settings.maxRedirects });
    url = next;
  }
}

async function openOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  settings: FetchSettings,
): Promise<Result<Download, FetchFault>> {
  const because = notWebBecause(url);
  if (because !== undefined) return err({ url: url.href, kind: "not-web", because });
  const mayAsk = (ip: string) => settings.mayAsk(ip, url);
  const literal = literalAddress(url);
  if (literal !== undefined && !mayAsk(literal)) return err({ url: url.href, kind: "private", ip: literal });
  const { timeoutMs, userAgent } = settings;
  return new Promise((resolve) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url.href, {
      headers: {
        "user-agent": userAgent,
        accept: "*/*",
        "accept-encoding": "identity",
        connection: "close",
        ...headers,
      },
      agent: false,
      lookup: guardedLookup({ resolve: settings.resolve, mayAsk }),
      timeout: timeoutMs,
    });
    const fail = (fault: FetchFault) => {
      request.destroy();
      resolve(err(fault));
    };
    request.on("socket", (socket) => {
      // The guarded lookup has checked the addresses of the name. This checks the one that is really used.
      socket.on("connect", () => {
        const ip = socket.remoteAddress ?? "";
        if (!mayAsk(ip)) fail({ url: url.href, kind: "private", ip });
      });
    });
    let body: IncomingMessage | undefined;
    request.on("timeout", () => {
      if (body) body.destroy(new Error(`no byte for ${timeoutMs / 1_000} s`));
      else fail({ url: url.href, kind: "timeout", milliseconds: timeoutMs });
    });
    request.on("error", (error) => fail({ url: url.href, ...faultOf(error) }));
    request.on("response", (response) => {
      body = response;
      const close = () => request.destroy();
      resolve(ok({ status: response.statusCode ?? 0, headers: headersOf(response), body: response, close }));
    });
    request.end();
  });
}
