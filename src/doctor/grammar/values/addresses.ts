/** URIs (RFC 3986), IRIs (RFC 3987), tag: ids (RFC 4151), URNs (RFC 8141) and e-mail addresses (RFC 5322). */
import { percentDecodeOrKeep } from "../../../syntax/percent.ts";
import { type Fault, fault, quote, type ValueType } from "../grammar-fault.ts";

type Demand = { readonly isAbsolute?: boolean; readonly isIri?: boolean };

const NOT_IN_URI = /[^0-9A-Za-z;/?:@&=+$.\-_!~*'()%,#\u0080-\uffff]/;
const WITH_ADDRESS_LITERAL = /^([a-z][a-z0-9+.-]*:\/\/(?:[^/?#@[\]]*@)?)\[[0-9a-f:.]+\]/i;

function uriFault(value: string, { isAbsolute = false, isIri = false }: Demand): Fault | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  if (scheme === "tag") return tagFault(value);
  if (scheme === "urn") return urnFault(value);
  // Brackets stand around an IPv6 address and nowhere else.
  const [strange] = NOT_IN_URI.exec(value.replace(WITH_ADDRESS_LITERAL, "$1host")) ?? [];
  if (strange !== undefined)
    return fault("value.uri-characters", `${quote(value)} contains ${JSON.stringify(strange)}, which a URI may not`);
  if (!isIri && /[\u0080-\uffff]/.test(value))
    return fault("value.uri-ascii", `${quote(value)} has letters that a URI must escape`);
  if (isAbsolute && (scheme === undefined || value.length === scheme.length + 1))
    return fault("value.uri-absolute", `${quote(value)} is not an absolute address`);
  const isHierarchic = scheme === "http" || scheme === "https" || scheme === "ftp";
  if (isHierarchic && !/^[a-z]+:\/\/[^/]/i.test(value))
    return fault("value.uri-absolute", `${quote(value)} has no host`);
  return undefined;
}

/** The authority, a date of year, month or day, and a specific part. */
const TAG =
  /^tag:(?:[a-z0-9._-]+@)?[a-z0-9]+(?:[.-]+[a-z0-9]+)*,\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?:[0-9A-Za-z;/?:@&=+$.\-_!~*'()%,\u0080-\uffff]*(?:#[0-9A-Za-z;/?:@&=+$.\-_!~*'()%,\u0080-\uffff]*)?$/;

function tagFault(value: string): Fault | undefined {
  if (TAG.test(value)) return undefined;
  return fault("value.id-tag", `${quote(value)} is not a tag: id (tag:example.org,2026-03-01:name)`);
}

/** A namespace of 2 to 32 letters, digits and inner hyphens, and a name (RFC 8141 section 2). */
const URN =
  /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:(?:[a-z0-9()+,.:=@;$_!*'&~-]|%[0-9a-f]{2}|[\u0080-\uffff])(?:[a-z0-9()+,.:=@;$_!*'&~/?#-]|%[0-9a-f]{2}|[\u0080-\uffff])*$/i;
const UUID = /^urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function urnFault(value: string): Fault | undefined {
  if (/^urn:uuid:/i.test(value))
    return UUID.test(value) ? undefined : fault("value.id-urn", `${quote(value)} is not a UUID (RFC 9562)`);
  return URN.test(value) ? undefined : fault("value.id-urn", `${quote(value)} is not a URN (RFC 8141)`);
}

/** A URI, absolute or relative. */
export const uriReference: ValueType = (value) => uriFault(value, {});
/** An absolute URI. Letters beyond ASCII are escaped. */
export const absoluteUri: ValueType = (value) => uriFault(value, { isAbsolute: true });
/** An IRI, absolute or relative (RFC 4287 section 2). */
export const iriReference: ValueType = (value) => uriFault(value, { isIri: true });
/** An absolute IRI. Ids of Atom are such. */
export const absoluteIri: ValueType = (value) => uriFault(value, { isAbsolute: true, isIri: true });

/** A name with a dot, a number of IPv6, or this machine. */
const HTTP = /^https?:\/\/(?:[^/?#@]+@)?(?:[\w-]+(?:\.[\w-]+)+\.?|\[[0-9a-f:.]+\]|localhost)(?::\d+)?(?:[/?#]|$)/i;

/** An http or https address with a host. Internationalised domain names are read. */
export const httpUrl: ValueType = (value) => {
  const found = uriFault(value, { isAbsolute: true });
  if (found) return fault("value.http-url", found.says);
  return HTTP.test(value) ? undefined : fault("value.http-url", `${quote(value)} is not an http address`);
};

const ADDRESS =
  /^[\w!#$%&\x27*+/=?^\x60{|}~.-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.?$/i;
const MAX_ADDRESS = 320;

function isAddress(value: string): boolean {
  return value.length <= MAX_ADDRESS && ADDRESS.test(value);
}

/** `ada@example.org`, and nothing besides it. */
export const mailAddress: ValueType = (value) =>
  isAddress(value) ? undefined : fault("value.email", `${quote(value)} is not an e-mail address`);

/** The address in `Ada <ada@example.org>` and `ada@example.org (Ada)`, or else the value. */
function addressIn(value: string): string {
  const angled = /^[^<>]*<([^<>]*)>$/.exec(value)?.[1];
  return (angled ?? value.replace(/ ?\([^()]*\)$/, "")).trim();
}

/** An address with or without a name, in either notation of mail. */
export const namedMailAddress: ValueType = (value, place) => mailAddress(addressIn(value), place);

/** The addressee of a mailto: address (RFC 6068). */
function withoutMailto(value: string): string {
  if (!/^mailto:/i.test(value)) return value;
  const [addressee = ""] = value.slice("mailto:".length).split("?");
  return percentDecodeOrKeep(addressee);
}

/** As RSS 2.0 writes people: `ada@example.org (Ada)`. Other notations with an address are only unusual. */
export const rssPerson: ValueType = (value) => {
  const written = withoutMailto(value.slice(0, 1_000));
  const address = addressIn(written);
  if (isAddress(address)) {
    const isUsual = /^[^\s()<>]+ \([^()]+\)$/.test(written);
    return isUsual ? undefined : fault("rss.person", `${quote(value)} is not written as "ada@example.org (Ada)"`);
  }
  // A word with @ in it may be an address that people can still read. In "Ada (ada@example.org)" it is the comment.
  if (written.indexOf("@") > 0 && !written.endsWith(")"))
    return fault("rss.person", `${quote(value)} is not written as "ada@example.org (Ada)"`);
  return fault("rss.author", `${quote(value)} contains no e-mail address where it belongs`);
};
