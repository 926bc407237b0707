import type { Context } from "hono";
import type { MediaFiles } from "../store/media-files.ts";
import type { Site } from "../store/site-by-address.ts";
import type { Config } from "./config.ts";
import type { FrontDoor } from "./door/front-door.ts";
import type { ReadBuilt, RepresentationCache, RepresentationSource } from "./representation/representation-cache.ts";

/**
 * The log of one request, which is written as one line of JSON without the members that are undefined. It contains
 * neither the address of the client nor the query.
 */
export type RequestRecord = {
  readonly message: "request";
  readonly level: "info" | "error";
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Where the bytes came from. Undefined if the response is not rendered. */
  readonly representation?: RepresentationSource | undefined;
  readonly coding?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The id that the platform gives to the request, by which it is found in the logs of the platform. */
  readonly ray?: string | undefined;
  /** The stack of the exception that caused a 500. */
  readonly error?: string | undefined;
};

/** Everything outside of the service that it uses. A test passes in its own. */
export type Dependencies = {
  readonly config: Config;
  /**
   * The site that a request is for. The address of the request matters only for a service on loopback under
   * `wrangler dev`.
   */
  readonly siteFor: (requestAddress: string) => Site;
  readonly mediaFiles: MediaFiles;
  /**
   * What is wrong with the content, a line each, under `wrangler dev`: the Worker has the last good build then, and
   * shows the faults in place of its pages. A build that is deployed has none.
   */
  readonly buildFaults?: readonly string[];
  /** Reads what the build rendered. Missing if it rendered nothing. */
  readonly built?: ReadBuilt | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (record: RequestRecord) => void;
};

/**
 * What every handler works with: the dependencies, the representations that this isolate has, and the answers that the
 * front door may give again, if there is a door.
 */
export type Service = Dependencies & {
  readonly representations: RepresentationCache;
  readonly door?: FrontDoor | undefined;
};

/** What a handler notes for the request log. */
export type HttpEnv = { Variables: { representation?: RequestRecord["representation"] } };

export type HttpContext = Context<HttpEnv>;
