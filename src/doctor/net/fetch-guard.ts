import { isPrivateHost, isPublicAddress } from "./public-address.ts";

/** Judges whether an IP address may be asked for a URL. */
export type FetchGuard = (url: URL) => (ip: string) => boolean;

/**
 * Which addresses a command may ask. Another person writes the feed, so what it leads to (redirects, archives, the feed
 * that a page names, files) must be on the public internet, or a stranger could read the services of this network.
 *
 * An address of this machine or of a private network that the person typed is followed, and so is everything of its
 * origin (scheme, host and port). A public name that leads to a private address is not: its owner decides that.
 */
export function fetchGuard(typed: string, mayAskPrivate: boolean): FetchGuard {
  if (mayAskPrivate) return () => () => true;
  const own = URL.parse(typed);
  const isOwnPrivate = own !== null && isPrivateHost(own);
  return (url) => (isOwnPrivate && url.origin === own.origin ? () => true : isPublicAddress);
}

/** The same judgement for the settings of the doctor's requests. */
export function mayAskFor(typed: string, mayAskPrivate: boolean): (ip: string, url: URL) => boolean {
  const guard = fetchGuard(typed, mayAskPrivate);
  return (ip, url) => guard(url)(ip);
}
