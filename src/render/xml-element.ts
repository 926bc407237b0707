/**
 * Elements in the compact notation of `xml-js`, which is the serializer beneath `feed`: `_attributes`, `_text`, `_cdata`, and any other key is
 * a child or a list of children of that name.
 *
 * The serializer escapes too little, so values enter an element only through the functions below. They take clean text (`model/text.ts`).
 */
export type XmlElement = {
  readonly [key: string]: XmlElement | readonly XmlElement[] | readonly string[] | string | undefined;
};

export type AttributeValues = { readonly [name: string]: string | number | undefined };

/** Plain text. The serializer turns `&amp;` into `&` before it escapes; a doubled ampersand survives that as it was. */
export function text(value: string, attributes?: AttributeValues): XmlElement {
  return { ...(attributes && empty(attributes)), _text: value.replaceAll("&", "&amp;") };
}

/** HTML, readable in the source. A CDATA section cannot hold `]]>` (XML 1.0 section 2.7), so there it ends and the next begins. */
export function html(value: string, attributes?: AttributeValues): XmlElement {
  const sections = value.includes("]]>") ? value.split(SECTION_END) : [value];
  return { ...(attributes && empty(attributes)), _cdata: sections };
}

const SECTION_END = /(?<=\]\])(?=>)/;

/** Nothing but attributes; those that are undefined are left out. */
export function empty(attributes: AttributeValues): XmlElement {
  const escaped: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    // The serializer escapes the double quote, and only that.
    if (value !== undefined) escaped[name] = String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  }
  return { _attributes: escaped };
}

/** The children that are there: the serializer would print an undefined one as an empty element. */
export function children(all: Readonly<Record<string, XmlElement | readonly XmlElement[] | undefined>>): XmlElement {
  const present: Record<string, XmlElement | readonly XmlElement[]> = {};
  for (const [name, child] of Object.entries(all)) {
    if (child !== undefined && !(Array.isArray(child) && child.length === 0)) present[name] = child;
  }
  return present;
}
