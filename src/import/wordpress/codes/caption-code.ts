import { figcaption } from "../players.ts";
import type { CodeAttributes } from "./code-attributes.ts";

const PICTURE = /(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i;
const LAYOUT = /^(?:\s|<br \/>|<\/?p>)+/;

/**
 * A picture with its caption as a figure. The older notation has the caption in an attribute, the newer one behind the
 * picture. Content without a picture stays as it is, with the caption after it.
 */
export function captionHtml({ named }: CodeAttributes, content: string): string {
  const written = named.get("caption")?.trim();
  const match = PICTURE.exec(content);
  if (!match) return written === undefined ? content : `<figure>${content}${figcaption(written)}</figure>`;
  const [picture] = match;
  const before = content.slice(0, match.index).replace(LAYOUT, "");
  const after = content.slice(match.index + picture.length).replace(LAYOUT, "");
  const caption =
    written ||
    after
      .replace(/<\/p>\s*<p>/g, "<br />")
      .replace(/<\/?p>/g, "")
      .replace(/(?:<br \/>|\s)$/, "");
  const rest = written && after.trim() !== "" ? `<p>${after}</p>` : "";
  const lead = before.trim() === "" ? "" : `<p>${before}</p>`;
  return `${lead}<figure>${picture}${figcaption(caption)}</figure>${rest}`;
}
