import { childrenNamed, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { textIn } from "../../feeds/feed-xml.ts";

/** All values of a custom field of a post, without empty ones. */
export function metasOf(item: XmlElement, isKey: (key: string) => boolean): readonly string[] {
  return childrenNamed(item, "wp:postmeta")
    .filter((node) => isKey(textIn(node, "wp:meta_key") ?? ""))
    .flatMap((node) => textIn(node, "wp:meta_value") ?? []);
}

/** The first value of a custom field. */
export function metaOf(item: XmlElement, key: string): string | undefined {
  return metasOf(item, (each) => each === key)[0];
}
