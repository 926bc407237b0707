/** The bindings of the Worker in `wrangler.toml`. `http/config.ts` reads the variables. */
declare namespace Cloudflare {
  interface Env {
    readonly ASSETS: Fetcher;
    /** In a preview only: the address of the process that builds, with its secret path, ending in a slash. */
    readonly PREVIEW_BUILDER?: string;
    /** From here on, in a newsroom only. */
    readonly DB: D1Database;
    readonly FILES: R2Bucket;
    readonly ANNOUNCEMENTS: Queue<import("./hub/service.ts").HubJob>;
    readonly DELIVERIES: Queue<import("./hub/service.ts").HubJob>;
    readonly TOKEN_LIMIT: RateLimit;
    readonly ANONYMOUS_LIMIT: RateLimit;
    readonly HUB_LIMIT: RateLimit;
    /** Set with `wrangler secret put`: the key that the secrets of subscribers are encrypted with. */
    readonly HUB_SECRET?: string;
  }
}
