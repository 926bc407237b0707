import type { DevServer } from "./dev-server.ts";
import { eventually } from "./eventually.ts";

/** The fields of an item of the JSON Feed that tests read. */
export type ServedItem = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly image?: string;
};

/** The items of `/feed.json`, read with the platform's own JSON parser. */
export async function servedItems({ get }: DevServer): Promise<readonly ServedItem[]> {
  const { status, text } = await get("/feed.json");
  if (status !== 200) throw new Error(`/feed.json: ${status}`);
  return JSON.parse(text).items;
}

/** Waits until the service serves an item for which `isSo` is true, after a build and a reload. */
export function untilServed(server: DevServer, what: string, isSo: (item: ServedItem) => boolean): Promise<ServedItem> {
  // The feed answers 503 while the content has faults.
  const look = async () =>
    ((await server.get("/feed.json")).status === 503 ? [] : await servedItems(server)).find(isSo);
  return eventually(`${what} is served`, look, { describe: server.messages });
}
