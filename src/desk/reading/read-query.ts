import { quoted } from "../../compile/content-fault.ts";
import { hintAt } from "../../compile/nearest.ts";
import { formatLink } from "../../syntax/link-header.ts";
import type { Answer } from "../answer.ts";
import type { OpenCall } from "../desk-call.ts";
import type { Fault } from "../fault.ts";

/** The number of items on a page of a list. */
export const DEFAULT_PAGE_ITEMS = 50;
export const MAX_PAGE_ITEMS = 200;

/**
 * Reads the parameters of a query. A parameter that is unknown or repeated is added to `faults`: a misspelt filter
 * would otherwise show too much.
 */
export function readQuery<Name extends string>(
  query: URLSearchParams,
  known: readonly Name[],
  faults: Fault[],
): Readonly<Partial<Record<Name, string>>> {
  const values: Partial<Record<Name, string>> = {};
  for (const name of new Set(query.keys())) {
    const own = known.find((each) => each === name);
    const [value, ...more] = query.getAll(name);
    if (own === undefined) {
      const names = known.length === 0 ? "no parameter" : `one of ${known.join(", ")}`;
      faults.push({ parameter: name, expected: `${names}${hintAt(name, known)}` });
    } else if (more.length > 0) faults.push({ parameter: name, expected: "the parameter once" });
    else if (value !== undefined) values[own] = value;
  }
  return values;
}

/** Reads a whole number. Returns undefined if there is no value, and also after it has added a fault. */
export function wholeNumber(
  parameter: string,
  value: string | undefined,
  { min, max }: { readonly min: number; readonly max: number },
  faults: Fault[],
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  faults.push({ parameter, found: quoted(value), expected: `a whole number from ${min} to ${max}` });
  return undefined;
}

/** Reads the parameter `limit`: the number of items of a page. */
export function pageLimit(value: string | undefined, faults: Fault[]): number {
  return wholeNumber("limit", value, { min: 1, max: MAX_PAGE_ITEMS }, faults) ?? DEFAULT_PAGE_ITEMS;
}

/**
 * The address of the next page of a list, as a member of the answer and as a link (RFC 8288). Both are empty on the
 * last page.
 *
 * @param next the value of `after` for that page
 */
export function nextPage(
  { url, origin }: OpenCall,
  next: number | string | undefined,
): { readonly member: { readonly next?: string }; readonly headers: Answer["headers"] } {
  if (next === undefined) return { member: {}, headers: [] };
  const query = new URLSearchParams(url.searchParams);
  query.set("after", String(next));
  const address = `${origin}${url.pathname}?${query}`;
  return { member: { next: address }, headers: [["Link", formatLink(address, { rel: "next" })]] };
}
