import fc from "fast-check";
import type { Element, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { type Processor, unified } from "unified";
import { describe, expect, it } from "vitest";
import { collectNotes } from "../../../../src/compile/body/body-report.ts";
import { elementsIn } from "../../../../src/compile/body/elements.ts";
import { directiveHandlers } from "../../../../src/compile/body/parse/directives.ts";
import { parseMarkdownText } from "../../../../src/compile/body/parse/markdown-parser.ts";
import { parseMarkdown } from "../../../../src/compile/body/parse/parse-markdown.ts";

/** The parser with all constructs, whatever the text is. */
const whole = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(withoutTextDirectives).freeze();

function withoutTextDirectives(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(({ text, ...others }) =>
    others.flow && 58 in others.flow ? others : { text, ...others },
  );
}

/** Every tree goes through the HTML parser. */
function parsedAsHtml(source: string): Root {
  const { report } = collectNotes();
  return unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", handlers: directiveHandlers(report, source) })
    .use(rehypeRaw)
    .runSync(whole.parse(source));
}

/** What later stages read of a tree: its HTML, and the line of each element. */
function seen(tree: Root): unknown {
  const html = unified().use(rehypeStringify, { allowDangerousHtml: true }).stringify(tree);
  const places = elementsIn(tree).map((element: Element) => `${element.tagName} ${element.position?.start.line}`);
  return { html, places, kinds: tree.children.map(({ type }: Nodes) => type) };
}

/** Pieces that the constructs of CommonMark and GFM are made of, whole and broken. */
const PIECES = [
  ..."abch wW:@.|-*_~`[]()!#>+1^&\\\"'/=,;?".split(""),
  ...[
    "\n",
    "\n\n",
    "\n\n",
    "\n- ",
    "\n1. ",
    "\n> ",
    "\n    ",
    "\n\t",
    "\n# ",
    "\n---\n",
    "\n```\n",
    "\n| a | b |\n| - | :-: |\n",
  ],
  ...[
    "a|b\n:-|-\nc|d",
    "\n:-\n",
    "\n-:\n",
    "www.example.com",
    "WWW.example.com/a_b",
    "https://example.com/a?b=c&d",
    "http:",
  ],
  ...[
    "ink@example.com",
    "mailto:ink@example.com",
    "xmpp:a@b.c",
    "a&commat;b.cd",
    "&#119;ww.example.com",
    "www\\.example.com",
  ],
  ...[
    "[x]",
    "[ ]",
    "[a](b)",
    "[a](https://b.example/c)",
    '![a](b.png "c")',
    "[a]: b\n",
    "[a]",
    "**bold**",
    "*em*",
    "~~no~~",
  ],
  ...["`code`", "\\@", "&amp;", "&#64;", "  \n", "\\\n", '\n::related[Go on]{label="MORE" href="/articles/a"}\n'],
  ...['\n:::pull-quote{by="Ada"}\nA sentence.\n:::\n', "naïve", "東京", "🛳", "\u00a0"],
];
/** With HTML and footnotes, which the HTML parser reads in any case. */
const MORE_PIECES = [...PIECES, "<b>", "</b>", "<table>", "<p>", "<!-- c -->", "[^1]", "\n[^1]: note\n", "[a[^1]](b)"];

function texts(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(""));
}

describe("Markdown is parsed with the constructs that its text can have", () => {
  it("into the tree that all constructs give, with the same positions", () => {
    const check = (source: string) => {
      expect(parseMarkdownText(source)).toEqual(whole.parse(source));
    };
    fc.assert(fc.property(texts(MORE_PIECES), check), { numRuns: 400 });
  });

  it.each([
    ["an email address", "Write to ink@example.com."],
    ["an address whose sign is a character reference", "Write to ink&#64;example.com or ink&commat;example.com."],
    ["an address with an escaped dot", "See www\\.example.com and https\\://example.com/a."],
    ["a table without outer bars", "a | b\n- | -\n1 | 2"],
    ["a table of one column without a bar", "a\n:-\n1"],
    ["a heading that is no table", "a\n-\n\nb\n---"],
    ["a table in a list", "- a\n\n  | b | c |\n  | - | - |\n  | 1 | 2 |"],
  ])("%s", (_, source) => {
    expect(parseMarkdownText(source)).toEqual(whole.parse(source));
  });
});

describe("a tree without HTML is as the HTML parser would make it", () => {
  it("for any Markdown", () => {
    const check = (source: string) => {
      expect(seen(parseMarkdown(source, collectNotes().report))).toEqual(seen(parsedAsHtml(source)));
    };
    fc.assert(fc.property(texts(PIECES), check), { numRuns: 400 });
  });
});
