import type { Tally } from "../console/tally.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import type { ListedArticle } from "../desk-client/desk-lists.ts";

/** Retracts an article that the folder does not have, unless it was changed at the desk since it was listed. */
export async function retractMissing(
  desk: DeskClient,
  { slug, etag }: ListedArticle,
  reason: string,
  tally: Tally,
): Promise<void> {
  const reply = await desk.send({
    method: "DELETE",
    path: `/desk/articles/${encodeURIComponent(slug)}`,
    headers: { "Content-Type": "application/json", "If-Match": etag },
    body: JSON.stringify({ reason }),
  });
  if (reply.ok) tally.done("retracted", `retracted ${slug}`);
  else tally.refuse(`articles/${slug}`, reply);
}
