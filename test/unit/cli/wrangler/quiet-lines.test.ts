import { expect, test } from "vitest";
import { shownLines } from "../../../../src/cli/wrangler/quiet-lines.ts";

/** What `wrangler dev` 4.155 prints at its start, in its colours, shortened. */
const OUTPUT = `[custom build] content: 0 articles, 1 media file (development)
Using secrets defined in .wrangler/state/dateline-hub.env
Your Worker has access to the following bindings:
Binding                                              Resource                  Mode
env.DB (dateline-newsroom)                           D1 Database               local
env.ASSETS                                           Assets                    local

\u001b[33m▲ \u001b[43;33m[\u001b[43;30mWARNING\u001b[43;33m]\u001b[0m \u001b[1mScheduled Workers are not automatically triggered during local development.\u001b[0m

  To manually trigger a scheduled event, run:
    curl "http://127.0.0.1:8899/cdn-cgi/local/scheduled"
  For more details, see \u001b[4mhttps://developers.cloudflare.com/workers/\u001b[0m


⎔ Starting local server...
\u001b[33m▲ \u001b[43;33m[\u001b[43;30mWARNING\u001b[43;33m]\u001b[0m \u001b[1mA variable is not declared.\u001b[0m

Your Worker has access to the following bindings:
Binding                                              Resource                  Mode
env.DB (dateline-newsroom)                           D1 Database               local

[wrangler:info] Ready on http://127.0.0.1:8899
{"message":"request"}`;

test("the bindings and the warning of the cron are left out, and nothing else", () => {
  const isShown = shownLines();
  const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
  const lines = OUTPUT.split("\n").filter(isShown);
  expect(lines.map((line) => line.replace(colour, ""))).toEqual([
    "[custom build] content: 0 articles, 1 media file (development)",
    "Using secrets defined in .wrangler/state/dateline-hub.env",
    "⎔ Starting local server...",
    "▲ [WARNING] A variable is not declared.",
    "",
    "[wrangler:info] Ready on http://127.0.0.1:8899",
    '{"message":"request"}',
  ]);
});
