import * as z from "zod";
import { FRONT_PATH } from "./addresses.ts";
import { isOwnPath } from "./own-paths.ts";

/**
 * The path that an article had under another system, with its query if it had one: `/2019/05/old-post/`, `/?p=123`. The
 * value is in the normal form of the URL Standard, without unnecessary escapes.
 */
export const formerPath = z.string().transform((value, context): string => {
  const path = normalPath(value.trim());
  const fault = path === undefined ? "expected a path such as /2019/05/old-post/ or /?p=123" : faultIn(path);
  if (fault === undefined && path !== undefined) return path;
  context.addIssue({ code: "custom", message: fault ?? "expected a path", input: value });
  return z.NEVER;
});

/** The form in which former paths are compared. A slash at the end is ignored, because many people leave it out. */
export function formerPathKey(path: string): string {
  const [, pathname = "", query = ""] = /^([^?]*)(.*)$/s.exec(normalPath(path) ?? path) ?? [];
  return (pathname.replace(/(?<!\/)\/+$/, "") || FRONT_PATH) + query;
}

/** Returns undefined if the text is not an absolute path, or has a fragment. */
function normalPath(written: string): string | undefined {
  if (!/^\/(?![/\\])[^#\\]*$/.test(written)) return undefined;
  const url = URL.parse(written, "https://host.invalid");
  if (!url) return undefined;
  return (url.pathname + url.search).replace(/%[0-9a-f]{2}/gi, normalEscape);
}

/** The normal form of one escape (RFC 3986 section 6.2.2): in capitals, or the letter itself if it needs no escape. */
function normalEscape(written: string): string {
  const character = String.fromCharCode(Number.parseInt(written.slice(1), 16));
  return /^[A-Za-z0-9._~-]$/.test(character) ? character : written.toUpperCase();
}

function faultIn(path: string): string | undefined {
  const [pathname = "", ...query] = path.split("?");
  if (query.join("?") !== "" && pathname === FRONT_PATH) return undefined;
  return isOwnPath(pathname) ? "expected a path at which the service has nothing of its own" : undefined;
}
