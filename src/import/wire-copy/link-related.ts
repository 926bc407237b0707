import { cleanLine } from "../../model/text.ts";
import type { WireBlock, WireCopy } from "./wire-copy.ts";

/**
 * Gives related links the address of the article here that has their title, and says for each of the others that its
 * address is missing.
 *
 * @param addresses paths of the articles that are there, by `comparableTitle`
 */
export function linkRelated(
  copy: WireCopy,
  addresses: ReadonlyMap<string, string>,
): { readonly copy: WireCopy; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const body = copy.body.map((block): WireBlock => {
    if (block.kind !== "related" || block.href !== undefined) return block;
    const href = addresses.get(comparableTitle(block.title));
    notes.push(
      href === undefined
        ? `no address for ${block.label}: ${block.title}: add href="…" to it`
        : `${block.label}: ${block.title}: linked to ${href}, which has this title`,
    );
    return href === undefined ? block : { ...block, href };
  });
  return { copy: { ...copy, body }, notes };
}

/** A title as it is compared: quotation marks straight, case and spaces aside. */
export function comparableTitle(title: string): string {
  return cleanLine(title).normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}
