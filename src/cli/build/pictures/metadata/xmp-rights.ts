import { escapeHtml } from "../../../../syntax/html.ts";
import { parseXml } from "../../../../syntax/xml/parse-xml.ts";
import { descendantsOf, elementsOf, type XmlElement } from "../../../../syntax/xml/xml-element.ts";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/**
 * The properties of XMP that a variant keeps, by namespace, with the prefix that we write: copyright, creator, credit and
 * terms, the reservation of data mining (PLUS), and what belongs to content credentials (where the manifest is, and
 * whether a machine made the picture). "*" is all of a namespace.
 */
const KEPT: readonly {
  readonly namespace: string;
  readonly prefix: string;
  readonly names: "*" | readonly string[];
}[] = [
  { namespace: "http://purl.org/dc/elements/1.1/", prefix: "dc", names: ["rights", "creator"] },
  { namespace: "http://ns.adobe.com/xap/1.0/rights/", prefix: "xmpRights", names: "*" },
  { namespace: "http://ns.adobe.com/photoshop/1.0/", prefix: "photoshop", names: ["Credit"] },
  { namespace: "http://ns.useplus.org/ldf/xmp/1.0/", prefix: "plus", names: "*" },
  { namespace: "http://creativecommons.org/ns#", prefix: "cc", names: "*" },
  { namespace: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/", prefix: "Iptc4xmpExt", names: ["DigitalSourceType"] },
  {
    namespace: "http://purl.org/dc/terms/",
    prefix: "dcterms",
    names: ["provenance", "license", "rights", "rightsHolder"],
  },
];

/** The properties as XML, and their names: `dc:rights`. */
export type XmpRights = { readonly elements: readonly string[]; readonly names: ReadonlySet<string> };

/** A packet is at most this deep and this large. Real ones have a depth of about 8. */
const LIMITS = { depth: 32, elements: 20_000 };
const MAX_LENGTH = 2_000_000;

/** Picks the properties that a variant keeps out of a packet of XMP. Returns none of a packet that cannot be read. */
export function keptRights(packet: string): XmpRights {
  const read = packet.length > MAX_LENGTH ? undefined : parseXml(packet.trim(), { limits: LIMITS });
  const elements: string[] = [];
  const names = new Set<string>();
  const keep = (name: string, xml: string) => {
    if (names.has(name)) return;
    names.add(name);
    elements.push(xml);
  };
  if (!read?.ok) return { elements, names };
  const { root } = read.value;
  const isRdf = (element: XmlElement, name: string) => element.namespace === RDF && element.name === name;
  const statements = [root, ...descendantsOf(root)].filter((each) => isRdf(each, "RDF")).flatMap(elementsOf);
  for (const about of statements) {
    if (!isRdf(about, "Description")) continue;
    // A simple property may be an attribute. Its prefix is the customary one in all programs that are known.
    for (const [written, value] of Object.entries(about.attributes)) {
      const [prefix = "", name = ""] = written.split(":");
      if (KEPT.some((each) => each.prefix === prefix && isNamed(each, name)))
        keep(written, `<${written}>${escapeHtml(value)}</${written}>`);
    }
    for (const property of elementsOf(about)) {
      const kept = KEPT.find(({ namespace }) => namespace === property.namespace);
      if (kept && isNamed(kept, property.name)) keep(`${kept.prefix}:${property.name}`, serialised(property));
    }
  }
  return { elements, names };
}

function isNamed({ names }: (typeof KEPT)[number], name: string): boolean {
  return /^\w+$/.test(name) && (names === "*" || names.includes(name));
}

/** An element with what is inside of it, as far as we know its namespace. */
function serialised({ name, namespace, attributes, children }: XmlElement): string {
  const prefix = namespace === RDF ? "rdf" : KEPT.find((each) => each.namespace === namespace)?.prefix;
  if (prefix === undefined || !/^\w+$/.test(name)) return "";
  const known = Object.entries(attributes).filter(([written]) => /^(?:xml:lang|(?:rdf|plus):\w+)$/.test(written));
  const text = known.map(([written, value]) => ` ${written}="${escapeHtml(value)}"`).join("");
  const inside = children.map((child) => (typeof child === "string" ? escapeHtml(child.trim()) : serialised(child)));
  return `<${prefix}:${name}${text}>${inside.join("")}</${prefix}:${name}>`;
}

/** What other metadata say. Empty if they say nothing. */
type OtherRights = { readonly copyright: string; readonly creator: string; readonly credit: string };

/** A packet of XMP with what was kept, and with what only other metadata say. Undefined if there is nothing. */
export function xmpPacket(
  { elements, names }: XmpRights,
  { copyright, creator, credit }: OtherRights,
): string | undefined {
  const added = [
    ...(copyright === "" || names.has("dc:rights")
      ? []
      : [`<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(copyright)}</rdf:li></rdf:Alt></dc:rights>`]),
    ...(creator === "" || names.has("dc:creator")
      ? []
      : [`<dc:creator><rdf:Seq><rdf:li>${escapeHtml(creator)}</rdf:li></rdf:Seq></dc:creator>`]),
    ...(credit === "" || names.has("photoshop:Credit")
      ? []
      : [`<photoshop:Credit>${escapeHtml(credit)}</photoshop:Credit>`]),
  ];
  if (elements.length + added.length === 0) return undefined;
  const namespaces = KEPT.map(({ prefix, namespace }) => ` xmlns:${prefix}="${namespace}"`).join("");
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${RDF}">`,
    `<rdf:Description rdf:about=""${namespaces}>${[...elements, ...added].join("")}</rdf:Description>`,
    "</rdf:RDF></x:xmpmeta>",
    '<?xpacket end="w"?>',
  ].join("");
}
