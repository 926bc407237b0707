import { escapeHtml } from "../../../syntax/html.ts";

/** A part of a paragraph: text, or text with an emphasis or a link. */
export type Span =
  | string
  | { readonly kind: "strong" | "emphasis" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/** A block of a seeded body. It can be written as HTML and as Markdown, since the desk accepts both. */
export type Block =
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | { readonly kind: "heading" | "quotation" | "code"; readonly text: string }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly string[] }
  | { readonly kind: "pull-quote"; readonly text: string; readonly by: string; readonly role: string }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "related"; readonly label: string; readonly title: string; readonly href: string }
  | { readonly kind: "figure"; readonly src: string; readonly alt: string; readonly caption: string };

export function bodyAsHtml(blocks: readonly Block[]): string {
  return blocks.map(blockAsHtml).join("\n");
}

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return element("p", block.spans.map(spanAsHtml).join(""));
    case "heading":
      return element("h2", escapeHtml(block.text));
    case "quotation":
      return element("blockquote", element("p", escapeHtml(block.text)));
    case "code":
      return element("pre", element("code", escapeHtml(block.text)));
    case "list":
      return element(
        block.isOrdered ? "ol" : "ul",
        block.items.map((item) => element("li", escapeHtml(item))).join(""),
      );
    case "pull-quote": {
      const quote = element("blockquote", element("p", escapeHtml(block.text)));
      const attribution = `<p class="attribution">— ${element("cite", escapeHtml(block.by))}, ${escapeHtml(block.role)}</p>`;
      return `<aside class="pull-quote">${quote}${attribution}</aside>`;
    }
    case "table": {
      const row = (cells: readonly string[], name: "th" | "td") =>
        element("tr", cells.map((cell) => element(name, escapeHtml(cell))).join(""));
      const rows = block.rows.map((cells) => row(cells, "td")).join("");
      return element("table", element("thead", row(block.head, "th")) + element("tbody", rows));
    }
    case "related":
      return `<p class="related"><strong class="label">${escapeHtml(block.label)}:</strong> <a href="${escapeHtml(block.href)}" rel="related">${escapeHtml(block.title)}</a></p>`;
    case "figure":
      return `<figure><img src="${escapeHtml(block.src)}" alt="${escapeHtml(block.alt)}"><figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
  }
}

function spanAsHtml(span: Span): string {
  if (typeof span === "string") return escapeHtml(span);
  const text = escapeHtml(span.text);
  if (span.kind === "link") return `<a href="${escapeHtml(span.href)}">${text}</a>`;
  return element(span.kind === "emphasis" ? "em" : span.kind, text);
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

export function bodyAsMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockAsMarkdown).join("\n\n")}\n`;
}

function blockAsMarkdown(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.spans.map(spanAsMarkdown).join("");
    case "heading":
      return `## ${escapeMarkdown(block.text)}`;
    case "quotation":
      return `> ${escapeMarkdown(block.text)}`;
    case "code":
      return `\`\`\`\n${block.text}\n\`\`\``;
    case "list":
      return block.items
        .map((item, index) => `${block.isOrdered ? `${index + 1}.` : "-"} ${escapeMarkdown(item)}`)
        .join("\n");
    case "pull-quote":
      return `:::pull-quote{by="${escapeHtml(block.by)}" role="${escapeHtml(block.role)}"}\n${escapeMarkdown(block.text)}\n:::`;
    case "table": {
      const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
      return [row(block.head), row(block.head.map(() => "---")).replaceAll("\\", ""), ...block.rows.map(row)].join(
        "\n",
      );
    }
    case "related":
      return `::related[${escapeMarkdown(block.title)}]{label="${escapeHtml(block.label)}" href="${escapeHtml(block.href)}"}`;
    case "figure":
      return `![${escapeMarkdown(block.alt)}](${block.src} "${escapeMarkdown(block.caption)}")`;
  }
}

function spanAsMarkdown(span: Span): string {
  if (typeof span === "string") return escapeMarkdown(span);
  switch (span.kind) {
    case "strong":
      return `**${escapeMarkdown(span.text)}**`;
    case "emphasis":
      return `*${escapeMarkdown(span.text)}*`;
    case "code":
      return `\`${span.text}\``;
    case "link":
      return `[${escapeMarkdown(span.text)}](${span.href})`;
  }
}

/** Every sign that CommonMark could read as markup may have a backslash before it (section 2.4). */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|!&~:"$+-]/g, "\\$&");
}
