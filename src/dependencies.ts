import * as content from "../.dateline/content.js";
import buildFaults from "../.dateline/faults.js";
import { ConfigError, readConfig } from "./http/config.ts";
import { readHotDocuments } from "./http/hot/read-hot-documents.ts";
import { logLine } from "./http/request-log.ts";
import type { Dependencies } from "./http/service.ts";
import { assetFiles, contentFiles, hotFiles } from "./store/assets.ts";
import { openFileSites } from "./store/files/content-store.ts";

/**
 * What the Worker of file mode needs.
 *
 * @throws {ConfigError} if a variable is wrong, or if the build divided the feeds in another way than the variables say
 */
export function createDependencies(env: Cloudflare.Env): Dependencies {
  const config = readConfig({ ...env });
  const { entries, bytes } = config.division;
  if (content.division !== `${entries} ${bytes}`)
    throw new ConfigError(
      "FEED_ENTRIES and FEED_BYTES differ from those of the build: set them in wrangler.toml, which the build reads",
    );
  return {
    config,
    siteFor: openFileSites({ ...content, text: content.default }, contentFiles(env.ASSETS)),
    mediaFiles: assetFiles(env.ASSETS),
    built: content.hot && readHotDocuments(content.hot, hotFiles(env.ASSETS)),
    buildFaults,
    now: Date.now,
    log: (record) => console.log(logLine(record)),
  };
}
