import { feedAddresses } from "../model/addresses.ts";
import type { Publication } from "../model/publication.ts";
import { scopeOfKey } from "../model/scope.ts";
import { allOf } from "../model/selection.ts";

/** In milliseconds. */
const TIMEOUT = 10_000;

/**
 * Tells the hub that the publication names which feeds have changed, in each of their forms: `hub.mode=publish` with a `hub.url` for each, as
 * public hubs take it (WebSub section 6 leaves the form open). Without a hub there is nobody to tell.
 */
export async function pingHub({ hub, address }: Publication, feeds: readonly string[]): Promise<void> {
  if (hub === undefined) return;
  const body = new URLSearchParams({ "hub.mode": "publish" });
  for (const key of feeds) {
    const { html, rss, atom, json } = feedAddresses(address, allOf(scopeOfKey(key)));
    for (const topic of [html, rss, atom, json]) body.append("hub.url", topic);
  }
  const response = await fetch(hub, { method: "POST", body, signal: AbortSignal.timeout(TIMEOUT), redirect: "manual" });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the hub answered ${response.status}`);
}
