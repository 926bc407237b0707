import type { Feed } from "../model/feed.ts";
import { selectionQuery } from "../model/selection.ts";

/**
 * Where to ask to be told of a document's changes. Only what is there to be subscribed to has such a place: all there is of a scope, as it is
 * now. Of filtered feeds and archives nobody is told, so they name no hub (WebSub section 4 would have readers believe it).
 */
export function pushAddresses({ publication, selection, place }: Feed): {
  readonly hub?: string | undefined;
  readonly cloud?: string | undefined;
} {
  const isTopic = place.document.kind === "current" && selectionQuery(selection) === "";
  return isTopic ? { hub: publication.hub, cloud: publication.cloud } : {};
}
