import { childrenNamed, textOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { plainText } from "../../feeds/plain-text.ts";
import { isDefaultCategory } from "./default-category.ts";
import type { WordPressFacts } from "./wordpress-facts.ts";

/**
 * The categories and tags of a post by name, without the category that WordPress gives to posts that have none. Other
 * taxonomies, such as the post's format, its language and its authors, are no tags.
 */
export function tagsOf(item: XmlElement, facts: WordPressFacts, language: string | undefined): readonly string[] {
  return childrenNamed(item, "category").flatMap((node) => {
    const { domain = "category", nicename } = node.attributes;
    if (!/^(?:category|post_tag|tag)$/.test(domain)) return [];
    const name = plainText(textOf(node));
    if (name === undefined) return [];
    const isFirst = nicename !== undefined && nicename === facts.firstCategory;
    return domain === "category" && isDefaultCategory({ name, isFirst, language }) ? [] : [name];
  });
}
