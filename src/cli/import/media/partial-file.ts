import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";

/**
 * What an interrupted download has left: `size` bytes in the file `path`, and the validator with which the server can
 * tell whether the rest still belongs to them (RFC 9110 section 13.1.5). Without one, the file is fetched anew.
 */
export type PartialFile = { readonly path: string; readonly size: number; readonly validator: string | undefined };

const stateSchema = z.object({ address: z.string(), validator: z.string().optional() });

/** Finds what is there of an address, in the file `path`. */
export function openPartial(path: string, address: string): PartialFile {
  const fresh = { path, size: 0, validator: undefined };
  if (!existsSync(path) || !existsSync(stateOf(path))) return fresh;
  const state = stateSchema.safeParse(jsonIn(stateOf(path))).data;
  if (state?.validator === undefined || state.address !== address) return fresh;
  return { path, size: statSync(path).size, validator: state.validator };
}

/** Notes down, before the first byte is written, how the download can go on. */
export function notePartial(path: string, address: string, headers: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(stateOf(path), JSON.stringify({ address, validator: validatorIn(headers) }));
}

export function dropPartial(path: string): void {
  rmSync(path, { force: true });
  rmSync(stateOf(path), { force: true });
}

/** A strong entity tag, or else the time of the last change. `If-Range` takes no weak tag. */
function validatorIn({ etag, "last-modified": changed }: Readonly<Record<string, string>>): string | undefined {
  return etag !== undefined && !etag.startsWith("W/") ? etag : changed;
}

function stateOf(path: string): string {
  return `${path}.json`;
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // A full disk may have cut it off.
    return undefined;
  }
}
