import type { Root, RootContent } from "hast";

/** Removes paragraphs without content, which show nothing. A paragraph with a no-break space is kept. */
export function dropEmptyParagraphs(tree: Root): void {
  tree.children = withoutEmpty(tree.children);
}

function withoutEmpty<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  return nodes.filter((node) => {
    if (node.type !== "element") return true;
    node.children = withoutEmpty(node.children);
    const isEmpty = node.children.every((child) => child.type === "text" && /^[ \t\n\f\r]*$/.test(child.value));
    return !(node.tagName === "p" && isEmpty && node.properties.id === undefined);
  });
}
