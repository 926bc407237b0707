import type { XmlTag } from "../xml-reader.ts";

/** What an element is to the reader of a feed. A container only surrounds entries and other parts. */
export type ElementRole = "container" | "entry" | "other";

export type OpenElement = {
  /** As written, with its prefix. */
  readonly name: string;
  readonly role: ElementRole;
  readonly line: number;
  readonly column: number;
  readonly scope: Scope | undefined;
};

/** The namespaces that an element declares, by prefix. The others are those of the element around it. */
export type Scope = { readonly own: ReadonlyMap<string, string>; readonly outer: Scope | undefined };

const BUILT_IN: Readonly<Record<string, string>> = {
  xml: "http://www.w3.org/XML/1998/namespace",
  xmlns: "http://www.w3.org/2000/xmlns/",
};

/** The scope inside of an element with these attributes. */
export function scopeOf(attributes: XmlTag["attributes"], outer: Scope | undefined): Scope | undefined {
  const declared = Object.entries(attributes).filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  if (declared.length === 0) return outer;
  return { own: new Map(declared.map(([name, value]) => [name.slice("xmlns:".length), value.trim()])), outer };
}

/** The address of a prefix; undefined if nothing declares it. The empty prefix has none by default. */
export function namespaceOf(prefix: string, scope: Scope | undefined): string | undefined {
  for (let each = scope; each !== undefined; each = each.outer) {
    const address = each.own.get(prefix);
    if (address !== undefined) return address;
  }
  return prefix === "" ? "" : BUILT_IN[prefix];
}

/** Splits a name at its first colon. */
export function splitName(name: string): { readonly prefix: string; readonly local: string } {
  const colon = name.indexOf(":");
  return colon === -1 ? { prefix: "", local: name } : { prefix: name.slice(0, colon), local: name.slice(colon + 1) };
}

/** Whether HTML has no end tag for an element. What it holds without one stands behind it. */
export function isVoid(name: string): boolean {
  return /^(?:br|hr|wbr|img|input|embed)$/i.test(name);
}
