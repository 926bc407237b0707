import type { Context } from "hono";
import type { MediaFiles } from "../store/media-files.ts";
import type { Site } from "../store/site-by-address.ts";
import type { Config } from "./config.ts";
import type { RepresentationCache } from "./representation-cache.ts";

/** One line a request, in JSON, for whoever runs the service. No address of a client, no query. What is undefined, JSON leaves out. */
export type RequestRecord = {
  readonly message: "request";
  readonly level: "info" | "error";
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether the bytes were rendered for this request or already in memory; absent where nothing is rendered. */
  readonly representation?: "rendered" | "memory" | undefined;
  readonly coding?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The platform's id of the request, to find it among its own logs. */
  readonly ray?: string | undefined;
  /** What went wrong inside, for a 500. */
  readonly error?: string | undefined;
};

/** All that the service needs of the world, so that a test can hand it another one. */
export type Dependencies = {
  readonly config: Config;
  /** The shelf to answer a request from. Its address is looked at only under `wrangler dev` on loopback. */
  readonly siteFor: (requestAddress: string) => Site;
  readonly mediaFiles: MediaFiles;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (record: RequestRecord) => void;
};

/** What every handler works with: the outer world, and the representations this isolate has made. */
export type Service = Dependencies & { readonly representations: RepresentationCache };

/** What a handler leaves for the request log. */
export type HttpEnv = { Variables: { representation?: RequestRecord["representation"] } };

export type HttpContext = Context<HttpEnv>;
