import type { Paragraph, RootContent } from "mdast";
import { directiveToMarkdown, type LeafDirective } from "mdast-util-directive";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { Document } from "yaml";
import type { WireBlock, WireCopy } from "./wire-copy.ts";

/** What a file has beyond the copy. `canonical` is the address of the original, `picture` a file in content/media. */
export type FileDetails = {
  readonly id: string;
  readonly canonical?: string | undefined;
  readonly picture?: string | undefined;
};

/** The article as a file of content/articles: front matter, and the text in Markdown that reads back word for word. */
export function toMarkdown(copy: WireCopy, details: FileDetails): string {
  return `---\n${frontMatter(copy, details)}---\n\n${markdown.stringify({ type: "root", children: copy.body.map(node) })}`;
}

function frontMatter(copy: WireCopy, { id, canonical, picture }: FileDetails): string {
  const image = copy.image || picture ? { ...(picture && { src: picture }), ...copy.image } : undefined;
  const document = new Document({
    id,
    title: copy.headline,
    ...(copy.standfirst && { summary: copy.standfirst }),
    ...(copy.byline.length > 0 && { byline: copy.byline.length === 1 ? copy.byline[0] : copy.byline }),
    ...(copy.agency && { agency: copy.agency }),
    ...(copy.dateline && { dateline: copy.dateline }),
    published: copy.published,
    ...(copy.updated && { updated: copy.updated }),
    ...(image && { image }),
    ...(canonical && { canonical }),
  });
  // Words of the copy that have no field are for the author to place; a comment loses none of them.
  if (copy.unplaced.length > 0) document.comment = copy.unplaced.map((words) => ` From the copy: ${words}`).join("\n");
  return document.toString({ lineWidth: 0 });
}

function node(block: WireBlock): RootContent {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.text);
    case "related": {
      const { label, href, title } = block;
      const attributes = { label, ...(href && { href }) };
      return { type: "leafDirective", name: "related", attributes, children: [{ type: "text", value: title }] };
    }
    case "pull-quote": {
      const attributes = { ...(block.by && { by: block.by }), ...(block.role && { role: block.role }) };
      return { type: "containerDirective", name: "pull-quote", attributes, children: block.paragraphs.map(paragraph) };
    }
    default:
      return block satisfies never;
  }
}

function paragraph(text: string): Paragraph {
  return { type: "paragraph", children: [{ type: "text", value: text }] };
}

/**
 * Two gaps of mdast-util-directive 3.2 are closed here. It writes the label of a leaf directive as if no emphasis or
 * code could stand in it; and it takes an escaped mark before a colon for an escape of the colon, so that `*:name*`
 * became a directive.
 */
const writeDirective = directiveToMarkdown().handlers?.leafDirective;
const COLON_BEFORE_NAME = {
  character: ":",
  after: "[^\\s\\p{P}\\p{S}]",
  inConstruct: "phrasing",
  unicode: true,
} as const;

const markdown = unified()
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkStringify, {
    unsafe: [COLON_BEFORE_NAME],
    handlers: {
      leafDirective: (directive: LeafDirective, parent, state, info) => {
        const leave = state.enter("phrasing");
        const written = writeDirective?.(directive, parent, state, info) ?? "";
        leave();
        return written;
      },
    },
  });
