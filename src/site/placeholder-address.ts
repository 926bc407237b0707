/** Names reserved for examples and tests (RFC 2606, RFC 6761), and this machine's own: nobody reaches a service there. */
const RESERVED =
  /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)\.?$|^127(?:\.\d{1,3}){3}$|^\[::1\]$|^0\.0\.0\.0$/;

/** Whether the address still is the placeholder of `publication.yaml`, under which a deployed service would publish links that lead nowhere. */
export function isPlaceholderAddress(address: string): boolean {
  const url = URL.parse(address);
  return url === null || RESERVED.test(url.hostname);
}
