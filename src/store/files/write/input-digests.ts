import { createHash } from "node:crypto";
import type { ContentItem } from "./content.ts";
import type { ItemPosition } from "./feed-places.ts";
import { recordFacts } from "./write-feed.ts";

/** 128 bits in base64url. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** Digests of what the files about some positions are made from, without reading the articles. */
export class InputDigests {
  readonly #items = new WeakMap<ContentItem, string>();

  /** @param more what else the file is made from */
  of(positions: readonly ItemPosition[], more = ""): string {
    const each = positions.map(
      ({ item, entered, left, leftBefore }) => `${this.#ofItem(item)} ${entered} ${left} ${leftBefore}`,
    );
    return digestOf(`${each.join("\n")}\n${more}`);
  }

  /** The ledger has a hash of the article. */
  #ofItem(item: ContentItem): string {
    const known = this.#items.get(item);
    if (known !== undefined) return known;
    // A build may leave pictures out of an article, of which the hash does not know.
    const pictures = item.article?.pictures?.length ?? 0;
    const digest = digestOf(`${item.id} ${item.record.hash} ${pictures} ${JSON.stringify(recordFacts(item))}`);
    this.#items.set(item, digest);
    return digest;
  }
}
