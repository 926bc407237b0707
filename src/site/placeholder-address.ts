/**
 * Names that are reserved for examples and tests (RFC 2606, RFC 6761), and names and addresses of the machine itself.
 */
const RESERVED =
  /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)\.?$|^127(?:\.\d{1,3}){3}$|^\[::1\]$|^0\.0\.0\.0$/;

/**
 * Whether the address of the publication is a placeholder, as in a new `publication.yaml`. If such a service is
 * deployed, all of its links are dead.
 */
export function isPlaceholderAddress(address: string): boolean {
  const url = URL.parse(address);
  return url === null || RESERVED.test(url.hostname);
}
