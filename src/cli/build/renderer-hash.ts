import { hashOfCode } from "./code-hash.ts";

/**
 * The files that lead from a stored state to the bytes of an answer: the renderers, what puts headers and fingerprints
 * beside a document, and what both stores read a feed with.
 */
const RENDERING = [
  "src/render/**/*.{ts,tsx}",
  "src/http/**/feed-view.ts",
  "src/store/files/**/*.ts",
  "src/store/d1/read/**/*.ts",
];

/**
 * A hash of the code that turns a stored state into bytes, 16 hexadecimal digits. With other code, articles that did
 * not change have other bytes, and their `Last-Modified` and a newsroom's entity tags have to change too.
 *
 * A change that makes no difference to the bytes (a comment) changes the hash as well: readers fetch once more, which
 * is better than a 304 for bytes that changed.
 */
export function hashOfRenderer(root?: string): string {
  return hashOfCode(RENDERING, root);
}
