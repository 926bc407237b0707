import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { hasClass } from "./has-class.ts";

/**
 * GFM as readers can use it. A box in a task list is a form field, which readers drop: it becomes a sign. Footnotes come with English
 * words in any language: they get roles (DPUB-ARIA 1.1), which say the same to a program, in place of words.
 */
export function shapeGfm(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    const { properties, tagName } = node;
    if (tagName === "input" && properties.type === "checkbox" && parent && index !== undefined) {
      parent.children[index] = { type: "text", value: properties.checked ? "☑" : "☐" };
      return SKIP;
    }
    if (tagName === "th") {
      // A header that says nothing heads nothing, and a screen reader would read it out. GFM's headers are those of columns.
      if (node.children.length === 0) node.tagName = "td";
      else properties.scope ??= "col";
    }
    if (hasClass(node, "contains-task-list") || hasClass(node, "task-list-item")) delete properties.className;
    if (tagName === "a" && "dataFootnoteRef" in properties) takeRole(node, "doc-noteref");
    if (tagName === "a" && "dataFootnoteBackref" in properties) takeRole(node, "doc-backlink");
    if (tagName === "section" && "dataFootnotes" in properties) {
      delete properties.dataFootnotes;
      properties.role = "doc-endnotes";
      node.children = node.children.filter((child) => child.type !== "element" || child.tagName === "ol");
    }
    return undefined;
  });
}

function takeRole(link: Element, role: string): void {
  const { href, id } = link.properties;
  link.properties = { ...(id === undefined ? {} : { id }), href, role };
}
