import type { Access } from "./access.ts";
import { isSameSecret } from "./secret.ts";

/**
 * Whether the browser says that a page of this origin sent the request. Every browser sends `Sec-Fetch-Site` or, with a
 * POST, `Origin`. A request with neither does not come from a page.
 */
export function comesFromOwnPage(request: Request, url: URL): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = request.headers.get("origin");
  if (origin !== null) return origin === url.origin;
  return site === "same-origin";
}

/**
 * The CSRF check of a change by a session: the request comes from a page of this origin and has the CSRF token of the
 * session.
 */
export function passesCsrfCheck(request: Request, url: URL, { csrf }: Access, token: string | null): boolean {
  return csrf !== undefined && token !== null && comesFromOwnPage(request, url) && isSameSecret(token, csrf);
}
