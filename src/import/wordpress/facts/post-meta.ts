import { childrenNamed, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { textIn } from "../../feeds/feed-xml.ts";

type Field = { readonly key: string; readonly value: string | undefined };

/** A post is asked for many fields, and has many. */
const known = new WeakMap<XmlElement, readonly Field[]>();

/** All values of a custom field of a post, without empty ones. */
export function metasOf(item: XmlElement, isKey: (key: string) => boolean): readonly string[] {
  return fieldsOf(item).flatMap(({ key, value }) => (value !== undefined && isKey(key) ? [value] : []));
}

/** The first value of a custom field. */
export function metaOf(item: XmlElement, key: string): string | undefined {
  return fieldsOf(item).find((field) => field.key === key && field.value !== undefined)?.value;
}

function fieldsOf(item: XmlElement): readonly Field[] {
  const before = known.get(item);
  if (before) return before;
  const fields = childrenNamed(item, "wp:postmeta").map((node) => ({
    key: textIn(node, "wp:meta_key") ?? "",
    value: textIn(node, "wp:meta_value"),
  }));
  known.set(item, fields);
  return fields;
}
