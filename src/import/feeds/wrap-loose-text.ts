import type { ElementContent, Root, RootContent } from "hast";

const BLOCK =
  /^(?:aside|audio|blockquote|dd|details|div|dl|dt|figure|h[1-6]|hr|li|ol|p|picture|pre|section|table|ul|video)$/;

/**
 * Puts text that is not in a block into paragraphs. Two breaks in a row end a paragraph, as many feeds write them. The
 * summary of an article is derived from its paragraphs.
 */
export function wrapLooseText(tree: Root): void {
  const blocks: RootContent[] = [];
  let loose: ElementContent[] = [];
  const close = () => {
    const children = trimmed(loose);
    if (children.length > 0) blocks.push({ type: "element", tagName: "p", properties: {}, children });
    else blocks.push(...loose.filter((node) => node.type === "text"));
    loose = [];
  };
  for (const node of tree.children) {
    if (node.type === "doctype" || (node.type === "element" && BLOCK.test(node.tagName))) {
      close();
      blocks.push(node);
      continue;
    }
    loose.push(node);
    if (breaksAtEnd(loose) > 1) close();
  }
  close();
  tree.children = blocks;
}

function isBreak(node: RootContent | undefined): boolean {
  return node?.type === "element" && node.tagName === "br";
}

function isBlank(node: RootContent | undefined): boolean {
  return node?.type === "comment" || (node?.type === "text" && node.value.trim() === "");
}

function breaksAtEnd(nodes: readonly ElementContent[]): number {
  let count = 0;
  for (const node of nodes.toReversed()) {
    if (isBreak(node)) count += 1;
    else if (!isBlank(node)) break;
  }
  return count;
}

/** Removes breaks and white space at both ends. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const isShown = (node: ElementContent) => !isBreak(node) && !isBlank(node);
  return nodes.slice(nodes.findIndex(isShown), nodes.findLastIndex(isShown) + 1);
}
