import * as z from "zod";
import { FRONT_PATH } from "./addresses.ts";
import { isOwnPath } from "./own-paths.ts";

/**
 * A path on this host, with its query if it has one, at which an article was found under another system: `/2019/05/old-post/`, `/?p=123`.
 * In the URL Standard's form, with letters that need no escape as they are.
 */
export const formerPath = z.string().transform((value, context): string => {
  const path = normalPath(value.trim());
  const fault = path === undefined ? "expected a path such as /2019/05/old-post/ or /?p=123" : faultIn(path);
  if (fault === undefined && path !== undefined) return path;
  context.addIssue({ code: "custom", message: fault ?? "expected a path", input: value });
  return z.NEVER;
});

/** By what former paths are told apart: a slash at the end makes no difference, since few who write down an address keep it. */
export function formerPathKey(path: string): string {
  const [, pathname = "", query = ""] = /^([^?]*)(.*)$/s.exec(normalPath(path) ?? path) ?? [];
  return (pathname.replace(/\/+$/, "") || FRONT_PATH) + query;
}

/** Undefined where it is no path of a host, and where a part of it names a place within a page. */
function normalPath(written: string): string | undefined {
  if (!/^\/(?![/\\])[^#\\]*$/.test(written)) return undefined;
  const url = URL.parse(written, "https://host.invalid");
  if (!url) return undefined;
  return (url.pathname + url.search).replace(/%[0-9a-f]{2}/gi, normalEscape);
}

/** One escape in the form all of them are compared in (RFC 3986 section 6.2.2): in capitals, or as the letter that needs none. */
function normalEscape(written: string): string {
  const letter = String.fromCharCode(Number.parseInt(written.slice(1), 16));
  return /^[A-Za-z0-9._~-]$/.test(letter) ? letter : written.toUpperCase();
}

function faultIn(path: string): string | undefined {
  const [pathname = "", ...query] = path.split("?");
  if (query.join("?") !== "" && pathname === FRONT_PATH) return undefined;
  return isOwnPath(pathname) ? "expected a path at which the service has nothing of its own" : undefined;
}
