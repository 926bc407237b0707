import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(withoutTextDirectives);

/** CommonMark with GFM, and directives that stand on a line of their own. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/**
 * remark-directive also takes a colon within a sentence for the start of a directive, and `at 10:30` or `ratio a:b` would lose their words.
 * We have none of that kind, so its third construct is left out.
 */
function withoutTextDirectives(this: Processor): undefined {
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  data.micromarkExtensions = extensions.map((extension) => {
    const { text, ...others } = extension;
    return others.flow && ":".charCodeAt(0) in others.flow ? others : extension;
  });
}
