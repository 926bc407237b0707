/**
 * The number of a page of a list, from the query of the request: 1 if there is none, and undefined if it is no number of
 * a page.
 */
export function pageNumberOf(value: string | null | undefined): number | undefined {
  if (value == null) return 1;
  return /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;
}
