/** An IPv4 address in the form of IPv6 (RFC 4291 section 2.5.5.2). */
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/**
 * The key by which requests of an anonymous client are limited: its IPv4 address, or the first 64 bits of its IPv6
 * address, which is the network that one client has for itself.
 */
export function clientKey(headers: Headers): string {
  return addressPart(headers, { v4: 4, v6: 4 });
}

/**
 * The network that a client is in, for what one person may use many addresses for: the first 24 bits of an IPv4
 * address, or the first 48 of an IPv6 address, which providers give to one customer.
 */
export function networkKey(headers: Headers): string {
  return addressPart(headers, { v4: 3, v6: 3 });
}

/** The first groups of the client's address: `v4` groups of 8 bits, or `v6` of 16 bits. */
function addressPart(headers: Headers, { v4, v6 }: { readonly v4: number; readonly v6: number }): string {
  const written = headers.get("cf-connecting-ip") ?? "unknown";
  const address = MAPPED.exec(written)?.[1] ?? written;
  if (!address.includes(":")) return address.split(".").slice(0, v4).join(".");
  const [before = "", after] = address.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill("0"), ...tail];
  return groups.slice(0, v6).join(":").toLowerCase();
}
