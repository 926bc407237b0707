import { type TagAuthority, tagUri } from "../model/tag-uri.ts";
import { idOfBytes } from "../syntax/random-id.ts";

/** The number of random bytes for an id. Each gives five bits, 80 in all, so a collision need not be checked for. */
export const ID_BYTES = 16;

/** Makes a permanent id for a new article: `tag:example.org,2026-11-24:articles/9k2m4x7q0v3b5d8f` (RFC 4151). */
export function mintArticleId(authority: TagAuthority, randomBytes: Uint8Array): string {
  return tagUri(authority, `articles/${idOfBytes(randomBytes)}`);
}
