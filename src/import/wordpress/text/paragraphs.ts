import { endsWithBlock, startOfBlock } from "./block-elements.ts";
import { breakLines } from "./break-lines.ts";
import { chunksOf, LINE_IN_TAG } from "./chunks.ts";

/**
 * Puts paragraphs and breaks into a text of WordPress's classic editor, as WordPress does when it shows the post
 * (`wpautop`). Empty lines separate paragraphs, other line feeds are breaks, and blocks stay as they are. The result
 * means the same as WordPress's, and may differ in white space and in empty paragraphs. It takes linear time.
 */
export function addParagraphs(source: string): string {
  if (source.trim() === "") return "";
  const { text, preformatted } = liftPreformatted(source.replaceAll("\u0000", "").replace(/\r\n?/g, "\n"));
  const chunks = chunksOf(text.replace(/<br[ \t\n\v\f\r]*\/?>[ \t\n\v\f\r]*<br[ \t\n\v\f\r]*\/?>/g, "\n\n"));
  const html = breakLines(`${withoutStrayTags(chunks.map(wrapped)).join("\n")}\n`);
  return html
    .replaceAll(LINE_IN_TAG, "\n")
    .replace(/<pre \u0000(\d+)><\/pre>/g, (_, index) => preformatted[Number(index)] ?? "")
    .trim();
}

/**
 * Drops the tag of a paragraph that is a chunk of its own, before the tag of a block that is one too, or after a block.
 */
function withoutStrayTags(chunks: readonly string[]): readonly string[] {
  const shown = chunks.filter((chunk) => chunk !== "");
  return shown.filter((chunk, index) => {
    if (chunk === "<p>") return !isTagAlone(shown[index + 1] ?? "");
    return chunk !== "</p>" || !endsWithBlock(shown[index - 1] ?? "");
  });
}

/** A chunk with the tags of its paragraph. A block at an edge takes the place of the tag there. */
function wrapped(chunk: string): string {
  if (chunk.trim() === "" || /^\s*<p>\s*<\/p>\s*$/.test(chunk)) return "";
  if (isTagAlone(chunk)) return chunk.trim();
  // The content of a container that ends in the middle of its last paragraph.
  const [head, words = "", container = ""] = /^((?:\s*<p>)?[^<]+)(<\/(?:div|address|form)>)/.exec(chunk) ?? [];
  if (head !== undefined) {
    const start = words.trim() === "" ? "" : `${words.trimStart().startsWith("<p>") ? "" : "<p>"}${words}</p>`;
    const rest = chunk.slice(head.length);
    return start + container + rest + (endsWithBlock(container + rest) ? "" : "</p>");
  }
  // WordPress ends a tag of several lines at its first line feed, and shows the rest as text. That is not repeated
  // here.
  const quote = /^<blockquote(?:\u0000>|[^>])*>/i.exec(chunk)?.[0] ?? "";
  return quote + paragraphOf(chunk.slice(quote.length), chunk.startsWith("<li") && !chunk.includes("\n"));
}

function isTagAlone(chunk: string): boolean {
  return startOfBlock(chunk) !== undefined && chunk.indexOf(">") === chunk.trimEnd().length - 1;
}

function paragraphOf(text: string, isListItem: boolean): string {
  const blockStart = startOfBlock(text);
  const start = blockStart === undefined ? `<p>${text}` : text.slice(blockStart);
  if (isListItem) return start;
  const quoteEnd = start.endsWith("</blockquote>") ? "</blockquote>" : "";
  const inner = start.slice(0, start.length - quoteEnd.length);
  if (quoteEnd === "" ? endsWithBlock(start) : inner.trim() === "" || endsWithBlock(inner)) return start.trimEnd();
  return `${inner}</p>${quoteEnd}`;
}

/**
 * Takes out preformatted elements, whose line feeds and spaces are their text, and leaves an empty one in their place.
 */
function liftPreformatted(source: string): { readonly text: string; readonly preformatted: readonly string[] } {
  const preformatted: string[] = [];
  if (!source.includes("<pre")) return { text: source, preformatted };
  const parts = source.split("</pre>");
  const last = parts.pop() ?? "";
  const kept = parts.map((part) => {
    const start = part.indexOf("<pre");
    if (start === -1) return part;
    const index = preformatted.push(`${part.slice(start)}</pre>`) - 1;
    return `${part.slice(0, start)}<pre \u0000${index}></pre>`;
  });
  return { text: kept.join("") + last, preformatted };
}
