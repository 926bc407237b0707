import type { Context } from "hono";
import type { Dependencies } from "../dependencies.ts";
import type { RenditionCache } from "./rendition-cache.ts";
import type { RequestRecord } from "./request-log.ts";

/** What every handler works with: the outer world, and the renditions this isolate has made. */
export type Service = Dependencies & { readonly renditions: RenditionCache };

/** What a handler leaves for the request log. */
export type HttpEnv = { Variables: { rendition?: RequestRecord["rendition"] } };

export type HttpContext = Context<HttpEnv>;
