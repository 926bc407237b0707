import { BARE_PAGE_SECURITY } from "../../http/security-headers.ts";
import { type Answer, headersOf } from "../answer.ts";

/** The headers of every page of the desk. Its forms may be sent to the desk only; the rest is as for public pages. */
export const DESK_PAGE_HEADERS: Answer["headers"] = [
  ["Vary", "Cookie"],
  ...BARE_PAGE_SECURITY.map(([name, value]): readonly [string, string] => [
    name,
    value.replace("form-action 'none'", "form-action 'self'"),
  ]),
];

export function sendPage(html: string, status = 200, moreHeaders: Answer["headers"] = []): Response {
  const headers = headersOf([["Content-Type", "text/html; charset=utf-8"], ...DESK_PAGE_HEADERS, ...moreHeaders]);
  return new Response(html, { status, headers });
}

/**
 * Sends the browser to another page after a form (RFC 9110 section 15.4.4), so that a reload does not send the form
 * again.
 */
export function leadTo(path: string, moreHeaders: Answer["headers"] = []): Response {
  return new Response(null, { status: 303, headers: headersOf([["Location", path], ...moreHeaders]) });
}
