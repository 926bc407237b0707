import type { Element, ElementContent, Root, RootContent } from "hast";
import { elementsIn, hasClass } from "../elements.ts";

const ALIGNMENTS: ReadonlySet<string> = new Set(["left", "center", "right"]);

/**
 * Puts GFM into a form that feed readers can use. The box of a task list is a form field, which readers drop: it
 * becomes a character. The alignment of a cell is a class: HTML has no `align` any more. Footnotes come with English
 * words in any language: they get roles (DPUB-ARIA 1.1), which say the same to a program.
 */
export function shapeGfm(tree: Root): void {
  boxesToText(tree.children);
  for (const node of elementsIn(tree)) {
    const { properties, tagName } = node;
    if (tagName === "th") {
      // A screen reader would read an empty header out. GFM's headers are those of columns.
      if (node.children.length === 0) node.tagName = "td";
      else properties.scope ??= "col";
    }
    if (tagName === "th" || tagName === "td") alignByClass(node);
    boxesToText(node.children);
    if (hasClass(node, "contains-task-list") || hasClass(node, "task-list-item")) delete properties.className;
    if (tagName === "a" && "dataFootnoteRef" in properties) takeRole(node, "doc-noteref");
    if (tagName === "a" && "dataFootnoteBackref" in properties) takeRole(node, "doc-backlink");
    if (tagName === "section" && "dataFootnotes" in properties) {
      delete properties.dataFootnotes;
      properties.role = "doc-endnotes";
      node.children = node.children.filter((child) => child.type !== "element" || child.tagName === "ol");
    }
  }
}

function boxesToText(children: (RootContent | ElementContent)[]): void {
  children.forEach((child, index) => {
    if (child.type === "element" && child.tagName === "input" && child.properties.type === "checkbox")
      children[index] = { type: "text", value: child.properties.checked ? "☑" : "☐" };
  });
}

function alignByClass({ properties }: Element): void {
  const { align } = properties;
  delete properties.align;
  if (typeof align === "string" && ALIGNMENTS.has(align.toLowerCase())) properties.className = [align.toLowerCase()];
}

function takeRole(link: Element, role: string): void {
  const { href, id } = link.properties;
  link.properties = { ...(id === undefined ? {} : { id }), href, role };
}
