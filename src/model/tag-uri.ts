/**
 * Permanent ids: `tag:` URIs (RFC 4151). An id contains an authority and a date on which the publication held it, so it
 * stays valid when the host name, the scheme or the slug changes.
 */

const TAG_URI =
  /^tag:(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[a-z0-9._-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?),\d{4}(?:-\d\d(?:-\d\d)?)?:(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})+$/;

/**
 * The authority that mints the ids: a domain or an e-mail address, and a day (`YYYY-MM-DD`) on which the publication
 * held it (RFC 4151 section 2.1).
 */
export type TagAuthority = { readonly authority: string; readonly date: string };

export function isTagUri(text: string): boolean {
  return TAG_URI.test(text);
}

/** `tag:example.org,2026-11-24:articles/9k2m4x7q` */
export function tagUri({ authority, date }: TagAuthority, specific: string): string {
  return `tag:${authority},${date}:${specific}`;
}
