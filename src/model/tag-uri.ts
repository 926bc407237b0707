/**
 * Permanent ids: `tag:` URIs (RFC 4151). They name an article under an authority and a date on which the publication held that
 * authority, and so outlive host names, schemes and slugs.
 */

const TAG_URI =
  /^tag:(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[a-z0-9._-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?),\d{4}(?:-\d\d(?:-\d\d)?)?:(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})+$/;

/** Who mints the ids: a domain or e-mail address and a day on which the publication held it (RFC 4151 section 2.1). */
export type TagAuthority = { readonly authority: string; readonly date: string };

export function isTagUri(text: string): boolean {
  return TAG_URI.test(text);
}

/** `tag:example.org,2026-11-24:articles/9k2m4x7q` */
export function tagUri({ authority, date }: TagAuthority, specific: string): string {
  return `tag:${authority},${date}:${specific}`;
}
