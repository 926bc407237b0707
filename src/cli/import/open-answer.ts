import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { FetchGuard } from "../../doctor/net/fetch-guard.ts";
import { DEFAULT_FETCH_SETTINGS } from "../../doctor/net/fetch-settings.ts";
import { describeFault, type FetchFault } from "../../doctor/net/fetched.ts";
import { guardedLookup } from "../../doctor/net/guarded-lookup.ts";
import { literalAddress } from "../../doctor/net/public-address.ts";
import { faultOf, notWebBecause } from "../../doctor/net/send-request.ts";
import { err, ok, type Result } from "../../syntax/result.ts";

/** The head of an answer, after all redirects. The caller reads its body or destroys it. */
export type OpenAnswer = { readonly url: string; readonly response: IncomingMessage };

export type OpenFailure = { readonly message: string };

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MAX_REDIRECTS = 10;

/** Asks for a document and follows redirects. The guard judges each address on the way, and that of each connection. */
export async function openAnswer(
  address: string,
  headers: Readonly<Record<string, string>>,
  setting: { readonly guard: FetchGuard; readonly stop: AbortSignal },
): Promise<Result<OpenAnswer, OpenFailure>> {
  const parsed = URL.parse(address);
  if (!parsed) return err({ message: "is not an address" });
  let url = parsed;
  for (let redirects = 0; ; redirects += 1) {
    const opened = await openOnce(url, headers, setting);
    if (!opened.ok) return opened;
    const response = opened.value;
    const { location } = response.headers;
    if (!REDIRECTS.includes(response.statusCode ?? 0) || location === undefined) return ok({ url: url.href, response });
    response.destroy();
    const next = URL.parse(location, url);
    if (!next) return failed({ kind: "bad-location", url: url.href, location });
    next.hash = "";
    if (redirects >= MAX_REDIRECTS) return failed({ kind: "too-many-redirects", url: next.href, max: MAX_REDIRECTS });
    url = next;
  }
}

function openOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { guard, stop }: { readonly guard: FetchGuard; readonly stop: AbortSignal },
): Promise<Result<IncomingMessage, OpenFailure>> {
  const because = notWebBecause(url);
  if (because !== undefined) return Promise.resolve(failed({ kind: "not-web", url: url.href, because }));
  const mayAsk = guard(url);
  const literal = literalAddress(url);
  if (literal !== undefined && !mayAsk(literal))
    return Promise.resolve(failed({ kind: "private", url: url.href, ip: literal }));
  const resolve = (host: string) => lookup(host, { all: true });
  return new Promise((done) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url.href, {
      headers: { ...headers, connection: "close" },
      agent: false,
      lookup: guardedLookup({ ...DEFAULT_FETCH_SETTINGS, resolve, mayAsk }),
      signal: stop,
    });
    request.on("socket", (socket) =>
      // The guarded lookup has checked the addresses of the name. This checks the one that is really used.
      socket.on("connect", () => {
        const ip = socket.remoteAddress ?? "";
        if (mayAsk(ip)) return;
        done(failed({ kind: "private", url: url.href, ip }));
        request.destroy();
      }),
    );
    request.on("error", (error) => done(failed({ url: url.href, ...faultOf(error) })));
    request.on("response", (response) => done(ok(response)));
    request.end();
  });
}

function failed(fault: FetchFault): Result<never, OpenFailure> {
  const hint = fault.kind === "private" ? "; --allow-private lets it be fetched" : "";
  return err({ message: `could not be fetched: ${describeFault(fault)}${hint}` });
}
