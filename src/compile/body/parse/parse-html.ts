import type { Root } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";

const parser = unified().use(rehypeRaw).freeze();

/** Parses a body written as HTML as a browser would (parse5). The tree may hold anything that HTML may hold. */
export function parseHtml(source: string): Root {
  const start = { line: 1, column: 1, offset: 0 };
  const raw: Root = { type: "root", children: [{ type: "raw", value: source, position: { start, end: start } }] };
  // The parser sets positions only if it is given the file.
  return parser.runSync(raw, { value: source });
}
