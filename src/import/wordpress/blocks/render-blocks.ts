import { escapeHtml } from "../../../syntax/html.ts";
import { isEpisodePlayer } from "../codes/plugin-codes.ts";
import { linkTo } from "../players.ts";
import { FOOTNOTES_PLACE } from "../text/footnotes.ts";
import { addParagraphs } from "../text/paragraphs.ts";
import { noteLoss, type WordPressPost } from "../wordpress-post.ts";
import { buttonBlock, coverBlock, embedBlock, fileBlock, galleryBlock, pullQuoteBlock } from "./block-media.ts";
import { type Block, hasBlocks, readBlocks, textAttribute } from "./block-tree.ts";
import { type Overrides, overrideOf, overridesIn, withOverride } from "./pattern-overrides.ts";

/** How deep reusable blocks may contain each other. WordPress stops at a block that contains itself. */
const MAX_REUSE = 10;
/** The size that reusable blocks may give to a post, in characters. Each may contain the next one many times. */
const MAX_REUSED_LENGTH = 2_000_000;

/** Blocks that show nothing on a page of their own. */
const SHOWS_NOTHING: ReadonlySet<string> = new Set(["core/more", "core/nextpage", "core/spacer", "core/read-more"]);

/** Blocks whose HTML is parsed to make plain HTML of it. */
const PLAIN: Readonly<Record<string, (html: string, block: Block) => string>> = {
  "core/embed": embedBlock,
  "core/gallery": galleryBlock,
  "jetpack/tiled-gallery": galleryBlock,
  "jetpack/slideshow": galleryBlock,
  "core/file": fileBlock,
  "core/button": buttonBlock,
  "core/pullquote": pullQuoteBlock,
};

/** The plus sign that opens a part of an accordion. */
const ACCORDION_SIGN = /<span class="wp-block-accordion-heading__toggle-icon"[^<>]*>[^<]*<\/span>/;

/** Blocks that repeat what the article has in its fields. */
const FIELDS = /^core\/(?:post-(?:title|date|excerpt|author|author-name|featured-image|terms|content)|site-.*)$/;

/**
 * `open` are the numbers of the reusable blocks around a block, and `budget` is the length that further ones may have.
 * `overrides` are the values of the post for named blocks of the reusable block around it.
 * `isParsed`: the HTML of a block around this one is parsed as a whole, so that of this one is not parsed again.
 */
type Setting = {
  readonly open: readonly string[];
  readonly budget: { left: number };
  readonly isParsed: boolean;
  readonly overrides?: Overrides | undefined;
};

/** The content of a post of the block editor as HTML without the comments of its blocks. */
export function renderBlocks(html: string, post: WordPressPost): string {
  return rendered(html, post, { open: [], budget: { left: MAX_REUSED_LENGTH }, isParsed: false });
}

function rendered(html: string, post: WordPressPost, setting: Setting): string {
  return readBlocks(html)
    .map((part) => (typeof part === "string" ? classicPart(part) : htmlOf(part, post, setting)))
    .join("");
}

/** Text between blocks comes from the classic editor. */
function classicPart(text: string): string {
  return text.trim() === "" ? "\n" : `\n${addParagraphs(text)}\n`;
}

function htmlOf(block: Block, post: WordPressPost, setting: Setting): string {
  const { name, children } = block;
  if (SHOWS_NOTHING.has(name)) return "";
  if (name === "core/block") return reusable(block, post, setting);
  if (name === "core/footnotes") return FOOTNOTES_PLACE;
  if (name === "core/social-link") {
    const url = textAttribute(block, "url");
    return url === undefined
      ? ""
      : `<li>${linkTo(url, textAttribute(block, "label") ?? textAttribute(block, "service"))}</li>`;
  }
  if (block.isVoid) {
    const isShown = FIELDS.test(name) || (post.hasRecording && isEpisodePlayer(name));
    if (!isShown) noteLoss(post, `block ${name}`, JSON.stringify(block.attributes));
    return "";
  }
  const plain = setting.isParsed
    ? undefined
    : (PLAIN[name] ?? (name.startsWith("core-embed/") ? embedBlock : undefined));
  const inside = plain === undefined ? setting : { ...setting, isParsed: true };
  const inner = children.map((child) => {
    if (typeof child !== "string") return htmlOf(child, post, inside);
    return child.trim() === "" ? "\n" : child;
  });
  const override = overrideOf(block, setting.overrides);
  const html = override === undefined ? inner.join("") : withOverride(inner.join(""), block, override);
  const latex = name === "core/math" ? textAttribute(block, "latex") : undefined;
  if (latex !== undefined) {
    noteLoss(post, "a formula: its source in LaTeX is shown", latex);
    return `<p><code>${escapeHtml(latex)}</code></p>`;
  }
  if (name === "core/accordion-heading") return html.replace(ACCORDION_SIGN, "");
  if (name === "core/freeform" || name === "core/shortcode") return classicPart(html);
  if (plain) return plain(html, block);
  if (name === "core/cover") {
    const own = children.filter((child) => typeof child === "string").join("");
    const text = inner.filter((_, index) => typeof children[index] !== "string").join("");
    return coverBlock(own, block, text || withoutBackground(own));
  }
  if (!name.startsWith("core/") && isEmpty(html)) {
    noteLoss(post, `block ${name}`, JSON.stringify(block.attributes));
    return "";
  }
  return html;
}

/** The text of an older cover, which has no blocks inside. */
function withoutBackground(html: string): string {
  return html.replace(/<(?:img|video)\b[^<>]*>/g, "");
}

function isEmpty(html: string): boolean {
  return !/<(?:img|audio|video|iframe|hr|svg|object)\b/i.test(html) && html.replace(/<[^<>]*>/g, "").trim() === "";
}

/** A reusable block, today called a synced pattern: its content is an item of its own in the export. */
function reusable(block: Block, post: WordPressPost, { open, budget, isParsed }: Setting): string {
  const ref = textAttribute(block, "ref") ?? "";
  const content = post.facts.reusableBlocks.get(ref);
  if (content === undefined) {
    noteLoss(post, "a reusable block that the export does not contain", `block ${ref}`);
    return "";
  }
  if (open.includes(ref) || open.length >= MAX_REUSE || content.length > budget.left) {
    noteLoss(post, "a reusable block that contains itself or is too long", `block ${ref}`);
    return "";
  }
  const overrides = overridesIn(block);
  for (const [name, value] of Object.entries(overrides ?? {}))
    if (!content.includes(JSON.stringify(name)))
      noteLoss(post, "words of this post for a part that its reusable block does not have", JSON.stringify(value));
  budget.left -= content.length;
  return hasBlocks(content)
    ? rendered(content, post, { open: [...open, ref], budget, isParsed, overrides })
    : classicPart(content);
}
