/** Requests to callbacks: the only place where the hub sends something to an address that an anonymous client chose. */
import { Buffer } from "node:buffer";
import { userAgent } from "../site/user-agent.ts";
import { discard, readLimitedBody } from "../syntax/limited-body.ts";
import { err, ok, type Result } from "../syntax/result.ts";
import { Deadlines } from "./deadlines.ts";
import type { HubService } from "./service.ts";

/** Sends requests within one timeout each. A client belongs to one request or one job: see `Deadlines`. */
export type CallbackClient = Pick<HubService, "fetch"> & {
  readonly agent: string;
  /** In milliseconds. */
  readonly timeout: number;
  readonly deadlines: Deadlines;
  /** Controllers of requests that are done, for the next ones. One that has aborted its request is not used again. */
  readonly spare: AbortController[];
};

export function openCallbackClient({
  fetch,
  limits: { timeout },
  origin,
}: Pick<HubService, "fetch" | "limits" | "origin">): CallbackClient {
  return { fetch, timeout, agent: userAgent(origin), deadlines: new Deadlines(timeout), spare: [] };
}

/** Why a callback gave no answer. */
export type CallbackSilence =
  /** It did not answer within `after` milliseconds. */
  | { readonly kind: "timeout"; readonly after: number }
  /** The connection failed: an unknown name, a closed port, a broken connection. */
  | { readonly kind: "unreachable" };

/**
 * What is sent to a callback. The headers are a record, because the runtime takes 26 µs longer to read a list of pairs,
 * of the 700 µs of a delivery.
 */
export type CallbackMessage = { readonly body: BodyInit; readonly headers: Readonly<Record<string, string>> };

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
export async function askIntent(client: CallbackClient, address: string, challenge: string): Promise<Intent> {
  const expected = Buffer.from(challenge);
  const headers = { Accept: "text/plain, */*" };
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
export async function notifyCallback(client: CallbackClient, address: string): Promise<void> {
  await request(client, address, { method: "GET", headers: {} }, async ({ body }) => discard(body));
}

/** Sends a POST and returns the head of the answer. The body of the answer is cancelled unread. */
export async function postToCallback(
  client: CallbackClient,
  address: string,
  { body, headers }: CallbackMessage,
): Promise<Result<CallbackAnswer, CallbackSilence>> {
  return request(client, address, { method: "POST", body, headers }, async (response) => {
    discard(response.body);
    return { status: response.status, headers: response.headers };
  });
}

type CallbackRequest = Pick<CallbackMessage, "headers"> &
  Partial<CallbackMessage> & { readonly method: "GET" | "POST" };

/**
 * Sends a request and reads the answer with `read`, both within one timeout. A redirect is not followed: the callback
 * policy judged this address, and not the one that a redirect names.
 */
async function request<Value>(
  { agent, deadlines, fetch, spare, timeout }: CallbackClient,
  address: string,
  { headers, ...init }: CallbackRequest,
  read: (response: Response, signal: AbortSignal) => Promise<Value>,
): Promise<Result<Value, CallbackSilence>> {
  const abortion = spare.pop() ?? new AbortController();
  const { signal } = abortion;
  const late = Promise.withResolvers<never>();
  const finish = deadlines.start(() => {
    abortion.abort();
    late.reject(signal.reason);
  });
  let answering: Promise<Response> | undefined;
  try {
    const sent = { ...headers, "User-Agent": agent };
    answering = fetch(address, { ...init, redirect: "manual", headers: sent, signal });
    return ok(await read(await Promise.race([answering, late.promise]), signal));
  } catch {
    if (!signal.aborted) return err({ kind: "unreachable" });
    // An answer that arrives after the timeout is not read.
    answering?.then(({ body }) => discard(body)).catch(() => {});
    return err({ kind: "timeout", after: timeout });
  } finally {
    finish();
    if (!signal.aborted) spare.push(abortion);
  }
}
