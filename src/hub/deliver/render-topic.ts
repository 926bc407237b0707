import { renderFeedView } from "../../http/feeds/feed-view.ts";
import { bytesIn } from "../../http/representation/content-coding.ts";
import { createRepresentation } from "../../http/representation/representation.ts";
import { storeForPages } from "../../http/store-for-pages.ts";
import { allOf } from "../../model/selection.ts";
import type { ArticleStore } from "../../store/article-store.ts";
import type { RenderedTopic } from "../service.ts";
import type { Topic } from "../topic.ts";

/**
 * Renders a topic exactly as a GET of its address returns it at `now` (milliseconds since the epoch), with the headers
 * that describe the content. WebSub section 7 requires the full contents with the topic's own Content-Type, and Link
 * headers for the hub and the topic. Returns undefined if the feed does not exist.
 */
export async function renderTopic(
  store: ArticleStore,
  { scope, form }: Topic,
  now: number,
): Promise<RenderedTopic | undefined> {
  const selection = allOf(scope);
  const document = { kind: "current" } as const;
  // Reading the version applies the changes that are due, as for a reader.
  await store.version(selection, document, now);
  const shown = form === "html" ? storeForPages(store, await store.pageFacts(now)) : store;
  const feed = await shown.feed(selection, document, now);
  if (!feed) return undefined;
  const view = form === "html" ? ({ kind: "page", number: 1 } as const) : ({ kind: "form", form } as const);
  const rendered = renderFeedView(feed, view);
  if (!rendered) return undefined;
  const representation = createRepresentation({ ...rendered, stateTag: feed.tag }, now);
  const { contentType, etag, headers } = representation;
  // A feed that was never written has no tag. Then the entity tag, a digest of the bytes, is its state.
  return {
    state: feed.tag ?? etag,
    bytes: bytesIn(representation, "identity"),
    headers: [["Content-Type", contentType], ...headers],
  };
}
