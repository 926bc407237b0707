import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Milliseconds between two looks at a newsroom that starts. */
const PAUSE = 250;
const MINUTE = 60_000;

/** Returns the port if no process listens on it, any free port for 0, or undefined if the port is in use. */
export async function freePort(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : undefined;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}

/** Waits until the newsroom answers. Returns false if `stop` was aborted before it did. */
export async function untilReady(origin: string, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    const response = await ask(`${origin}/healthz`, "", stop);
    if (response?.ok) return true;
    await delay(PAUSE);
  }
  return false;
}

/** Whether the newsroom accepts the token. */
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

/**
 * Runs the cron trigger of a local newsroom each minute: `wrangler dev` runs it only when its address for that is
 * requested. Returns the function that stops it.
 */
export function keepTime(origin: string): () => void {
  const tick = () => {
    fetch(`${origin}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`)
      .then((response) => response.body?.cancel())
      // The Worker may be restarting after an edit. The next minute is early enough.
      .catch(() => {});
  };
  const timer = setInterval(tick, MINUTE);
  return () => clearInterval(timer);
}
