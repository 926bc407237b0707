import { BlockList, isIP, isIPv6 } from "node:net";

/**
 * Networks that are not reachable through the public internet, or that belong to this machine or its surroundings
 * (IANA's special-purpose registries, RFC 6890). Multicast and broadcast are included.
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
 * For IPv6, only global unicast (2000::/3) is public, without the documentation networks and those that embed an IPv4
 * address (Teredo, 6to4), which could be a private one. NAT64, IPv4-mapped, unique local, link-local and multicast
 * addresses are outside of 2000::/3.
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

/** Whether a text is an IP address of the public internet. Returns false if it is not an IP address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return globalUnicast.check(address, "ipv6") && !specialIpv6.check(address, "ipv6");
  return isIP(address) === 4 && !specialIpv4.check(address, "ipv4");
}

/**
 * The IP address of a URL's host. Returns undefined if the host is a name. The URL parser has already normalised every
 * notation of an address.
 */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 ? undefined : host;
}

/**
 * Names that no public name server knows: those of RFC 6761, RFC 6762 (appendix G lists what networks use) and RFC
 * 8375.
 */
const PRIVATE_NAMES = /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|home\.arpa)$/;

/** Whether a host is a private address, or a name that no public name server knows. */
export function isPrivateHost(url: URL): boolean {
  const literal = literalAddress(url);
  if (literal !== undefined) return !isPublicAddress(literal);
  const name = url.hostname.replace(/\.$/, "");
  return !name.includes(".") || PRIVATE_NAMES.test(name);
}
