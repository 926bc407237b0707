import { PAGE_SECURITY } from "../../http/security-headers.ts";
import type { Answer } from "../answer.ts";

/** A page of the desk has forms, which go to the desk and nowhere else; all else is as for readers. */
const DESK_PAGE_SECURITY = PAGE_SECURITY.map(([name, value]): readonly [string, string] => [
  name,
  value.replace("form-action 'none'", "form-action 'self'"),
]);

export function sendPage(html: string, status = 200, also: Answer["headers"] = []): Response {
  const headers = [["Content-Type", "text/html; charset=utf-8"], ["Vary", "Cookie"], ...DESK_PAGE_SECURITY, ...also];
  return new Response(html, {
    status,
    headers: headers.map(([name = "", value = ""]): [string, string] => [name, value]),
  });
}

/** Leads on after a form (RFC 9110 section 15.4.4), so that loading the page again sends nothing twice. */
export function leadTo(path: string, also: Answer["headers"] = []): Response {
  const headers = [["Location", path], ...also];
  return new Response(null, {
    status: 303,
    headers: headers.map(([name = "", value = ""]): [string, string] => [name, value]),
  });
}
