import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { FetchRequest, FetchSettings } from "./fetch-settings.ts";
import type { FetchFault } from "./fetched.ts";
import { guardedLookup, PrivateAddressError } from "./guarded-lookup.ts";
import { literalAddress } from "./public-address.ts";
import { type BodyFault, receiveBody } from "./receive-body.ts";

/** The answer to one request. Redirects are not followed. */
export type Exchange = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly wireBytes: number;
  readonly hasForbiddenBody: boolean;
};

type Outcome = Result<Exchange, FetchFault>;

/**
 * Uses Node's own client and not `fetch`: it shows the encoded bytes, allows a check of the connection's address, and
 * does not follow redirects. Each request has its own connection, so bytes after a 304 cannot become part of the next
 * answer.
 */
export async function sendRequest(wanted: FetchRequest, settings: FetchSettings): Promise<Outcome> {
  const url = new URL(wanted.url);
  const fault = (rest: WithoutUrl<FetchFault>): Outcome => err({ url: url.href, ...rest });
  const because = notWebBecause(url);
  if (because !== undefined) return fault({ kind: "not-web", because });
  const mayAsk = (ip: string) => settings.mayAsk(ip, url);
  const literal = literalAddress(url);
  if (literal !== undefined && !mayAsk(literal)) return fault({ kind: "private", ip: literal });

  return new Promise((resolve) => {
    const start = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = start(url.href, {
      method: wanted.method,
      headers: fieldsOf(wanted, settings),
      agent: false,
      lookup: guardedLookup({ resolve: settings.resolve, mayAsk }),
    });
    const finish = (outcome: Outcome) => {
      clearTimeout(deadline);
      request.destroy();
      resolve(outcome);
    };
    const { timeoutMs } = settings;
    const deadline = setTimeout(() => finish(fault({ kind: "timeout", milliseconds: timeoutMs })), timeoutMs);
    let hasForbiddenBody = false;
    let hasAnswered = false;
    request.on("socket", (socket) => {
      // The guarded lookup has checked the addresses of the name. This checks the one that is really used.
      socket.on("connect", () => {
        const ip = socket.remoteAddress ?? "";
        if (!mayAsk(ip)) finish(fault({ kind: "private", ip }));
      });
    });
    request.on("error", (error) => {
      if (hasAnswered) hasForbiddenBody = true;
      else finish(fault(faultOf(error)));
    });
    request.on("response", async (response) => {
      hasAnswered = true;
      const received = await receiveBody(response, settings.maxBytes);
      // Node reports bytes after an answer without a body as an error of the request, one turn later.
      if (response.statusCode === 304 || wanted.method === "HEAD") await new Promise((done) => setTimeout(done, 5));
      if (!received.ok) return finish(fault(withLimit(received.error, settings)));
      const status = response.statusCode ?? 0;
      finish(ok({ status, headers: headersOf(response), ...received.value, hasForbiddenBody }));
    });
    request.end();
  });
}

export type WithoutUrl<T> = T extends unknown ? Omit<T, "url"> : never;

function withLimit(fault: BodyFault, { maxBytes }: FetchSettings): WithoutUrl<FetchFault> {
  switch (fault.kind) {
    case "too-large":
      return { ...fault, bytes: maxBytes };
    case "undecodable":
      return fault;
    case "cut-off":
      return { kind: "broken-http", code: fault.code };
  }
}

export function notWebBecause(url: URL): string | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return `${url.protocol} is not supported, only http and https`;
  if (url.username !== "" || url.password !== "") return "an address with a user name or password is not supported";
  return undefined;
}

function fieldsOf({ headers }: FetchRequest, { userAgent }: FetchSettings): Record<string, string> {
  const fields = { "user-agent": userAgent, accept: "*/*", "accept-encoding": "identity", ...headers };
  const sent = Object.entries(fields).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(sent), connection: "close" };
}

export function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(", ")]));
}

/** OpenSSL and Node have dozens of codes for faults of certificates. Each contains one of these parts. */
const CERTIFICATE = /CERT|SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO|EPROTO|HOSTNAME|CRL/;
const UNKNOWN_HOST = /^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/;

export function faultOf(error: Error): WithoutUrl<FetchFault> {
  if (error instanceof PrivateAddressError) return { kind: "private", ip: error.ip };
  const code = "code" in error && typeof error.code === "string" ? error.code : error.message;
  if (UNKNOWN_HOST.test(code)) return { kind: "unknown-host" };
  if (code.startsWith("HPE_")) return { kind: "broken-http", code };
  if (CERTIFICATE.test(code)) return { kind: "certificate", code };
  return { kind: "no-connection", code };
}
