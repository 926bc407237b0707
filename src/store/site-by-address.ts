import { isLoopback } from "../site/loopback.ts";
import type { ArticleStore } from "./article-store.ts";
import type { ContentArtifact } from "./files/content-artifact.ts";

/** A store and the public origin of its addresses. */
export type Site = { readonly origin: string; readonly store: ArticleStore };

/**
 * Chooses the site that answers a request. A production build always answers under its configured address, whatever the
 * Host header says. A development build answers under the loopback address of the request, because the build does not
 * know the port.
 *
 * @returns a function from the request's address to the site
 */
export function siteByAddress(
  mode: ContentArtifact["mode"],
  address: string,
  openStore: (origin: string) => ArticleStore,
): (requestAddress: string) => Site {
  const opened = new Map<string, Site>();
  const open = (origin: string): Site => {
    const known = opened.get(origin);
    if (known) return known;
    const site = { origin, store: openStore(origin) };
    opened.set(origin, site);
    return site;
  };
  if (mode === "production") {
    const site = open(address);
    return () => site;
  }
  return (requestAddress) => {
    const { hostname, origin } = new URL(requestAddress);
    return open(isLoopback(hostname) ? origin : address);
  };
}
