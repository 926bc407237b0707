/** Requests to callbacks: the only place where the hub sends something to an address that an anonymous client chose. */
import { Buffer } from "node:buffer";
import { userAgent } from "../site/user-agent.ts";
import { discard, readLimitedBody, unlessAborted } from "../syntax/limited-body.ts";
import { err, ok, type Result } from "../syntax/result.ts";
import type { HubService } from "./service.ts";

type Client = Pick<HubService, "fetch" | "limits" | "origin">;

/** Why a callback gave no answer. */
export type CallbackSilence =
  /** It did not answer within `after` milliseconds. */
  | { readonly kind: "timeout"; readonly after: number }
  /** The connection failed: an unknown name, a closed port, a broken connection. */
  | { readonly kind: "unreachable" };

/** The status and headers of an answer. Its body is never read. */
export type CallbackAnswer = { readonly status: number; readonly headers: Headers };

/**
 * What a subscriber said when it was asked for its intent. `unreachable` may pass and is worth another attempt;
 * `refused` is final.
 */
export type Intent = "confirmed" | "refused" | "unreachable";

/** Statuses that mean "not now" (RFC 9110 section 15.5.9, RFC 8470 section 5.2, RFC 6585 section 4). */
const NOT_NOW: readonly number[] = [408, 425, 429];

/**
 * Appends parameters to the callback's own query, which stays as it is (WebSub section 5.3: "the hub MUST preserve the
 * query string").
 */
export function callbackAddress(callback: string, parameters: Readonly<Record<string, string>>): string {
  const joint = !callback.includes("?") ? "?" : /[?&]$/.test(callback) ? "" : "&";
  return `${callback}${joint}${new URLSearchParams(parameters)}`;
}

/**
 * Asks a callback whether it wants what was requested in its name. It confirms with a 2xx answer whose body is exactly
 * the challenge (WebSub section 5.3.1). At most as many bytes are read as the challenge has.
 */
export async function askIntent(client: Client, address: string, challenge: string): Promise<Intent> {
  const expected = Buffer.from(challenge);
  const headers: [string, string][] = [["Accept", "text/plain, */*"]];
  const asked = await request(
    client,
    address,
    { method: "GET", headers },
    async (response, signal): Promise<Intent> => {
      if (!response.ok) {
        discard(response.body);
        return response.status >= 500 || NOT_NOW.includes(response.status) ? "unreachable" : "refused";
      }
      const body = await readLimitedBody(response, expected.length, signal);
      return body.ok && expected.equals(body.value) ? "confirmed" : "refused";
    },
  );
  return asked.ok ? asked.value : "unreachable";
}

/** Sends a GET whose answer does not matter. A callback that gives no answer is ignored. */
export async function notifyCallback(client: Client, address: string): Promise<void> {
  await request(client, address, { method: "GET", headers: [] }, async ({ body }) => discard(body));
}

/** Sends a POST and returns the head of the answer. The body of the answer is cancelled unread. */
export async function postToCallback(
  client: Client,
  address: string,
  { body, headers }: { readonly body: BodyInit; readonly headers: readonly [string, string][] },
): Promise<Result<CallbackAnswer, CallbackSilence>> {
  return request(client, address, { method: "POST", body, headers }, async (response) => {
    discard(response.body);
    return { status: response.status, headers: response.headers };
  });
}

type CallbackRequest = {
  readonly method: "GET" | "POST";
  readonly headers: readonly [string, string][];
  readonly body?: BodyInit;
};

/**
 * Sends a request and reads the answer with `read`, both within one timeout. A redirect is not followed: the callback
 * policy judged this address, and not the one that a redirect names.
 */
async function request<Value>(
  { fetch, limits, origin }: Client,
  address: string,
  { headers, ...init }: CallbackRequest,
  read: (response: Response, signal: AbortSignal) => Promise<Value>,
): Promise<Result<Value, CallbackSilence>> {
  const abortion = new AbortController();
  const { signal } = abortion;
  const timer = setTimeout(() => abortion.abort(), limits.timeout);
  const sent = [...headers, ["User-Agent", userAgent(origin)]] satisfies [string, string][];
  try {
    const answering = fetch(address, { ...init, redirect: "manual", headers: sent, signal });
    // An answer that arrives after the timeout is not read.
    signal.addEventListener("abort", () => {
      answering.then(({ body }) => discard(body)).catch(() => {});
    });
    return ok(await read(await unlessAborted(answering, signal), signal));
  } catch {
    return err(signal.aborted ? { kind: "timeout", after: limits.timeout } : { kind: "unreachable" });
  } finally {
    clearTimeout(timer);
  }
}
