import type { Place } from "./grammar-fault.ts";
import { knownName } from "./namespaces.ts";

/**
 * The name by which the tables know an attribute: `href`, `rdf:about`, whatever prefix the document has for it. Returns
 * undefined for one of a namespace that they do not know.
 */
export function attributeName(written: string, { scope }: Place): string | undefined {
  const colon = written.indexOf(":");
  if (colon === -1) return written;
  const prefix = written.slice(0, colon);
  if (prefix === "xml" || prefix === "xmlns") return written;
  const namespace = scope[prefix];
  return namespace === undefined ? written : knownName(namespace, written.slice(colon + 1));
}

/** The attributes by the names of the tables, without declarations of namespaces. */
export function attributesOf(place: Place): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [written, value] of Object.entries(place.element.attributes)) {
    const name = attributeName(written, place);
    if (name !== undefined && name !== "xmlns" && !name.startsWith("xmlns:")) named.set(name, value);
  }
  return named;
}
