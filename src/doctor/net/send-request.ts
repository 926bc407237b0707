import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { FetchRequest, FetchSettings } from "./fetch-settings.ts";
import type { FetchFault } from "./fetched.ts";
import { guardedLookup, PrivateAddressError } from "./guarded-lookup.ts";
import { literalAddress } from "./public-address.ts";
import { receiveBody } from "./receive-body.ts";

/** One exchange, no redirect followed. */
export type Exchange = {
  readonly kind: "exchange";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly wireBytes: number;
  readonly hasForbiddenBody: boolean;
};

type Outcome = Exchange | { readonly kind: "fault"; readonly fault: FetchFault };

/**
 * Node's own client rather than `fetch`: it shows the coding and the bytes on the wire, lets the connection's address be checked, and
 * follows nothing by itself. A connection a request, closed behind it: bytes behind a 304 cannot leak into the next answer.
 */
export async function sendRequest(wanted: FetchRequest, settings: FetchSettings): Promise<Outcome> {
  const url = new URL(wanted.url);
  const fault = (rest: WithoutUrl<FetchFault>): Outcome => ({ kind: "fault", fault: { url: url.href, ...rest } });
  const because = notWebBecause(url);
  if (because !== undefined) return fault({ kind: "not-web", because });
  const literal = literalAddress(url);
  if (literal !== undefined && !settings.mayAsk(literal)) return fault({ kind: "private", ip: literal });

  return new Promise((resolve) => {
    const start = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = start(url.href, {
      method: wanted.method,
      headers: fieldsOf(wanted, settings),
      agent: false,
      lookup: guardedLookup(settings),
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
      // The guard on the name has seen to this already; the address in use has the last word.
      socket.on("connect", () => {
        const ip = socket.remoteAddress ?? "";
        if (!settings.mayAsk(ip)) finish(fault({ kind: "private", ip }));
      });
    });
    request.on("error", (error) => {
      if (hasAnswered) hasForbiddenBody = true;
      else finish(fault(faultOf(error)));
    });
    request.on("response", async (response) => {
      hasAnswered = true;
      const received = await receiveBody(response, settings.maxBytes);
      // Bytes behind an answer that ends with its header fields come to light a turn later, as an error of the request.
      if (response.statusCode === 304 || wanted.method === "HEAD") await new Promise((done) => setTimeout(done, 5));
      switch (received.kind) {
        case "body":
          return finish({
            kind: "exchange",
            status: response.statusCode ?? 0,
            headers: headersOf(response),
            body: received.body,
            wireBytes: received.wireBytes,
            hasForbiddenBody,
          });
        case "too-large":
          return finish(fault({ kind: "too-large", bytes: settings.maxBytes, isDecoded: received.isDecoded }));
        case "undecodable":
          return finish(fault({ kind: "undecodable", coding: received.coding }));
        case "cut-off":
          return finish(fault({ kind: "broken-http", code: received.code }));
      }
    });
    request.end();
  });
}

type WithoutUrl<T> = T extends unknown ? Omit<T, "url"> : never;

function notWebBecause(url: URL): string | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return `${url.protocol} is not followed, only http and https`;
  if (url.username !== "" || url.password !== "") return "an address with a user name or password is not followed";
  return undefined;
}

function fieldsOf({ headers }: FetchRequest, { userAgent }: FetchSettings): Record<string, string> {
  const fields = { "user-agent": userAgent, accept: "*/*", "accept-encoding": "identity", ...headers };
  const kept = Object.entries(fields).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(kept), connection: "close" };
}

function headersOf({ headersDistinct }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(", ")]));
}

/** OpenSSL and Node name what is wrong with a certificate in dozens of codes; these are how all of them begin or end. */
const CERTIFICATE = /CERT|SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO|EPROTO|HOSTNAME|CRL/;
const UNKNOWN_HOST = /^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/;

function faultOf(error: Error): WithoutUrl<FetchFault> {
  if (error instanceof PrivateAddressError) return { kind: "private", ip: error.ip };
  const code = "code" in error && typeof error.code === "string" ? error.code : error.message;
  if (UNKNOWN_HOST.test(code)) return { kind: "unknown-host" };
  if (code.startsWith("HPE_")) return { kind: "broken-http", code };
  if (CERTIFICATE.test(code)) return { kind: "certificate", code };
  return { kind: "no-connection", code };
}
