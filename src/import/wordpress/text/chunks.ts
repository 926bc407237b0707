import { beginsChunk, endsChunk } from "./block-elements.ts";
import { loosePieces } from "./markup-pieces.ts";

/** Stands for a line feed inside of a tag. It ends like a tag, because WordPress's own sign for it does. */
export const LINE_IN_TAG = "\u0000>";

/** Next to these tags, white space is not text. Each counts only in a text that has `when`. */
const TIGHT: readonly { readonly when: RegExp; readonly before: RegExp; readonly after: RegExp }[] = [
  { when: /<option/, before: /^<option/, after: /^<\/option>$/ },
  { when: /<\/object>/, before: /^<\/object>$|^<\/?(?:param|embed)/, after: /^<object|^<\/?(?:param|embed)/ },
  {
    when: /<source|<track/,
    before: /^<\/(?:audio|video)>$|^<(?:source|track)/,
    after: /^<(?:audio|video|source|track)/,
  },
  { when: /<figcaption/, before: /^<figcaption/, after: /^<\/figcaption>$/ },
];

/**
 * Divides a text into chunks, which become paragraphs or blocks. An empty line ends a chunk, and so does the edge of a
 * block. A chunk contains no empty line, except inside of a tag, where each line feed is a `LINE_IN_TAG`.
 */
export function chunksOf(text: string): readonly string[] {
  const tight = TIGHT.filter(({ when }) => when.test(text));
  const chunks: string[] = [];
  let chunk: string[] = [];
  /** The white space since the last sign. */
  let gap = "";
  let isGapClosed = false;
  const add = (sign: string) => {
    const first = gap.indexOf("\n");
    const last = gap.lastIndexOf("\n");
    if (first === last) chunk.push(gap);
    else {
      chunk.push(gap.slice(0, first));
      chunks.push(chunk.join(""));
      chunk = [gap.slice(last + 1)];
    }
    chunk.push(sign);
    gap = "";
    isGapClosed = false;
  };
  const addSpace = (space: string) => {
    if (!isGapClosed) gap += space;
  };
  for (const piece of loosePieces(text)) {
    if (piece.isMarkup) {
      const tag = piece.text;
      if (beginsChunk(tag)) addSpace("\n\n");
      if (tight.some(({ before }) => before.test(tag))) gap = "";
      add(tag.replaceAll("\n", LINE_IN_TAG));
      isGapClosed = tight.some(({ after }) => after.test(tag));
      if (endsChunk(tag)) addSpace("\n\n");
    } else
      for (const [index, part] of piece.text.split(/([ \t\n\v\f\r]+)/).entries())
        if (index % 2 === 1) addSpace(part);
        else if (part !== "") add(part);
  }
  // The end of the text counts as a line feed.
  addSpace("\n");
  add("");
  chunks.push(chunk.join(""));
  return chunks.map((each) => each.replace(/^\n/, "").replace(/\n$/, "")).filter((each) => each !== "");
}
