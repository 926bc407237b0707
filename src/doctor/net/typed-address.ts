import { isIP, isIPv6 } from "node:net";
import { isPrivateHost } from "./public-address.ts";

/** An address as a person typed it, made absolute. */
export type TypedAddress = {
  /** Absolute, http or https. */
  readonly address: string;
  /** The address to ask if this one cannot be reached: the person did not type a scheme. */
  readonly instead?: string;
};

/** Schemes by which browsers hand feeds to readers: `feed:https://…` and `feed://host/…`. */
const HANDED_OVER = /^(?:feed|pcast|podcast|itpc):(?:\/\/)?/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/**
 * Reads an address. Without a scheme it is https for a public host, and http if https cannot be reached; it is http for
 * this machine and private networks, where few servers have certificates. Returns undefined for anything else: another
 * scheme, or words that are no host.
 */
export function typedAddress(typed: string): TypedAddress | undefined {
  const text = typed.trim().replace(HANDED_OVER, "");
  if (SCHEME.test(text)) {
    const url = URL.parse(text);
    return url && /^https?:$/.test(url.protocol) ? { address: url.href } : undefined;
  }
  const bare = isIPv6(text) ? `[${text}]` : text;
  const plain = looksLikeHost(bare) ? URL.parse(`http://${bare}`) : null;
  if (plain === null) return undefined;
  const secure = new URL(`https://${bare}`).href;
  // The port says it.
  if (plain.port === "443") return { address: secure };
  return isPrivateHost(plain) ? { address: plain.href } : { address: secure, instead: plain.href };
}

/** Names of files. No top-level domain in use is called so. */
const FILE_NAME = /\.(?:xml|rss|atom|rdf|json|opml|txt|html?|gz)$/i;

/**
 * A name with a point that is not like that of a file, `localhost`, an IP address, or any name with a port. A single
 * word may be the name of a file.
 */
function looksLikeHost(text: string): boolean {
  const [, host = "", port] = /^(\[[0-9a-f:.]+\]|[^\s/:?#@\\]+)(:\d{1,5})?(?:[/?#]|$)/i.exec(text) ?? [];
  if (host === "") return false;
  if (port !== undefined || host.startsWith("[") || isIP(host) !== 0) return true;
  if (FILE_NAME.test(host)) return false;
  return host.toLowerCase() === "localhost" || /^[^.]+(?:\.[^.]+)+\.?$/.test(host);
}
