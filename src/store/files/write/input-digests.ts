import { createHash } from "node:crypto";
import type { ContentItem } from "./content.ts";
import type { ItemPosition } from "./feed-places.ts";
import { recordFacts } from "./write-feed.ts";

/** 128 bits in base64url. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

const ofItems = new WeakMap<ContentItem, string>();

/**
 * A digest of what the file about some positions is made from, without reading the articles.
 *
 * @param more what else the file is made from
 */
export function digestOfInputs(positions: readonly ItemPosition[], more = ""): string {
  let text = "";
  for (const { item, entered, left, leftBefore } of positions)
    text += `${digestOfItem(item)} ${entered} ${left} ${leftBefore}\n`;
  return digestOf(text + more);
}

/** The ledger has a hash of the article. */
function digestOfItem(item: ContentItem): string {
  const known = ofItems.get(item);
  if (known !== undefined) return known;
  // A build may leave pictures out of an article, of which the hash does not know.
  const pictures = item.article?.pictures?.length ?? 0;
  const digest = digestOf(`${item.id} ${item.record.hash} ${pictures} ${JSON.stringify(recordFacts(item))}`);
  ofItems.set(item, digest);
  return digest;
}
