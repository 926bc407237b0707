/**
 * Whether a host is the machine itself.
 *
 * @param hostname as in `URL.hostname`: an IPv6 address has brackets
 */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
