import { renderFeedView } from "../../http/feeds/feed-view.ts";
import { createRepresentation } from "../../http/representation/representation.ts";
import { allOf } from "../../model/selection.ts";
import type { ArticleStore } from "../../store/article-store.ts";
import type { RenderedTopic } from "../hub-service.ts";
import type { Topic } from "../topic.ts";

/**
 * A topic as a GET of its address gives it at `now`, to the byte and with what the headers say of the content: WebSub section 7 wants the full
 * contents with the topic's own Content-Type, and Link headers for the hub and for itself. Nothing for a feed that is not there.
 */
export async function renderTopic(
  store: ArticleStore,
  { scope, form }: Topic,
  now: number,
): Promise<RenderedTopic | undefined> {
  const selection = allOf(scope);
  const document = { kind: "current" } as const;
  // What the clock has brought is settled by this look at the feed, as it is when a reader asks.
  await store.version(selection, document, now);
  const feed = await store.feed(selection, document, now);
  if (!feed) return undefined;
  const view = form === "html" ? ({ kind: "page" } as const) : ({ kind: "form", form } as const);
  const { bytes, contentType, etag, headers } = createRepresentation(
    { ...renderFeedView(feed, view), stateTag: feed.tag },
    now,
  );
  // A feed that was never written has no name for its state, and its tag is a digest of the bytes.
  return { state: feed.tag ?? etag, bytes, headers: [["Content-Type", contentType], ...headers] };
}
