import { NO_SNIFFING } from "../../http/security-headers.ts";

/** Why a request was not taken, in words for whoever wrote it. */
export type HubRefusal = {
  readonly refused: true;
  readonly status: 400 | 413 | 415 | 429 | 503;
  readonly reason: string;
  /** In seconds, where the same request may be taken later. */
  readonly retryAfter?: number;
};

export function refuse(reason: string, status: HubRefusal["status"] = 400, retryAfter?: number): HubRefusal {
  return { refused: true, status, reason, ...(retryAfter !== undefined && { retryAfter }) };
}

export function isRefusal(value: object): value is HubRefusal {
  return "refused" in value;
}

/** WebSub section 5.1.2: errors are described in plain text. */
export function sendText(text: string, status: number, headers: readonly [string, string][] = []): Response {
  return new Response(`${text}\n`, {
    status,
    headers: [["Content-Type", "text/plain; charset=utf-8"], ["Cache-Control", "no-store"], NO_SNIFFING, ...headers],
  });
}

export function retryHeader({ retryAfter }: HubRefusal): [string, string][] {
  return retryAfter === undefined ? [] : [["Retry-After", String(retryAfter)]];
}
