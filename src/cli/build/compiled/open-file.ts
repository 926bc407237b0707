import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { articleOf, type CompiledEntry, type CompiledText, compileFile } from "../../../compile/compile-file.ts";
import type { LookedUp } from "../../../compile/lookups.ts";
import { type CompileCache, isDatabaseFault } from "./compile-cache.ts";
import type { CompiledFile } from "./compiled-folder.ts";

/** An article that is in the cache. `hash` is that of the bytes of its file. */
export type OpenArticle = {
  readonly row: number;
  readonly file: string;
  readonly hash: string;
  readonly entry: CompiledEntry;
};

/** The file of an article changed between its compilation and the moment at which its text was needed. */
export class ContentChanged extends Error {}

/**
 * Makes the text of a cached article readable. If its row was damaged or removed since, it is compiled once more.
 *
 * `head` and `read` throw `ContentChanged` if the file has other bytes by then.
 *
 * @param path of the file
 */
export function openFile(
  { row, file, hash, entry }: OpenArticle,
  cache: CompileCache,
  path: string,
  lookedUp: LookedUp,
): CompiledFile {
  const text = () => inCache(() => cache.text(row)) ?? compileAgain();
  const head = () => inCache(() => cache.head(row)) ?? compileAgain().head;
  const compileAgain = (): CompiledText => {
    const bytes = readFileSync(path);
    const outcome =
      createHash("sha256").update(bytes).digest("hex") === hash
        ? compileFile({ file, bytes }, lookedUp, undefined)
        : undefined;
    if (outcome?.kind !== "compiled")
      throw new ContentChanged(`${file} changed while the content was read; run it again`);
    return outcome.text;
  };
  return {
    file,
    facts: entry.facts,
    head: () => {
      const { body: _, ...rest } = articleOf({ head: head(), body: "" });
      return rest;
    },
    read: () => articleOf(text()),
  };
}

function inCache<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!isDatabaseFault(error)) throw error;
    return undefined;
  }
}
