import { PLACEHOLDER_ORIGIN } from "./addresses.ts";

/**
 * Reads an address in an article as one of our own, below the placeholder origin. The address may be a path from the
 * root, or a complete address: below the placeholder in a body that was compiled before, below `origin` in a body that
 * was read from the service. Returns undefined if the address is not ours.
 */
export function ownAddress(written: string, origin: string | undefined): URL | undefined {
  const url = URL.parse(written, PLACEHOLDER_ORIGIN);
  if (!url || url.username || url.password) return undefined;
  const isOwn = url.origin === PLACEHOLDER_ORIGIN || url.origin === origin;
  // A relative address is the name of a file. A backslash counts as a slash, so `/\host` is an address at another host.
  if (!isOwn || !/^(?:https?:)?\//i.test(written)) return undefined;
  return URL.parse(PLACEHOLDER_ORIGIN + url.pathname + url.search + url.hash) ?? undefined;
}
