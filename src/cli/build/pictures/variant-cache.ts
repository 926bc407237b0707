import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type PictureVariant, VARIANT_RECIPE } from "../../../site/picture-variants.ts";
import { writeWhole } from "../../export/write-whole.ts";
import type { RenderedVariant } from "./render-variants.ts";

/** Below `.dateline`. */
export const VARIANT_FOLDER = "pictures";

/** Variants out of use are kept for so long: a branch or a build with drafts may use them again. In milliseconds. */
const KEEP_MS = 30 * 86_400_000;

/** A variant that the cache has: its file, and the length in bytes. */
export type KeptVariant = { readonly file: string; readonly length: number };

/**
 * The variants that earlier builds made: a folder for each original, by the hash of its bytes and the recipe. A file is
 * written as a whole, so one that is there is right.
 */
export class VariantCache {
  readonly #folder: string;
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * Returns the variants of an original, in the order of `variants`, or undefined unless all are there.
   *
   * @param hash of the bytes of the original
   */
  find(hash: string, variants: readonly PictureVariant[]): readonly KeptVariant[] | undefined {
    const name = `${hash}-${VARIANT_RECIPE}`;
    this.#used.add(name);
    const kept: KeptVariant[] = [];
    for (const variant of variants) {
      const file = join(this.#folder, name, fileName(variant));
      const status = statSync(file, { throwIfNoEntry: false });
      if (!status || status.size === 0) return undefined;
      kept.push({ file, length: status.size });
    }
    return kept;
  }

  put(hash: string, rendered: readonly RenderedVariant[]): readonly KeptVariant[] {
    return rendered.map(({ variant, bytes }) => {
      const file = join(this.#folder, `${hash}-${VARIANT_RECIPE}`, fileName(variant));
      writeWhole(file, bytes);
      return { file, length: bytes.length };
    });
  }

  /** Removes what no build asked for in the last 30 days. @param now milliseconds since the epoch */
  tidy(now: number): void {
    for (const name of readdirSync(this.#folder)) {
      if (this.#used.has(name)) continue;
      const folder = join(this.#folder, name);
      if (now - statSync(folder).mtimeMs > KEEP_MS) rmSync(folder, { recursive: true });
    }
  }
}

function fileName({ width, mediaType }: PictureVariant): string {
  return `${width}.${mediaType.slice("image/".length)}`;
}
