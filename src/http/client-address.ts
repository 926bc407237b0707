/**
 * The key by which requests of an anonymous client are limited: its IPv4 address, or the first 64 bits of its IPv6
 * address, which is the network that one client has for itself.
 */
export function clientKey(headers: Headers): string {
  const address = headers.get("cf-connecting-ip") ?? "unknown";
  if (!address.includes(":")) return address;
  const [before = "", after] = address.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = after === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill("0"), ...tail];
  return groups.slice(0, 4).join(":").toLowerCase();
}
