import { err, ok } from "../../syntax/result.ts";
import type { FetchRequest, FetchSettings } from "./fetch-settings.ts";
import type { Fetched, FetchFault, Hop } from "./fetched.ts";
import { sendRequest } from "./send-request.ts";

/** Sends requests one after the other, follows redirects, and counts. */
export type Fetcher = {
  readonly fetch: (request: FetchRequest) => Promise<Fetched>;
  /** The number of requests sent so far. */
  readonly spent: () => number;
};

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export function createFetcher(settings: FetchSettings): Fetcher {
  let spent = 0;

  const fetch = async (request: FetchRequest): Promise<Fetched> => {
    const hops: Hop[] = [];
    const fail = (fault: FetchFault) => err({ hops, fault });
    let url = new URL(request.url);
    url.hash = "";
    for (;;) {
      if (spent >= settings.maxRequests) return fail({ kind: "spent", url: url.href });
      spent += 1;
      const exchanged = await sendRequest({ ...request, url: url.href }, settings);
      if (!exchanged.ok) return fail(exchanged.error);
      const { headers, status } = exchanged.value;
      const { location } = headers;
      if (!REDIRECTS.includes(status) || location === undefined) return ok({ ...exchanged.value, url: url.href, hops });

      const next = URL.parse(location, url);
      if (next === null) return fail({ kind: "bad-location", url: url.href, location });
      next.hash = "";
      hops.push({ url: url.href, status, location: next.href });
      if (hops.some((hop) => hop.url === next.href)) return fail({ kind: "redirect-loop", url: next.href });
      if (hops.length > settings.maxRedirects)
        return fail({ kind: "too-many-redirects", url: next.href, max: settings.maxRedirects });
      url = next;
    }
  };
  return { fetch, spent: () => spent };
}
