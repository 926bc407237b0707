/**
 * Names that are nobody's on the public internet: for special use (RFC 6761, 6762, 7686, 8375, 9476), for infrastructure (`arpa`), set aside
 * by ICANN (`internal`), and those that private networks are given (RFC 6762 appendix G; ICANN will not delegate them). `example.org` and its
 * like are reserved for documents too, yet are hosts that anyone may ask.
 */
const RESERVED: ReadonlySet<string> = new Set([
  "alt",
  "arpa",
  "corp",
  "domain",
  "example",
  "home",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "mail",
  "onion",
  "private",
  "router",
  "test",
  "workgroup",
]);

/** The reserved name that a host is, or lies below. All of them are top-level. */
export function reservedSuffix(hostname: string): string | undefined {
  const last = hostname.split(".").at(-1) ?? "";
  return RESERVED.has(last) ? last : undefined;
}
