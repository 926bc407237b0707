const PRODUCT = "Dateline/0.1";

/**
 * The `User-Agent` of every request that this program sends, whatever it is for (RFC 9110 section 10.1.5). The address
 * tells the operators of other servers whom to contact.
 *
 * @param contact an address of the publication, of which the origin counts. Undefined if it has none yet
 */
export function userAgent(contact: string | undefined): string {
  const url = contact === undefined ? null : URL.parse(contact);
  return url ? `${PRODUCT} (+${url.origin}/)` : PRODUCT;
}
