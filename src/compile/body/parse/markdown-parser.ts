import type { Nodes, Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Data, type Processor, unified } from "unified";
import { markdownNodes } from "./markdown-nodes.ts";
import type { ParserExtensions } from "./paragraph-limits.ts";

type Parser = Pick<Processor<Root>, "parse" | "data">;
type ParserExtension = ParserExtensions[number];
type TreeExtension = NonNullable<Data["fromMarkdownExtensions"]>[number];

/**
 * What a text must have for a construct of GFM to find anything in it. The parser tries these constructs at every
 * letter or at every line, which is a third of its time, and most texts have no email address and no table.
 *
 * A row below the header of a table has a bar or a colon beside a hyphen.
 */
const MARKS: Readonly<Record<string, RegExp>> = {
  emailAutolink: /@/,
  protocolAutolink: /http/i,
  wwwAutolink: /www/i,
  table: /\||:-|-:/,
};

/** Addresses that the parser has not made links of, because a part of them is escaped or a character reference. */
const ADDRESS = /@|www\.|https?:\/\//i;

/** CommonMark with GFM, and with directives that stand on a line of their own. */
const whole = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(withoutTextDirectives)
  .use(withRareAddresses)
  .freeze();

const parsers = new Map<string, Parser>();

/** All that the parser reads Markdown with. */
export function parserExtensions(): ParserExtensions {
  return whole.data().micromarkExtensions ?? [];
}

/** Parses Markdown with the constructs that can be in this text: the result is the same as with all of them. */
export function parseMarkdownText(source: string): Root {
  const absent = Object.keys(MARKS).filter((name) => !MARKS[name]?.test(source));
  const key = absent.join();
  const parser = parsers.get(key) ?? whole().use(without, absent).freeze();
  parsers.set(key, parser);
  return parser.parse(source);
}

/** Takes constructs away by their names. */
function without(this: Processor, names: readonly string[]): undefined {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => withoutNamed(extension, names));
}

/** An extension has maps from character codes to constructs, under a name for each kind of content. */
function withoutNamed(extension: ParserExtension, names: readonly string[]): ParserExtension {
  const isKept = (construct: unknown) => {
    const isNamed = typeof construct === "object" && construct !== null && "name" in construct;
    return !isNamed || !names.includes(String(construct.name));
  };
  const entries = Object.entries(extension).map(([content, byCode]) => [
    content,
    Object.fromEntries(
      Object.entries(byCode).flatMap(([code, value]) => {
        const kept = [value].flat().filter(isKept);
        return kept.length === 0 ? [] : [[code, kept]];
      }),
    ),
  ]);
  return Object.fromEntries(entries);
}

/**
 * Takes the third construct of remark-directive away: a colon within a sentence that starts a directive. With it `at
 * 10:30` or `ratio a:b` would lose their words, and no directive of ours is within a sentence.
 */
function withoutTextDirectives(this: Processor): undefined {
  const data = this.data();
  const extensions = data.micromarkExtensions ?? [];
  data.micromarkExtensions = extensions.map((extension) => {
    const { text, ...others } = extension;
    return others.flow && ":".charCodeAt(0) in others.flow ? others : extension;
  });
}

/** Searches the finished tree for addresses only if a text of it has the beginning of one. */
function withRareAddresses(this: Processor): undefined {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extension) =>
    Array.isArray(extension) ? extension.map(searchedIfNeeded) : searchedIfNeeded(extension),
  );
}

function searchedIfNeeded(extension: Exclude<TreeExtension, readonly unknown[]>) {
  const { transforms } = extension;
  if (!transforms) return extension;
  return {
    ...extension,
    transforms: transforms.map((transform) => (tree: Root) => {
      const isAddress = (node: Nodes) => node.type === "text" && ADDRESS.test(node.value);
      return markdownNodes(tree).some(isAddress) ? transform(tree) : undefined;
    }),
  };
}
