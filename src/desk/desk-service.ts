import type { Service } from "../http/service.ts";
import type { HubService } from "../hub/hub-service.ts";
import type { Newsroom } from "../store/newsroom.ts";
import type { RandomBytes } from "./access/secret.ts";

/** What the desk works with, beyond what readers are served from. */
export type DeskService = Service & {
  readonly newsroom: Newsroom;
  /** Tokens, sessions, receipts and media; articles are the newsroom's. */
  readonly database: D1Database;
  readonly bucket: R2Bucket;
  /** Jobs for the hub. */
  readonly sendToHub: HubService["send"];
  /** Requests of one token; attempts of one address to name a token that is none. */
  readonly tokenLimit: RateLimit;
  readonly anonymousLimit: RateLimit;
  readonly randomBytes: RandomBytes;
};
