/** Bodies of requests and responses up to a number of bytes. */
import { err, ok, type Result } from "./result.ts";

type Message = { readonly body: ReadableStream<Uint8Array> | null; readonly headers: Headers };

/**
 * Reads the whole body if it has `maxBytes` or fewer. A longer one is not read to its end: it is cancelled as soon as
 * the limit is passed, or before it is read if `Content-Length` says so (RFC 9110 section 8.6).
 *
 * @param signal ends the wait for a body that arrives slowly, even if the request was not given the signal
 * @throws the reason of the signal if it is aborted, and the error of the connection if it breaks
 */
export async function readLimitedBody(
  { body, headers }: Message,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Result<Uint8Array, "too-large">> {
  if (!body) return ok(new Uint8Array(0));
  // The length of an encoded body says nothing about the decoded bytes that are read here.
  if (!headers.has("content-encoding") && Number(headers.get("content-length") ?? 0) > maxBytes) {
    discard(body);
    return err("too-large");
  }
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  let isAtEnd = false;
  try {
    for (;;) {
      const part = await unlessAborted(reader.read(), signal);
      isAtEnd = part.done;
      if (part.done) return ok(join(parts, length));
      length += part.value.length;
      if (length > maxBytes) return err("too-large");
      parts.push(part.value);
    }
  } finally {
    if (!isAtEnd) discard(reader);
  }
}

/** Cancels a body that is not wanted. Errors are ignored, and the end of the cancellation is not awaited. */
export function discard(body: { cancel(): Promise<void> } | null | undefined): void {
  body?.cancel().catch(() => {});
}

/** Settles like the promise, or rejects with the reason of the signal if that is aborted first. */
export function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    const settle = () => signal.removeEventListener("abort", abort);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(
      (value) => {
        settle();
        resolve(value);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
  });
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
