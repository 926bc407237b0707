/** What `wrangler.toml` binds to the Worker; `config.ts` reads the variables. */
declare namespace Cloudflare {
  interface Env {
    readonly MEDIA: Fetcher;
    /** The newsroom's, which the shelf does without. */
    readonly DB: D1Database;
    readonly FILES: R2Bucket;
    readonly ANNOUNCEMENTS: Queue<import("./hub/hub-job.ts").HubJob>;
    readonly DELIVERIES: Queue<import("./hub/hub-job.ts").HubJob>;
    readonly TOKEN_LIMIT: RateLimit;
    readonly ANONYMOUS_LIMIT: RateLimit;
    readonly HUB_LIMIT: RateLimit;
    /** Set with `wrangler secret put`: the key to subscribers' secrets. */
    readonly HUB_SECRET?: string;
  }
}
