import { once } from "node:events";
import { hashOfRenderer } from "../build/renderer-hash.ts";
import { showCount } from "../console/progress.ts";
import { BuildLoop } from "./build-loop.ts";
import { LiveContent } from "./live-content.ts";
import { serveContent } from "./serve-content.ts";
import { watchContent } from "./watch-content.ts";

/**
 * The builder of a preview: watches, builds and answers the Worker. `npm run dev` starts it with the port (0 for any)
 * and the secret in its environment, and gets the port that it listens on. It ends with the process that started it.
 */
const { PREVIEW_PORT = "0", PREVIEW_SECRET = "" } = process.env;

const root = process.cwd();
const progress = showCount(process.stderr, "articles compiled");
const content = new LiveContent({ root, renderer: hashOfRenderer(), now: Date.now, progress: progress.show });
const loop = new BuildLoop(async () => {
  const before = content.state.state;
  const from = performance.now();
  const { state, lines } = await content.update();
  progress.end();
  if (lines.length > 0) console.log(`${lines.join("\n")} (${Math.round(performance.now() - from)} ms)`);
  if (state.state !== before) served.tellAll();
});
const served = serveContent(content, PREVIEW_SECRET, () => loop.settled());
const watched = watchContent(root, { touched: () => loop.touch(), changed: () => loop.start() });

// A terminal sends Ctrl-C to this process as well, and the process that started it decides.
process.on("SIGINT", () => {});
process.on("disconnect", () => {
  watched.close();
  served.close();
  content.close();
  process.exit();
});

served.server.listen(Number(PREVIEW_PORT), "127.0.0.1");
await once(served.server, "listening");
const address = served.server.address();
loop.start();
process.send?.({ port: typeof address === "object" ? address?.port : undefined });
