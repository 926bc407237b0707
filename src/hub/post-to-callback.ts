import type { HubService } from "./hub-service.ts";

/** What a callback said, or why there was no answer. */
export type Answered = { readonly status: number; readonly headers: Headers } | string;

/**
 * Sends to a callback and looks at the head of the answer. Its body is refused unread, however long it is; where it points on to is not gone
 * to; and one that does not answer in time is let go of.
 */
export async function postToCallback(
  { fetch, limits }: Pick<HubService, "fetch" | "limits">,
  address: string,
  init: RequestInit,
): Promise<Answered> {
  const giveUp = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<string>((resolve) => {
    timer = setTimeout(() => {
      resolve(`did not answer in ${limits.timeout / 1_000} s`);
      giveUp.abort();
    }, limits.timeout);
  });
  try {
    const asking = fetch(address, { ...init, method: "POST", redirect: "manual", signal: giveUp.signal }).then(
      ({ body, headers, status }) => {
        body?.cancel().catch(() => undefined);
        return { headers, status };
      },
      () => "could not be reached",
    );
    return await Promise.race([asking, silence]);
  } finally {
    clearTimeout(timer);
  }
}
