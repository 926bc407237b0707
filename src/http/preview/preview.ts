import { openFileSites } from "../../store/files/content-store.ts";
import { createApp } from "../app.ts";
import { answerFaults } from "../build-faults.ts";
import { ConfigError } from "../config.ts";
import type { Dependencies } from "../service.ts";
import type { BuilderClient } from "./builder-client.ts";
import type { PreviewedBuild, PreviewState } from "./preview-state.ts";
import { RELOAD_EVENTS_PATH, RELOAD_SCRIPT, RELOAD_SCRIPT_PATH } from "./reload-script.ts";
import { withReload } from "./with-reload.ts";

type Fetch = (request: Request) => Response | Promise<Response>;
type Opened = { readonly state: string; readonly fetch: Fetch };

/**
 * The service over the newest build of a builder. It opens a build when the builder has another one, and keeps it until
 * then. Pages reload by themselves, and show faults of the content.
 */
export function openPreview(builder: BuilderClient, setting: Pick<Dependencies, "config" | "now" | "log">): Fetch {
  let opened: Opened | undefined;
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === RELOAD_EVENTS_PATH) return builder.events();
    if (pathname === RELOAD_SCRIPT_PATH)
      return new Response(RELOAD_SCRIPT, {
        headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store" },
      });
    const now = await builder.state();
    let current = opened;
    if (current?.state !== now.state) {
      current = { state: now.state, fetch: withReload(now.state, await serviceOf(builder, now, setting)) };
      opened = current;
    }
    return current.fetch(request);
  };
}

async function serviceOf(
  builder: BuilderClient,
  { build, faults }: PreviewState,
  setting: Pick<Dependencies, "config" | "now" | "log">,
): Promise<Fetch> {
  if (!build) return (request) => answerFaults(request, faults);
  const wrong = divisionFault(build, setting);
  if (wrong !== undefined) throw new ConfigError(wrong);
  const { version, address } = build;
  const text = await builder.head(version);
  return createApp({
    ...setting,
    siteFor: openFileSites({ mode: "development", address, text }, builder.dataFiles(version)),
    mediaFiles: builder.mediaFiles,
    buildFaults: faults,
  }).fetch;
}

/** The Worker may have got a variable on the command line. */
function divisionFault({ division }: PreviewedBuild, { config }: Pick<Dependencies, "config">): string | undefined {
  const { entries, bytes } = config.division;
  return division === `${entries} ${bytes}`
    ? undefined
    : "FEED_ENTRIES and FEED_BYTES differ from those of the build: set them in wrangler.toml, which the build reads";
}
