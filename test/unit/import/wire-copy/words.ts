import type { Nodes } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parseDocument } from "yaml";

/** The words of wire copy and of the file made from it, read without the code under test and compared as multisets. */

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/**
 * Lines and words that label a value and are not part of it: times and their labels, "By", "and" between names, "READ
 * MORE".
 */
export function wordsOfSource(text: string): readonly string[] {
  const [top = "", ...others] = text.split(/(?=\r?\n\r?\n)/);
  const lines = top.split(/\r?\n/).map((line) => {
    const trimmed = line.replace(/^[\s\uFEFF]+/, "");
    if (/^(?:Published|Updated): /.test(trimmed)) return "";
    if (/^By /.test(trimmed)) return trimmed.slice(3).replaceAll(" and ", ", ");
    return trimmed;
  });
  return bagOf([...lines, ...others].join("\n"));
}

export function wordsOfFile(file: string): readonly string[] {
  const { fields, body, comment } = partsOf(file);
  const { id: _, published: __, updated: ___, ...said } = fields;
  return bagOf([...stringsIn(said), ...body.map(textOf), comment.replaceAll("From the copy:", "")].join("\n"));
}

/** Front matter and the nodes of the text. */
export function partsOf(file: string) {
  const [, yaml = "", markdown = ""] = /^---\n(.*?\n)---\n(.*)$/s.exec(file) ?? [];
  const document = parseDocument(yaml);
  const fields: Record<string, unknown> = document.toJS();
  return { fields, body: parser.parse(markdown).children, comment: document.comment ?? "" };
}

/** The text of a node and of its attributes, in the order of the source. */
export function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  const inside =
    "children" in node
      ? node.children.map(textOf).join("children" in node && node.type === "paragraph" ? "" : "\n")
      : "";
  return "attributes" in node ? [inside, ...Object.values(node.attributes ?? {})].join("\n") : inside;
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function bagOf(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).sort();
}
