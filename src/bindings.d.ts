/** What `wrangler.toml` binds to the Worker; `config.ts` reads the variables. */
declare namespace Cloudflare {
  interface Env {
    readonly MEDIA: Fetcher;
  }
}
