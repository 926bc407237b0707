/**
 * The functions that `measure-rendering.ts` times. Node cannot read `.tsx`, so wrangler bundles them into one file of
 * plain JavaScript, as it does for a deploy. Wrangler requires the default export.
 */
export { renderAtom } from "../../src/render/atom.ts";
export { renderListPage } from "../../src/render/html/pages/list-page.tsx";
export { renderJsonFeed } from "../../src/render/json-feed.ts";
export { renderRss } from "../../src/render/rss.ts";

// biome-ignore lint/style/noDefaultExport: a Worker's entry.
export default { fetch: () => new Response(null) };
