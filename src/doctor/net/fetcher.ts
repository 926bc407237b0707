import type { FetchRequest, FetchSettings } from "./fetch-settings.ts";
import type { Fetched, FetchFault, Hop } from "./fetched.ts";
import { sendRequest } from "./send-request.ts";

/** Looks at addresses one after the other, and counts. */
export type Fetcher = {
  readonly fetch: (request: FetchRequest) => Promise<Fetched>;
  /** How many requests were sent. */
  readonly spent: () => number;
  readonly isSpent: () => boolean;
};

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

export function createFetcher(settings: FetchSettings): Fetcher {
  let spent = 0;
  const isSpent = () => spent >= settings.maxRequests;

  const fetch = async (request: FetchRequest): Promise<Fetched> => {
    const hops: Hop[] = [];
    const fail = (fault: FetchFault): Fetched => ({ kind: "failure", hops, fault });
    let url = new URL(request.url);
    url.hash = "";
    for (;;) {
      if (isSpent()) return fail({ kind: "spent", url: url.href });
      spent += 1;
      const outcome = await sendRequest({ ...request, url: url.href }, settings);
      if (outcome.kind === "fault") return fail(outcome.fault);
      const { location } = outcome.headers;
      if (!REDIRECTS.includes(outcome.status) || location === undefined)
        return { ...outcome, kind: "answer", url: url.href, hops };

      const next = URL.parse(location, url);
      if (next === null) return fail({ kind: "bad-location", url: url.href, location });
      next.hash = "";
      hops.push({ url: url.href, status: outcome.status, location: next.href });
      if (hops.some((hop) => hop.url === next.href)) return fail({ kind: "redirect-loop", url: next.href });
      if (hops.length > settings.maxRedirects)
        return fail({ kind: "too-many-redirects", url: next.href, most: settings.maxRedirects });
      url = next;
    }
  };
  return { fetch, spent: () => spent, isSpent };
}
