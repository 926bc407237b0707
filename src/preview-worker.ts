import { env } from "cloudflare:workers";
import { readConfig } from "./http/config.ts";
import { BuilderClient } from "./http/preview/builder-client.ts";
import { openPreview } from "./http/preview/preview.ts";

/** The Worker of `npm run dev`. It is never deployed: its content comes from a process on the author's machine. */
const preview = openPreview(new BuilderClient(env.PREVIEW_BUILDER ?? ""), {
  config: readConfig({ ...env }),
  now: Date.now,
  log: (record) => console.log(JSON.stringify(record)),
});

export default { fetch: (request: Request) => preview(request) };
