import type { DevServer } from "./dev-server.ts";
import { eventually } from "./eventually.ts";

/** An item of the JSON Feed, as far as tests look at it. */
export type ServedItem = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly image?: string;
};

/** The items of `/feed.json`, which needs no parser but the platform's own. */
export async function servedItems({ get }: DevServer): Promise<readonly ServedItem[]> {
  const { status, text } = await get("/feed.json");
  if (status !== 200) throw new Error(`/feed.json: ${status}`);
  return JSON.parse(text).items;
}

/** Waits until the service serves an item of which `isSo` holds: a build and a reload after a file was written. */
export function untilServed(server: DevServer, what: string, isSo: (item: ServedItem) => boolean): Promise<ServedItem> {
  const look = async () => (await servedItems(server)).find(isSo);
  return eventually(`${what} is served`, look, { describe: server.messages });
}
