/**
 * What the hub needs from its environment.
 *
 * Two different times are called `lease` in the database. `subscriptions.lease` (milliseconds since the epoch) and
 * `verifications.lease_seconds` are the lease of a subscription (WebSub section 5.1). The column `lease_until` of
 * `outbox`, `verifications` and `fan_out_pages` is the end of a *claim*, in milliseconds since the epoch: until then
 * the row belongs to the worker that claimed it, afterwards any worker may claim it again. The code calls that a claim.
 */
import type { SnapshotMemory } from "./deliver/snapshot-memory.ts";
import type { Topic } from "./topic.ts";

/**
 * A message of the hub's queue. It only wakes a worker up: the database says what is to be done. A message may
 * therefore arrive twice or get lost; the cron sends one again for all work that was not done in time.
 */
export type HubJob =
  /** The outbox has entries. */
  | { readonly kind: "outbox" }
  | { readonly kind: "verify"; readonly verification: number }
  | { readonly kind: "page"; readonly fanOut: number; readonly page: number }
  /** Some retries are due. */
  | { readonly kind: "retry" };

/**
 * A topic as a GET of its address returns it now. `state` identifies the content: two topics with the same state have
 * the same bytes. `headers` are those that describe the content.
 */
export type RenderedTopic = {
  readonly state: string;
  readonly bytes: Uint8Array;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

export type HubLimits = {
  /**
   * In seconds. The default applies if a subscriber names no lease; a lease outside the bounds is moved to the nearer.
   */
  readonly lease: { readonly default: number; readonly min: number; readonly max: number };
  /** Verifications that may be pending at the same time: of all, of a client, of its network, for a callback's host. */
  readonly maxPending: number;
  readonly maxPendingPerClient: number;
  readonly maxPendingPerNetwork: number;
  readonly maxPendingPerHost: number;
  readonly maxSubscriptionsPerHost: number;
  /** Milliseconds that a callback has to answer, for a verification and for a delivery. */
  readonly timeout: number;
};

export type HubService = {
  readonly db: D1Database;
  readonly snapshots: R2Bucket;
  readonly snapshotMemory: SnapshotMemory;
  /** The public origin of this service. All topics are below it, and no callback may be. */
  readonly origin: string;
  /** Whether the feed exists now. */
  readonly hasTopic: (topic: Topic) => Promise<boolean>;
  /** Returns undefined if the feed does not exist. */
  readonly render: (topic: Topic) => Promise<RenderedTopic | undefined>;
  /** Puts any number of jobs into the queue. */
  readonly send: (jobs: readonly HubJob[], delaySeconds?: number) => Promise<void>;
  /** Sends requests to callbacks. It must not follow redirects if `init.redirect` is "manual". */
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /**
   * Whether callbacks on loopback are allowed, by http and at any port. Only for development: false unless the variable
   * HUB_ALLOW_LOOPBACK is true.
   */
  readonly allowLoopback: boolean;
  /** The key that encrypts subscribers' secrets at rest. Without it, the hub refuses subscriptions with a secret. */
  readonly secretKey: string | undefined;
  readonly limits: HubLimits;
  /** The rate limit for the forms; the key is the client's address. */
  readonly clientLimit: { limit(options: { key: string }): Promise<{ success: boolean }> };
  /** The algorithm of `X-Hub-Signature`. */
  readonly signature: "sha256" | "sha384" | "sha512" | "sha1";
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A number from 0 up to, but not including, 1: for the jitter of delays. */
  readonly random: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
};
