import artifactText from "../.dateline/content.js";
import { type Config, readConfig } from "./config.ts";
import type { RequestRecord } from "./http/request-log.ts";
import type { ArticleStore } from "./storage/article-store.ts";
import type { ContentArtifact } from "./storage/content-artifact.ts";
import { openContentStore } from "./storage/content-store.ts";

/** The bindings and variables of `wrangler.toml`. */
export type Env = { readonly MEDIA: Fetcher } & Record<string, unknown>;

/** A store, and the origin below which its addresses stand. */
export type Shelf = { readonly origin: string; readonly store: ArticleStore };

/** All that the service needs of the world, so that a test can hand it another one. */
export type Dependencies = {
  readonly config: Config;
  /** The shelf to answer a request from. Its address is looked at only under `wrangler dev` on loopback. */
  readonly shelfFor: (requestAddress: string) => Shelf;
  /** The Static Assets of the build: `/<hash>/<name>`. */
  readonly mediaFiles: { fetch(request: Request): Promise<Response> };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (record: RequestRecord) => void;
};

export function createDependencies(env: Env): Dependencies {
  return {
    config: readConfig(env),
    shelfFor: shelves(artifactText),
    mediaFiles: env.MEDIA,
    now: Date.now,
    log: (record) => console.log(JSON.stringify(record)),
  };
}

/**
 * A production build is served under its configured address whatever the Host header says. A development build takes the loopback
 * address it is asked at, since only the person who started it knows the port.
 */
export function shelves(text: string): Dependencies["shelfFor"] {
  const { mode, publication }: ContentArtifact = JSON.parse(text);
  const opened = new Map<string, Shelf>();
  const open = (origin: string): Shelf => {
    const known = opened.get(origin);
    if (known) return known;
    const shelf = { origin, store: openContentStore(text, origin) };
    opened.set(origin, shelf);
    return shelf;
  };
  if (mode === "production") {
    const shelf = open(publication.address);
    return () => shelf;
  }
  return (requestAddress) => {
    const { hostname, origin } = new URL(requestAddress);
    return open(isLoopback(hostname) ? origin : publication.address);
  };
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
