import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";

/** A body written as HTML, as a browser would read it (parse5). Nothing in it is safe yet. */
export function parseHtml(source: string): Root {
  const start = { line: 1, column: 1, offset: 0 };
  const position = { start, end: start };
  const raw: Root = { type: "root", children: [{ type: "raw", value: source, position }] };
  // Positions are kept only where there is a file to hold them against.
  return unified().use(rehypeRaw).runSync(raw, { value: source });
}
