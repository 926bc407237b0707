import { Tokenizer, TokenizerMode } from "parse5";

/** A start tag as the tokenizer of the HTML Standard reads it. Names are in lower case. */
export type HtmlTag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

/** Elements whose content is text (HTML section 13.2.6): a `<link>` inside one is not a tag. */
const TEXT_MODES = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
  plaintext: TokenizerMode.PLAINTEXT,
} as const;

/** More than any article or page has. The rest is not read, so that hostile documents cost little time and memory. */
const MAX_TAGS = 100_000;
const MAX_CHARACTERS = 2_000_000;

/**
 * Returns all start tags in order. It uses the tokenizer without building a tree: tokenizing takes linear time, but
 * building a tree can take the square of the depth, and a hostile document may be deep.
 */
export function scanHtml(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs }) => {
        if (tags.length < MAX_TAGS)
          tags.push({ name: tagName, attributes: new Map(attrs.map(({ name, value }) => [name, value])) });
        if (isTextElement(tagName)) tokenizer.state = TEXT_MODES[tagName];
      },
      onEndTag: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  );
  tokenizer.write(html.slice(0, MAX_CHARACTERS), true);
  return tags;
}

function isTextElement(name: string): name is keyof typeof TEXT_MODES {
  return Object.hasOwn(TEXT_MODES, name);
}
