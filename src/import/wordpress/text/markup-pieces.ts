/** A piece of HTML source: a tag, a comment or a CDATA section as it is written, or the text between two of them. */
export type MarkupPiece = { readonly isMarkup: boolean; readonly text: string };

/**
 * Splits HTML source where WordPress does when it looks for paragraphs: markup begins with any `<` and ends with the
 * next `>`. A comment ends with `-->`, and markup that does not end reaches to the end of the text. Joined again, the
 * pieces are the source.
 */
export function loosePieces(html: string): readonly MarkupPiece[] {
  return piecesOf(html, (start) => html.indexOf("<", start));
}

/** Splits HTML source as above, but a `<` that begins no tag is text: `1 < 2`. */
export function markupPieces(html: string): readonly MarkupPiece[] {
  const tag = /<[a-z/!]/gi;
  return piecesOf(html, (start) => {
    tag.lastIndex = start;
    return tag.exec(html)?.index ?? -1;
  });
}

function piecesOf(html: string, nextMarkup: (start: number) => number): readonly MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  let at = 0;
  while (at < html.length) {
    const start = nextMarkup(at);
    if (start === -1) {
      pieces.push({ isMarkup: false, text: html.slice(at) });
      break;
    }
    if (start > at) pieces.push({ isMarkup: false, text: html.slice(at, start) });
    at = endOfMarkup(html, start);
    pieces.push({ isMarkup: true, text: html.slice(start, at) });
  }
  return pieces;
}

function endOfMarkup(html: string, start: number): number {
  const [close, from] = html.startsWith("<!--", start)
    ? (["-->", start + 2] as const)
    : html.startsWith("<![CDATA[", start)
      ? (["]]>", start + 9] as const)
      : ([">", start] as const);
  const end = html.indexOf(close, from);
  return end === -1 ? html.length : end + close.length;
}
