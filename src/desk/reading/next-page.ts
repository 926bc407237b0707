import type { Answer } from "../answer.ts";
import type { OpenCall } from "../desk-call.ts";

/** How many items a page of a list has, and how many it can have. */
export const PAGE_LIMITS = { usual: 50, most: 200 };

/** Where a list goes on: a member of the answer, and a link (RFC 8288). `next` is what the page that follows comes after. */
export function nextPage(
  { url, origin }: OpenCall,
  next: number | string | undefined,
): { readonly member: { readonly next?: string }; readonly headers: Answer["headers"] } {
  if (next === undefined) return { member: {}, headers: [] };
  const query = new URLSearchParams(url.searchParams);
  query.set("after", String(next));
  const address = `${origin}${url.pathname}?${query}`;
  return { member: { next: address }, headers: [["Link", `<${address}>; rel="next"`]] };
}
