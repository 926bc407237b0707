import type { ReadBuilt } from "../representation/representation-cache.ts";
import { hotName, unpackHotDocument } from "./hot-document.ts";

/** The hot documents of a build: from when they are right, in milliseconds since the epoch, and their names. */
export type HotIndex = { readonly from: number; readonly names: readonly string[] };

/** Reads the file of a hot document by its name. */
export type ReadHotFile = (name: string) => Promise<ArrayBuffer | undefined>;

/**
 * Reads hot documents. One is right from the last change before the build until the clock changes it; before and after,
 * the service renders. The index lists the documents, so that no request asks for one that does not exist.
 */
export function readHotDocuments({ from, names }: HotIndex, read: ReadHotFile): ReadBuilt {
  const known = new Set(names);
  return async (key, now) => {
    const name = now < from || known.size === 0 ? undefined : hotName(key);
    const file = name !== undefined && known.has(name) ? await read(name) : undefined;
    if (!file) return undefined;
    const found = unpackHotDocument(new Uint8Array(file));
    return found.key === key && now < found.representation.validUntil ? found.representation : undefined;
  };
}
