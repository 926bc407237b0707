import type { HubJob } from "./hub-job.ts";
import type { Topic } from "./topic.ts";

/**
 * A topic as a GET of its address would give it now. `state` names it: two that are the same have the same bytes. Headers are those that tell
 * of the content.
 */
export type RenderedTopic = {
  readonly state: string;
  readonly bytes: Uint8Array;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

/** How long a subscription may be asked for, and how many there may be. */
export type HubLimits = {
  /** In seconds: given to who names none; and the bounds of what may be named. */
  readonly lease: { readonly usual: number; readonly least: number; readonly most: number };
  /** Verifications that wait at once, in all and for one host. */
  readonly pending: number;
  readonly pendingOfHost: number;
  readonly subscriptionsOfHost: number;
  /** Milliseconds a callback has to answer. */
  readonly timeout: number;
};

/** What the hub needs of the world. */
export type HubService = {
  readonly db: D1Database;
  readonly snapshots: R2Bucket;
  /** The origin the service is reached at: of the topics' addresses, and no callback's. */
  readonly origin: string;
  /** Whether there is such a feed now. */
  readonly hasTopic: (topic: Topic) => Promise<boolean>;
  readonly render: (topic: Topic) => Promise<RenderedTopic | undefined>;
  readonly send: (jobs: readonly HubJob[], delaySeconds?: number) => Promise<void>;
  /** Asks callbacks. Never follows a redirect. */
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Allowed only while developing: callbacks on loopback, by http or any port. Off unless the variable HUB_ALLOW_LOOPBACK says so. */
  readonly allowLoopback: boolean;
  /** The Worker's secret with which subscribers' secrets are encrypted at rest; without one, subscriptions with a secret are refused. */
  readonly secretKey: string | undefined;
  readonly limits: HubLimits;
  /** By the client's address. */
  readonly clientLimit: { limit(options: { key: string }): Promise<{ success: boolean }> };
  readonly signature: "sha256" | "sha384" | "sha512" | "sha1";
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** From 0 up to 1: for the jitter of delays. */
  readonly random: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
};
