/**
 * What the hub's queue carries. Each is only a wake-up for what stands in the database, and may come twice or not at all: the cron sends again what
 * was not done in its time.
 */
export type HubJob =
  /** There is something in the outbox. */
  | { readonly kind: "outbox" }
  | { readonly kind: "verify"; readonly verification: number }
  | { readonly kind: "page"; readonly fanOut: number; readonly page: number }
  /** Some retries have come due. */
  | { readonly kind: "retry" };
