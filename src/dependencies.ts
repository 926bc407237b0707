import artifactText from "../.dateline/content.js";
import { type Config, readConfig } from "./config.ts";
import type { RequestRecord } from "./http/request-log.ts";
import { assetFiles } from "./store/asset-files.ts";
import { openShelves } from "./store/files/content-sites.ts";
import type { MediaFiles } from "./store/media-files.ts";
import type { ServedShelf } from "./store/site-by-address.ts";

/** All that the service needs of the world, so that a test can hand it another one. */
export type Dependencies = {
  readonly config: Config;
  /** The shelf to answer a request from. Its address is looked at only under `wrangler dev` on loopback. */
  readonly shelfFor: (requestAddress: string) => ServedShelf;
  readonly mediaFiles: MediaFiles;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (record: RequestRecord) => void;
};

export function createDependencies(env: Cloudflare.Env): Dependencies {
  const config = readConfig({ ...env });
  return {
    config,
    shelfFor: openShelves(artifactText, config.division),
    mediaFiles: assetFiles(env.MEDIA),
    now: Date.now,
    log: (record) => console.log(JSON.stringify(record)),
  };
}
