import artifactText from "../.dateline/content.js";
import { readConfig } from "./http/config.ts";
import type { Dependencies } from "./http/service.ts";
import { assetFiles } from "./store/asset-files.ts";
import { openFileSites } from "./store/files/content-sites.ts";

export function createDependencies(env: Cloudflare.Env): Dependencies {
  const config = readConfig({ ...env });
  return {
    config,
    siteFor: openFileSites(artifactText, config.division),
    mediaFiles: assetFiles(env.MEDIA),
    now: Date.now,
    log: (record) => console.log(JSON.stringify(record)),
  };
}
