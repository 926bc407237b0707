import { env } from "cloudflare:workers";
import { createDependencies } from "../../src/dependencies.ts";
import { createApp } from "../../src/http/app.ts";

/** Dateline without its log: each request's record is made but not written. */
const app = createApp({ ...createDependencies(env), log: () => {} });

// biome-ignore lint/style/noDefaultExport: a Worker's entry.
export default { fetch: (request: Request) => app.fetch(request) };
