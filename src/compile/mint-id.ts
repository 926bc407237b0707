import { type TagAuthority, tagUri } from "../model/tag-uri.ts";

/** Digits and lower-case letters without those that are read for one another: i, l, o, u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Random bytes that an id takes: five bits of each, 80 bits in all, so that nobody has to ask whether an id is taken. */
export const ID_BYTES = 16;

/** A new article's permanent id: `tag:example.org,2026-11-24:articles/9k2m4x7q0v3b5d8f`. */
export function mintArticleId(authority: TagAuthority, randomBytes: Uint8Array): string {
  const name = Array.from(randomBytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
  return tagUri(authority, `articles/${name}`);
}
