import { setTimeout as delay } from "node:timers/promises";
import { type Refusal, readRefusal } from "./refusal.ts";
import { retryPause } from "./retry-pause.ts";

export type DeskRequest = {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Below the newsroom's origin, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
};

export type DeskReply = {
  readonly ok: true;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** `send` gives every answer that is no success as a refusal, after as many tries as make sense. */
export type DeskClient = {
  readonly origin: string;
  readonly send: (request: DeskRequest) => Promise<DeskReply | Refusal>;
};

export type DeskClientSetting = {
  readonly origin: string;
  readonly token: string;
  /** Ends what is under way; what is sent afterwards is refused as stopped. */
  readonly stop: AbortSignal;
  /** Multiplies every pause, so that a test need not wait. */
  readonly patience?: number;
};

/** Tries for an answer that says the fault is there and may pass, or for none. */
const TRIES = 5;
/** Tries where the other side only asks to be slower. */
const SLOW_TRIES = 30;
/** Milliseconds until a request counts as lost. A file of 25 MB takes its time. */
const TIMEOUT = 300_000;

export function openDesk({ origin, token, stop, patience = 1 }: DeskClientSetting): DeskClient {
  const attempt = async ({ method, path, headers, body }: DeskRequest): Promise<Response | Error> => {
    try {
      return await fetch(origin + path, {
        method,
        headers: { ...headers, Authorization: `Bearer ${token}`, "User-Agent": "dateline" },
        // Elsewhere the token is nobody's business.
        redirect: "manual",
        signal: AbortSignal.any([stop, AbortSignal.timeout(TIMEOUT)]),
        ...(body !== undefined && { body: typeof body === "string" ? body : Uint8Array.from(body) }),
      });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };

  const read = async (response: Response): Promise<DeskReply | Refusal | Error> => {
    try {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const { status, headers } = response;
      return response.ok ? { ok: true, status, headers, bytes } : readRefusal(status, headers, bytes);
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
        if (stop.aborted) return { ok: false, kind: "stopped", message: "stopped before it was answered", faults: [] };
        const isLost = outcome instanceof Error;
        const isPassing = isLost || (!outcome.ok && (outcome.status === 429 || (outcome.status ?? 0) >= 500));
        const most = !isLost && !outcome.ok && outcome.status === 429 ? SLOW_TRIES : TRIES;
        if (!isPassing || tries >= most) return isLost ? lost(origin, outcome) : outcome;
        const retryAfter = response instanceof Error ? null : response.headers.get("retry-after");
        const pause = retryPause(retryAfter, { tries, now: Date.now(), chance: Math.random() });
        await delay(pause * patience, undefined, { signal: stop }).catch(() => {});
      }
    },
  };
}

function lost(origin: string, { message, cause, name }: Error): Refusal {
  const reason = name === "TimeoutError" ? "no answer in time" : cause instanceof Error ? cause.message : message;
  return { ok: false, kind: "unreachable", message: `${origin} does not answer: ${reason}`, faults: [] };
}
