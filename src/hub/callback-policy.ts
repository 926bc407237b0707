import { reservedSuffix } from "./reserved-names.ts";

export type CallbackJudgement =
  | { readonly ok: true; readonly url: string; readonly host: string }
  | { readonly ok: false; readonly reason: string };

export type CallbackSetting = {
  /** Hosts this service answers at itself, with their port where it is not the scheme's own. */
  readonly ownHosts: readonly string[];
  /** While developing: `localhost` and loopback addresses, by http or https, at any port. */
  readonly allowLoopback: boolean;
};

const MAX_ADDRESS = 2_000;
/** RFC 1035 section 2.3.4, without the root's own label. */
const MAX_NAME = 253;
/** RFC 1123 section 2.1: letters, digits, hyphens within. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const IP_LITERAL = /^\[|^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Scheme, authority and the rest, as they were written: the parser mends what is to be refused. */
const WRITTEN = /^(https?):\/\/([^/?]+)/i;

/**
 * Whether the hub may send to an address, looking at nothing but the address. Whoever subscribes chooses where this service sends requests, so
 * only what can be the public address of a subscriber is let through, in every environment: by https, under a public name, at the usual port.
 *
 * What the name resolves to is not looked at, and cannot be: a Worker neither resolves names for a connection nor sees where one went. That no
 * name leads into a private network is the platform's to guard (on Cloudflare none is within reach; under `wrangler dev` and workerd, the
 * `network` service with its `allow = ["public"]`).
 */
export function judgeCallback(address: string, { ownHosts, allowLoopback }: CallbackSetting): CallbackJudgement {
  if (address.length > MAX_ADDRESS) return refused(`is longer than ${MAX_ADDRESS} characters`);
  if (/[\s\p{Cc}\\]/u.test(address)) return refused("has a space, a control character or a backslash in it");
  if (address.includes("#")) return refused("has a fragment; expected an address without #");
  const [, , authority] = WRITTEN.exec(address) ?? [];
  const url = URL.parse(address);
  if (authority === undefined || url === null)
    return refused("is no web address; expected one such as https://reader.example.org/websub");
  if (authority.includes("@")) return refused("has a user name or password; expected none");
  const { hostname, host, protocol, port } = url;
  const disguise = spellingFault(authority.replace(/:\d*$/, ""), hostname);
  if (ownHosts.some((own) => isSameHost(own, host))) return refused("leads back to this service itself");
  if (allowLoopback && LOOPBACK.test(hostname) && disguise === undefined) return { ok: true, url: url.href, host };
  if (protocol !== "https:") return refused("is not encrypted; expected https");
  if (IP_LITERAL.test(hostname)) return refused("names an IP address; expected the name of a host");
  const fault = nameFault(hostname) ?? disguise;
  if (fault !== undefined) return refused(fault);
  if (port !== "") return refused(`names port ${port}; expected that of https, 443`);
  return { ok: true, url: url.href, host };
}

function refused(what: string): CallbackJudgement {
  return { ok: false, reason: `The callback ${what}.` };
}

/** What keeps a name from being one of the public internet. */
function nameFault(hostname: string): string | undefined {
  if (hostname.endsWith(".")) return "has a host that ends in a dot; expected it without";
  if (hostname.length > MAX_NAME) return `has a host of more than ${MAX_NAME} characters`;
  const labels = hostname.split(".");
  const last = labels.at(-1) ?? "";
  const reserved = reservedSuffix(hostname);
  if (reserved !== undefined) return `is below .${reserved}, which is reserved and no name of the public internet`;
  if (labels.length < 2) return "has a host of a single word; expected a full name such as reader.example.org";
  if (!labels.every((label) => LABEL.test(label)) || !TOP_LEVEL.test(last)) return "has a host that cannot be a name";
  return undefined;
}

/**
 * A name in any script is good, and is taken in its ASCII spelling (RFC 5891). One that looks like a name in another script and comes out as
 * plain ASCII (full-width letters, a dot of another script, an invisible hyphen, a percent-encoded sign) was written to be read otherwise by
 * whoever else checks it.
 */
function spellingFault(written: string, hostname: string): string | undefined {
  // Only of ASCII: in Unicode, the Kelvin sign is a capital k.
  const before = written.replace(/[A-Z]/g, (sign) => sign.toLowerCase()).split(".");
  const after = hostname.split(".");
  const isSame =
    before.length === after.length &&
    before.every((label, place) => label === after[place] || (NOT_ASCII.test(label) && isEncoded(after[place])));
  return isSame ? undefined : `has a host that is spelt in disguise; expected it plainly, such as ${hostname}`;
}

const NOT_ASCII = /^[^%]*[^\0-\x7F][^%]*$/;

function isEncoded(label = ""): boolean {
  return label.startsWith("xn--");
}

/** All of loopback is one host: whichever of its addresses was asked for, the same service answers at the same port. */
function isSameHost(one: string, other: string): boolean {
  return oneLoopback(one) === oneLoopback(other);
}

function oneLoopback(host: string): string {
  const [, name = host, port = ""] = /^(.*?)((?::\d+)?)$/.exec(host) ?? [];
  return LOOPBACK.test(name) ? `localhost${port}` : host;
}
