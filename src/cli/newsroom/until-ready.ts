import { setTimeout as delay } from "node:timers/promises";

/** Milliseconds between two looks. */
const PAUSE = 250;

/** Resolves once the newsroom answers, or `stop` says that it never will. */
export async function untilReady(origin: string, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    const response = await ask(`${origin}/healthz`, "", stop);
    if (response?.ok) return true;
    await delay(PAUSE);
  }
  return false;
}

/** Whether the newsroom lets the token in. */
export async function knowsToken(origin: string, token: string, stop: AbortSignal): Promise<boolean> {
  const response = await ask(`${origin}/desk/articles?limit=1`, token, stop);
  return response?.status !== 401;
}

async function ask(address: string, token: string, signal: AbortSignal): Promise<Response | undefined> {
  try {
    const response = await fetch(address, { signal, headers: { Authorization: `Bearer ${token}` } });
    await response.body?.cancel();
    return response;
  } catch {
    return undefined;
  }
}
