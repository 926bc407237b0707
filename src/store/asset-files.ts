import type { MediaFiles } from "./media-files.ts";

/** The binding goes by path alone; a URL needs some host. */
const HOST = "https://assets.invalid";

/**
 * The Static Assets of the build. The binding promises no ranges of its own, and an asset has 25 MiB at most: for a part of it the whole is
 * held and cut.
 */
export function assetFiles(assets: { fetch(request: Request): Promise<Response> }): MediaFiles {
  return {
    open: async (path, part) => {
      const encoded = path.split("/").map(encodeURIComponent).join("/");
      const asset = await assets.fetch(new Request(`${HOST}/${encoded}`));
      if (!asset.ok || !asset.body) {
        await asset.body?.cancel();
        return undefined;
      }
      return part ? (await asset.arrayBuffer()).slice(part.first, part.last + 1) : asset.body;
    },
  };
}
