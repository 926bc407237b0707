import { env } from "cloudflare:workers";
import { createDependencies } from "./dependencies.ts";
import { createApp } from "./http/app.ts";

/** Made when the isolate starts: a wrong variable stops a deploy instead of a reader. */
const app = createApp(createDependencies(env));

export default { fetch: (request: Request) => app.fetch(request) };
