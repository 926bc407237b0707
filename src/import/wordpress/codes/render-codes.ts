import { fileKind } from "../facts/attached-file.ts";
import { embedOf, pictureFigure } from "../players.ts";
import { type Footnote, footnoteMark } from "../text/footnotes.ts";
import { noteLoss, type WordPressPost } from "../wordpress-post.ts";
import { captionHtml } from "./caption-code.ts";
import { type CodeAttributes, readCodeAttributes } from "./code-attributes.ts";
import { isShortCode } from "./judge-code.ts";
import { galleryHtml, playlistHtml, recordingHtml } from "./media-codes.ts";
import { isEpisodePlayer } from "./plugin-codes.ts";
import { type ShortCode, splitCodes } from "./split-codes.ts";

/** How deep codes inside of codes are read. A page builder nests about six. */
const MAX_DEPTH = 20;

/** Codes of widespread plugins whose content is a footnote. */
const FOOTNOTE_CODES: ReadonlySet<string> = new Set(
  "efn_note footnote footnotes_note fn fnote mfn modern_footnote note ref sidenote".split(" "),
);

type Rendered = { readonly html: string; readonly isBlock: boolean };

/**
 * Replaces the short codes of a text with what they show. Notes each that shows something that is not in the export.
 *
 * @param footnotes gets the footnotes that are written as short codes
 */
export function renderCodes(html: string, post: WordPressPost, footnotes: Footnote[], depth = 0): string {
  const parts = splitCodes(html, isShortCode);
  if (parts.length === 1 && parts[0] === html) return html;
  const out: string[] = [];
  for (const part of parts) {
    if (typeof part === "string") {
      out.push(part);
      continue;
    }
    const noted = post.notes.length;
    const rendered = rendering(part, post, footnotes, depth);
    if (part.isInCode && rendered.html === "") {
      // Someone explains a short code. WordPress shows nothing here.
      post.notes.length = noted;
      out.push(part.source);
      continue;
    }
    out.push(rendered.isBlock ? `${BLOCK_START}${rendered.html}${BLOCK_END}` : rendered.html);
  }
  return outOfParagraphs(out.join(""));
}

function rendering(code: ShortCode, post: WordPressPost, footnotes: Footnote[], depth: number): Rendered {
  const { name, content } = code;
  const attributes = readCodeAttributes(code.attributes);
  const inner = () =>
    content === undefined ? "" : depth < MAX_DEPTH ? renderCodes(content, post, footnotes, depth + 1) : content;
  switch (name) {
    case "gallery":
      return { html: galleryHtml(attributes, post), isBlock: true };
    case "playlist":
      return { html: playlistHtml(attributes, post), isBlock: true };
    case "audio":
    case "video": {
      const player = recordingHtml(name, attributes, content, post);
      // Alone, it is a word in brackets if the post has no recording.
      if (player === undefined && code.source === `[${name}]`) return { html: code.source, isBlock: false };
      if (player === undefined)
        noteLoss(post, `short code [${name}] without a recording that the export lists`, code.source);
      return { html: player ?? "", isBlock: true };
    }
    case "caption":
    case "wp_caption":
      return { html: captionHtml(attributes, inner()), isBlock: true };
    case "embed":
      return embed(attributes, content ?? "");
    default:
      if (FOOTNOTE_CODES.has(name) && content !== undefined && content.trim() !== "") {
        const id = `code-${footnotes.length + 1}`;
        footnotes.push({ id, html: inner().trim() });
        return { html: footnoteMark(id), isBlock: false };
      }
      if (post.hasRecording && isEpisodePlayer(name) && !/https?:/.test(code.attributes))
        return { html: "", isBlock: false };
      noteLoss(post, `short code [${name}]`, code.source);
      return other(attributes, inner());
  }
}

function embed({ named, bare }: CodeAttributes, content: string): Rendered {
  const address = [content.replace(/<[^<>]*>/g, ""), named.get("src") ?? "", ...bare].map(unescaped).find(isAddress);
  return address === undefined ? { html: content, isBlock: false } : embedOf(address);
}

/**
 * What is left of a code of a plugin: its content, or else, if all that it names is one address, its picture, its
 * player or a link.
 */
function other({ named, bare }: CodeAttributes, inner: string): Rendered {
  const isBlock = /<(?:p|div|h[1-6]|ul|ol|figure|table|blockquote)\b|<br|<\/p>/.test(inner);
  if (inner.trim() !== "" && !isAddress(inner.trim()))
    return { html: inner, isBlock: isBlock && /^\s*(?:<br|<\/p>|<\w)/.test(inner) };
  const written = ["url", "src", "href", "link", "file", "mp3", "mp4", "audio", "image"].flatMap(
    (name) => named.get(name) ?? [],
  );
  const addresses = [
    ...new Set([inner.trim(), ...written, ...bare.map((each) => each.replace(/^=/, ""))].filter(isAddress)),
  ];
  const [address] = addresses;
  if (address === undefined || addresses.length > 1) return { html: "", isBlock: false };
  return fileKind(address) === "picture"
    ? { html: pictureFigure({ url: address, alt: named.get("alt") }), isBlock: true }
    : embedOf(address);
}

function unescaped(text: string): string {
  return text.trim().replaceAll("&amp;", "&").replaceAll("&#038;", "&");
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim()) && URL.canParse(text.trim());
}

const BLOCK_START = "\u0001";
const BLOCK_END = "\u0002";

/** Ends the paragraph before each block, and begins it again behind it. Removes breaks that are left at an edge. */
function outOfParagraphs(html: string): string {
  const parts = html.split(/([\u0001\u0002])/);
  if (parts.length === 1) return html;
  const out: string[] = [];
  let isInParagraph = false;
  let isInBlock = false;
  let isAfterBlock = false;
  for (const part of parts) {
    if (part === BLOCK_START) {
      isInBlock = true;
      if (isInParagraph) out.push(withoutBreaksAtEnd(out.pop() ?? ""), "</p>");
    } else if (part === BLOCK_END) {
      isInBlock = false;
      isAfterBlock = true;
      if (isInParagraph) out.push("<p>");
    } else if (isInBlock) out.push(part);
    else {
      out.push(isInParagraph && isAfterBlock ? part.replace(/^(?:\s|<br \/>)+/, "") : part);
      const start = Math.max(part.lastIndexOf("<p>"), part.lastIndexOf("<p "));
      const end = part.lastIndexOf("</p>");
      if (start !== end) isInParagraph = start > end;
    }
  }
  return out.join("");
}

function withoutBreaksAtEnd(html: string): string {
  let text = html.trimEnd();
  while (text.endsWith("<br />")) text = text.slice(0, -6).trimEnd();
  return text;
}
