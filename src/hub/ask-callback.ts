import { Buffer } from "node:buffer";
import type { HubService } from "./hub-service.ts";

/** What came of asking a callback. `unreachable` may pass; `refused` is its word. Nothing of what it said is kept. */
export type CallbackAnswer = "confirmed" | "refused" | "unreachable";

export const HUB_USER_AGENT = "Dateline-Hub/0.1";

/** Answers that mean "not now" (RFC 9110 section 15.5.9, RFC 6585 section 4). */
const LATER: readonly number[] = [408, 425, 429];

/**
 * Asks whether the callback wants what was asked for in its name. It does if it answers 2xx with the challenge, all of it and nothing else
 * (WebSub section 5.3.1). A redirect is followed nowhere: the address that was judged is the one that is asked. No more of an answer is read
 * than could be right.
 */
export async function askCallback(
  { fetch, limits }: Pick<HubService, "fetch" | "limits">,
  address: string,
  challenge: string,
): Promise<CallbackAnswer> {
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    const asked = fetch(address, { method: "GET", redirect: "manual", headers: HEADERS, signal });
    const response = await unlessAborted(signal, asked);
    if (response.status >= 500 || LATER.includes(response.status)) {
      discard(response);
      return "unreachable";
    }
    if (!response.ok) {
      discard(response);
      return "refused";
    }
    return (await hasBody(response, challenge, signal)) ? "confirmed" : "refused";
  } catch {
    // No connection, no name, no end of the headers or body in time: all of them may pass.
    return "unreachable";
  }
}

const HEADERS = { accept: "text/plain, */*", "user-agent": HUB_USER_AGENT };

async function hasBody(response: Response, expected: string, signal: AbortSignal): Promise<boolean> {
  const wanted = Buffer.from(expected);
  const reader = response.body?.getReader();
  let at = 0;
  try {
    for (;;) {
      const part = reader && (await unlessAborted(signal, reader.read()));
      if (!part || part.done) return at === wanted.length;
      const end = at + part.value.length;
      if (end > wanted.length || !wanted.subarray(at, end).equals(part.value)) return false;
      at = end;
    }
  } finally {
    reader?.cancel().catch(() => {});
  }
}

/** Lets go of what is not wanted; that it may fail is its own affair. */
export function discard({ body }: Response): void {
  body?.cancel().catch(() => {});
}

/** A body that drips may outlive the signal its request was given. */
function unlessAborted<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
