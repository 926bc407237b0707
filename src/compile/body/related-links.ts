import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { RelatedLink } from "../../model/article.ts";
import { cleanLine } from "../../model/text.ts";
import { hasClass } from "./has-class.ts";

/** The related links that stand in a finished body, as data. */
export function relatedLinks(tree: Root): RelatedLink[] {
  const links: RelatedLink[] = [];
  visit(tree, "element", (node) => {
    if (node.tagName !== "p" || !hasClass(node, "related")) return;
    const children = node.children.filter((child) => child.type === "element");
    const label = children.find((child) => child.tagName === "strong" && hasClass(child, "label"));
    const link = children.find(({ tagName }) => tagName === "a" || tagName === "cite");
    const title = link ? cleanLine(textOf(link)) : "";
    const labelText = label ? cleanLine(textOf(label)).replace(/(?<!\s)\s*:$/, "") : "";
    if (!link || title === "") return;
    const url = link.properties.href;
    links.push({
      ...(labelText === "" ? {} : { label: labelText }),
      title,
      ...(typeof url === "string" && /^https?:/.test(url) ? { url } : {}),
    });
  });
  return links;
}
