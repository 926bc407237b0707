import { embedOf } from "../players.ts";
import { markupPieces } from "./markup-pieces.ts";

const ADDRESS = /^\s*(https?:\/\/[^\s<>"]+)\s*$/i;
const LINE_START = /^<(?:p|br)\b/i;
const LINE_END = /^<(?:\/p|br)\b/i;
const NOT_SEARCHED = /^<(\/?)(pre|code|a|script|style|svg|textarea)\b/i;

/**
 * Replaces each web address that is alone on its line or in its paragraph with a link or a player, as WordPress embeds
 * the page there.
 */
export function linkBareAddresses(html: string): string {
  if (!/https?:\/\//i.test(html)) return html;
  const pieces = markupPieces(html);
  let depth = 0;
  return pieces
    .map(({ isMarkup, text }, index) => {
      if (isMarkup) {
        const [, slash] = NOT_SEARCHED.exec(text) ?? [];
        if (slash !== undefined && !text.endsWith("/>")) depth = Math.max(0, depth + (slash === "" ? 1 : -1));
        return text;
      }
      const address = depth === 0 ? ADDRESS.exec(text)?.[1] : undefined;
      if (address === undefined) return text;
      const isStart = LINE_START.test(pieces[index - 1]?.text ?? "<p") || /^\s*\n/.test(text);
      const isEnd = LINE_END.test(pieces[index + 1]?.text ?? "</p") || text.slice(text.trimEnd().length).includes("\n");
      if (!isStart || !isEnd) return text;
      const { html: embedded, isBlock } = embedOf(address.replaceAll("&amp;", "&").replaceAll("&#038;", "&"));
      if (isBlock && LINE_START.test(pieces[index - 1]?.text ?? "")) return `</p>${embedded}<p>`;
      return text.replace(address, () => embedded);
    })
    .join("");
}
