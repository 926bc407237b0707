import type { XmlElement } from "../../../../src/syntax/xml/xml-element.ts";

const element = (name: string, ...children: (XmlElement | string)[]): XmlElement => ({
  name,
  namespace: "",
  attributes: {},
  children,
});

/** An item of an export with these custom fields. */
export function itemWith(fields: Readonly<Record<string, string>>): XmlElement {
  return element(
    "item",
    ...Object.entries(fields).map(([key, value]) =>
      element("wp:postmeta", element("wp:meta_key", key), element("wp:meta_value", value)),
    ),
  );
}
