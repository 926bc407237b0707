/** Double quotation marks of several languages; single ones are apostrophes too often. */
const QUOTED = /“([^”]*)(?:”|$)|„([^“”]*)(?:[“”]|$)|"([^"]*)(?:"|$)|«([^»]*)(?:»|$)|「([^」]*)(?:」|$)/g;

/**
 * What stands between quotation marks in a paragraph; a mark left open runs to its end, as where a speech goes on in
 * the next.
 */
export function quotedText(paragraph: string): string {
  return [...paragraph.matchAll(QUOTED)]
    .map(([, ...spans]) => spans.find((span) => span !== undefined) ?? "")
    .join(" ");
}

/** Whether a paragraph is nothing but a quotation. */
export function isAllQuoted(paragraph: string): boolean {
  return /^(?:“[^“”]*”|„[^„“”]*[“”]|"[^"]*"|«[^«»]*»|「[^「」]*」)$/.test(paragraph);
}

/** A text as a row of its words alone, so that "everything." and "everything," compare equal. Spaces at both ends. */
export function wordsOf(text: string): string {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${words.join(" ")} `;
}

/** The sentences of a text, roughly: good enough to look each up elsewhere. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!…。！？]["”’»]?)\s+/).filter((sentence) => wordsOf(sentence).trim() !== "");
}
