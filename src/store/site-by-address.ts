import { isLoopback } from "../site/loopback.ts";
import type { ArticleStore } from "./article-store.ts";
import type { ContentArtifact } from "./files/content-artifact.ts";

/** A store, and the origin below which its addresses stand. */
export type Site = { readonly origin: string; readonly store: ArticleStore };

/**
 * The shelf to answer a request from. A production build is served under its configured address whatever the Host header says. A development
 * build takes the loopback address it is asked at, since only the person who started it knows the port.
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
    const shelf = { origin, store: openStore(origin) };
    opened.set(origin, shelf);
    return shelf;
  };
  if (mode === "production") {
    const shelf = open(address);
    return () => shelf;
  }
  return (requestAddress) => {
    const { hostname, origin } = new URL(requestAddress);
    return open(isLoopback(hostname) ? origin : address);
  };
}
