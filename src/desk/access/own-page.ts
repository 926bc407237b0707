import type { Access } from "./access.ts";
import { isSameSecret } from "./secret.ts";

/**
 * Whether a browser says that the request comes from a page of this very origin. Each one sends `Sec-Fetch-Site` or, with a POST, `Origin`; a
 * request with neither is no page's.
 */
export function comesFromOwnPage(request: Request, url: URL): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  if (origin !== null) return origin === url.origin;
  return site === "same-origin";
}

/** Whether a change that a cookie would let through was meant by whoever is signed in: the page it comes from knew the session's token. */
export function isMeant(request: Request, url: URL, { csrf }: Access, shown: string | null): boolean {
  return csrf !== undefined && shown !== null && comesFromOwnPage(request, url) && isSameSecret(shown, csrf);
}
