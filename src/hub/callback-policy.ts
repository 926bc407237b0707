import { err, ok, type Result } from "../syntax/result.ts";

/** An address that the hub may send to, and its host with the port if that is not the default of the scheme. */
export type Callback = { readonly url: string; readonly host: string };

/** Why the hub does not send to an address: a sentence for the subscriber. */
export type CallbackFault = { readonly reason: string };

export type CallbackPolicy = {
  /** Hosts at which this service itself answers, with the port if that is not the default of the scheme. */
  readonly ownHosts: readonly string[];
  /** Whether `localhost` and loopback addresses are allowed, by http or https and at any port. Only for development. */
  readonly allowLoopback: boolean;
};

const MAX_ADDRESS_LENGTH = 2_000;
/** RFC 1035 section 2.3.4, without the label of the root. */
const MAX_NAME_LENGTH = 253;
/** RFC 1123 section 2.1: letters, digits, and hyphens between them. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const IP_LITERAL = /^\[|^\d{1,3}(?:\.\d{1,3}){3}$/;
/** The scheme and authority as they were written: the URL parser silently corrects what must be refused. */
const WRITTEN = /^(https?):\/\/([^/?]+)/i;

/**
 * Top-level names that do not exist on the public internet: special-use names (RFC 6761, 6762, 7686, 8375, 9476),
 * infrastructure (`arpa`), the name that ICANN set aside (`internal`), and names that are common in private networks
 * (RFC 6762 appendix G; ICANN will not delegate them) or in clusters of containers (`reader.default.svc`,
 * `reader.service.consul`). `example.org` and its like are reserved for documentation, but are hosts that anyone may
 * send requests to.
 */
const RESERVED: ReadonlySet<string> = new Set([
  "alt",
  "arpa",
  "cluster",
  "consul",
  "corp",
  "docker",
  "domain",
  "example",
  "home",
  "internal",
  "intranet",
  "invalid",
  "kube",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "mail",
  "onion",
  "private",
  "pod",
  "router",
  "svc",
  "test",
  "workgroup",
]);

/**
 * Decides whether the hub may send to an address, from the address alone. A subscriber chooses where this service sends
 * requests. Therefore only an address that can belong to a public subscriber is allowed, in every environment: https, a
 * public name, the default port.
 *
 * The addresses that a name resolves to are not checked, and cannot be: a Worker neither resolves names for a
 * connection nor sees where one went. The platform must ensure that no name leads into a private network. On Cloudflare
 * no private network is reachable; under `wrangler dev` and workerd, the `network` service has `allow = ["public"]`.
 */
export function judgeCallback(
  address: string,
  { ownHosts, allowLoopback }: CallbackPolicy,
): Result<Callback, CallbackFault> {
  if (address.length > MAX_ADDRESS_LENGTH) return refused(`is longer than ${MAX_ADDRESS_LENGTH} characters`);
  if (/[\s\p{Cc}\\]/u.test(address)) return refused("contains a space, a control character or a backslash");
  if (address.includes("#")) return refused("has a fragment; expected an address without #");
  const [, , authority] = WRITTEN.exec(address) ?? [];
  const url = URL.parse(address);
  if (authority === undefined || url === null)
    return refused("is not a web address; expected one such as https://reader.example.org/websub");
  if (authority.includes("@")) return refused("has a user name or password; expected an address without them");
  const { hostname, host, protocol, port } = url;
  const disguise = authority === host ? undefined : spellingFault(authority.replace(/:\d*$/, ""), hostname);
  if (ownHosts.some((own) => own === host || isSameLoopback(own, host)))
    return refused("is an address of this service itself");
  if (allowLoopback && LOOPBACK.test(hostname) && disguise === undefined) return ok({ url: url.href, host });
  if (protocol !== "https:") return refused("is not encrypted; expected https");
  if (IP_LITERAL.test(hostname)) return refused("has an IP address; expected a host name");
  const fault = nameFault(hostname) ?? disguise;
  if (fault !== undefined) return refused(fault);
  if (port !== "") return refused(`has port ${port}; expected the default port of https, 443`);
  return ok({ url: url.href, host });
}

function refused(what: string) {
  return err({ reason: `The callback ${what}.` });
}

/** Returns why a host name cannot be a name of the public internet, or undefined if it can. */
function nameFault(hostname: string): string | undefined {
  if (hostname.endsWith(".")) return "has a host that ends in a dot; expected it without the dot";
  if (hostname.length > MAX_NAME_LENGTH) return `has a host of more than ${MAX_NAME_LENGTH} characters`;
  const labels = hostname.split(".");
  const last = labels.at(-1) ?? "";
  if (RESERVED.has(last)) return `is below .${last}, a reserved name that does not exist on the public internet`;
  if (labels.length < 2) return "has a host of a single word; expected a full name such as reader.example.org";
  if (!labels.every((label) => LABEL.test(label)) || !TOP_LEVEL.test(last)) return "has an invalid host name";
  return undefined;
}

/**
 * A host name may be in any script, and is used in its ASCII spelling (RFC 5891). A label that is written with other
 * characters and comes out as plain ASCII (full-width letters, a dot of another script, a soft hyphen, a
 * percent-encoded character) is refused: another program that checks the address may read it differently.
 */
function spellingFault(written: string, hostname: string): string | undefined {
  // Only ASCII letters are lowered: in Unicode, the Kelvin sign becomes a plain k.
  const before = written.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).split(".");
  const after = hostname.split(".");
  const isSame =
    before.length === after.length &&
    before.every((label, place) => label === after[place] || (NOT_ASCII.test(label) && isEncoded(after[place])));
  return isSame ? undefined : `has a host in an unusual spelling; expected it plainly, such as ${hostname}`;
}

const NOT_ASCII = /^[\0-$&-\x7F]*[^\0-\x7F][^%]*$/;

function isEncoded(label = ""): boolean {
  return label.startsWith("xn--");
}

/** All loopback addresses are one host: the same service answers at the same port of each. */
function isSameLoopback(one: string, other: string): boolean {
  const [port, otherPort] = [loopbackPort(one), loopbackPort(other)];
  return port !== undefined && port === otherPort;
}

/** The port of a loopback address with the colon before it, or "" for the default port. Undefined for another host. */
function loopbackPort(host: string): string | undefined {
  const port = /:\d+$/.exec(host)?.[0] ?? "";
  return LOOPBACK.test(port === "" ? host : host.slice(0, -port.length)) ? port : undefined;
}
