import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { RelatedLink } from "../../../model/article.ts";
import { cleanLine } from "../../../model/text.ts";
import { elementsIn, hasClass } from "../elements.ts";

/** Returns the related links of a finished body as data. */
export function relatedLinks(tree: Root): RelatedLink[] {
  const links: RelatedLink[] = [];
  for (const node of elementsIn(tree)) {
    if (node.tagName !== "p" || !hasClass(node, "related")) continue;
    const children = node.children.filter((child) => child.type === "element");
    const label = children.find((child) => child.tagName === "strong" && hasClass(child, "label"));
    const link = children.find(({ tagName }) => tagName === "a" || tagName === "cite");
    const title = link ? cleanLine(textOf(link)) : "";
    const labelText = label ? cleanLine(textOf(label)).replace(/(?<!\s)\s*:$/, "") : "";
    if (!link || title === "") continue;
    const url = link.properties.href;
    links.push({
      ...(labelText === "" ? {} : { label: labelText }),
      title,
      ...(typeof url === "string" && /^https?:/.test(url) ? { url } : {}),
    });
  }
  return links;
}
