import { env } from "cloudflare:workers";
import { createDependencies } from "./dependencies.ts";
import { createApp } from "./http/app.ts";

/** Created when the isolate starts, so that a wrong variable makes the deployment fail, and not the requests. */
const app = createApp(createDependencies(env));
app.prepare();

export default { fetch: (request: Request) => app.fetch(request) };
