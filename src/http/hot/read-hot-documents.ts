import type { ReadBuilt } from "../representation/representation-cache.ts";
import { hotName, unpackHotDocument } from "./hot-document.ts";

/** The hot documents of a build: their names, and the time at which they were right, in milliseconds since the epoch. */
export type HotIndex = { readonly asOf: number; readonly names: readonly string[] };

/** Reads the file of a hot document by its name. */
export type ReadHotFile = (name: string) => Promise<ArrayBuffer | undefined>;

/**
 * Reads hot documents. One is right from the time of the build until the clock changes it; before and after, the
 * service renders. The index says which there are, so that nothing is looked for in vain.
 */
export function readHotDocuments({ asOf, names }: HotIndex, read: ReadHotFile): ReadBuilt {
  const known = new Set(names);
  return async (key, now) => {
    const name = now < asOf || known.size === 0 ? undefined : hotName(key);
    const file = name !== undefined && known.has(name) ? await read(name) : undefined;
    if (!file) return undefined;
    const found = unpackHotDocument(new Uint8Array(file));
    return found.key === key && now < found.representation.validUntil ? found.representation : undefined;
  };
}
