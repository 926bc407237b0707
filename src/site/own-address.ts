import { PLACEHOLDER_ORIGIN } from "./addresses.ts";

/**
 * An address that leads to ourselves, below the stand-in host, where the store puts the real one in. Written from the root, or in full: a body
 * that was compiled before has the stand-in, one that was read from the service has the address it is served at, `origin`.
 */
export function ownAddress(written: string, origin: string | undefined): URL | undefined {
  const url = URL.parse(written, PLACEHOLDER_ORIGIN);
  if (!url || url.username || url.password) return undefined;
  // A relative address is the name of a file; and a backslash reads as a slash, so `/\host` leads elsewhere after all.
  const isOwn = url.origin === PLACEHOLDER_ORIGIN || url.origin === origin;
  if (!isOwn || !/^(?:https?:)?\//i.test(written)) return undefined;
  return URL.parse(PLACEHOLDER_ORIGIN + url.pathname + url.search + url.hash) ?? undefined;
}

/** What stands in a path, as its author would write it; the path itself where its escapes mean nothing. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
