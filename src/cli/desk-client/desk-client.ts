import { setTimeout as delay } from "node:timers/promises";
import { userAgent } from "../../site/user-agent.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type Refusal, readRefusal } from "./refusal.ts";
import { retryPause } from "./retry-pause.ts";

export type DeskRequest = {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Below the newsroom's origin, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
};

/** A successful response. */
export type DeskReply = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** `send` repeats a request that may succeed later. */
export type DeskClient = {
  readonly origin: string;
  readonly send: (request: DeskRequest) => Promise<Result<DeskReply, Refusal>>;
};

export type DeskClientSetting = {
  readonly origin: string;
  readonly token: string;
  /** Aborts requests in progress. Later requests are refused as stopped. */
  readonly stop: AbortSignal;
  /** Multiplies every pause. A test sets 0. */
  readonly patience?: number;
};

/** Tries after a server error, or if there is no response. */
const MAX_TRIES = 5;
/** Tries after 429 (too many requests). */
const MAX_SLOW_TRIES = 30;
/** Milliseconds until a request counts as lost: long enough to upload a file of 25 MB. */
const TIMEOUT = 300_000;

export function openDesk({ origin, token, stop, patience = 1 }: DeskClientSetting): DeskClient {
  const attempt = async ({ method, path, headers, body }: DeskRequest): Promise<Response | Error> => {
    try {
      return await fetch(origin + path, {
        method,
        headers: { ...headers, Authorization: `Bearer ${token}`, "User-Agent": userAgent(origin) },
        // The token must not be sent to another server.
        redirect: "manual",
        signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT)]),
        ...(body !== undefined && { body: typeof body === "string" ? body : Uint8Array.from(body) }),
      });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };

  const read = async (response: Response): Promise<Result<DeskReply, Refusal> | Error> => {
    try {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const { status, headers } = response;
      return response.ok ? ok({ status, headers, bytes }) : err(readRefusal(origin, status, headers, bytes));
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };

  return {
    origin,
    send: async (request) => {
      for (let tries = 1; ; tries += 1) {
        const response = await attempt(request);
        const outcome = response instanceof Error ? response : await read(response);
        if (stop.aborted) return err({ kind: "stopped", message: "stopped before it was answered", faults: [] });
        const isLost = outcome instanceof Error;
        const status = isLost || outcome.ok ? undefined : outcome.error.status;
        const isPassing = isLost || status === 429 || (status ?? 0) >= 500;
        const max = status === 429 ? MAX_SLOW_TRIES : MAX_TRIES;
        if (!isPassing || tries >= max) return isLost ? err(lost(origin, outcome)) : outcome;
        const retryAfter = response instanceof Error ? null : response.headers.get("retry-after");
        const pause = retryPause(retryAfter, { tries, now: Date.now(), chance: Math.random() });
        await delay(pause * patience, undefined, { signal: stop }).catch(() => {});
      }
    },
  };
}

function lost(origin: string, { message, cause, name }: Error): Refusal {
  const reason = name === "TimeoutError" ? "no answer in time" : cause instanceof Error ? cause.message : message;
  return { kind: "unreachable", message: `${origin} does not answer: ${reason}`, faults: [] };
}
