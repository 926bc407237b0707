import type { Service } from "../http/service.ts";
import type { HubService } from "../hub/service.ts";
import type { Newsroom } from "../store/newsroom.ts";
import type { Pages } from "../store/pages.ts";
import type { RandomBytes } from "../syntax/random-id.ts";

/** What the desk needs beyond what the public routes need. */
export type DeskService = Service & {
  readonly newsroom: Newsroom;
  readonly pages: Pages;
  /**
   * Holds tokens, sessions, idempotency records and media. Articles are read and written through `newsroom`,
   * pages through `pages`.
   */
  readonly db: D1Database;
  readonly bucket: R2Bucket;
  /** Adds jobs to the queues of the hub. */
  readonly sendToHub: HubService["send"];
  /** Limits the requests of a token. */
  readonly tokenLimit: RateLimit;
  /** Limits the attempts with an invalid token from an address. */
  readonly anonymousLimit: RateLimit;
  readonly randomBytes: RandomBytes;
  /** Waits, in milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
};
