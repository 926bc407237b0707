import { BlockList, isIP, isIPv6 } from "node:net";

/**
 * The networks nobody reaches through the public internet, or that lead back into this machine or its surroundings
 * (IANA's special-purpose registries, RFC 6890). Multicast and broadcast count as such.
 */
const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/**
 * IPv6 is the other way round: only global unicast (2000::/3) is public, less what carries an IPv4 address inside (Teredo, 6to4), which
 * could name a private one, and documentation. NAT64, IPv4-mapped, unique local, link-local and multicast lie outside 2000::/3.
 */
const GLOBAL_UNICAST: readonly [string, number] = ["2000::", 3];
const SPECIAL_IPV6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];

const specialIpv4 = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) specialIpv4.addSubnet(network, prefix, "ipv4");
const globalUnicast = new BlockList();
globalUnicast.addSubnet(...GLOBAL_UNICAST, "ipv6");
const specialIpv6 = new BlockList();
for (const [network, prefix] of SPECIAL_IPV6) specialIpv6.addSubnet(network, prefix, "ipv6");

/** Whether an IP address in text is one of the public internet. What is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return globalUnicast.check(address, "ipv6") && !specialIpv6.check(address, "ipv6");
  return isIP(address) === 4 && !specialIpv4.check(address, "ipv4");
}

/** The IP address a URL's host is written as; nothing for a name. The URL Standard has by then turned every notation into one. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? undefined : host;
}

/** Whether a host is written as one of a private network: a literal of it, or a name no public name server knows (RFC 6761, RFC 8375). */
export function isPrivateHost(url: URL): boolean {
  const literal = literalAddress(url);
  if (literal !== undefined) return !isPublicAddress(literal);
  const name = url.hostname.replace(/\.$/, "");
  return !name.includes(".") || /\.(?:localhost|local|internal|test|home\.arpa)$/.test(name);
}
