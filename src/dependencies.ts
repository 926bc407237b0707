import artifactText from "../.dateline/content.js";
import buildFaults from "../.dateline/faults.js";
import { readConfig } from "./http/config.ts";
import type { Dependencies } from "./http/service.ts";
import { openFileSites } from "./store/files/content-store.ts";
import { assetFiles } from "./store/media-files.ts";

/**
 * What the Worker of file mode needs.
 *
 * @throws {ConfigError} if a variable is wrong
 */
export function createDependencies(env: Cloudflare.Env): Dependencies {
  const config = readConfig({ ...env });
  return {
    config,
    siteFor: openFileSites(artifactText, config.division),
    mediaFiles: assetFiles(env.MEDIA),
    buildFaults,
    now: Date.now,
    log: (record) => console.log(JSON.stringify(record)),
  };
}
