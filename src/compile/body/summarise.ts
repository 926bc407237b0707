/** About two sentences: what a list of articles shows under a title. */
const LONGEST = 280;
/** Whole sentences are worth it only if they say enough. */
const SHORTEST = 100;

/**
 * The beginning of a text: whole sentences where they fit, otherwise whole words and an ellipsis. Where sentences and words end is a matter of the
 * language (UAX #29), which in Thai or Chinese no space shows.
 */
export function summarise(text: string, language: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST * 2).toWellFormed();
  const sentences = fitting(start, language, "sentence", LONGEST);
  if (sentences.length >= SHORTEST) return sentences.trimEnd();
  const words = fitting(start, language, "word", LONGEST - 1) || fitting(start, language, "grapheme", LONGEST - 1);
  return `${words.replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, "")}…`;
}

/** As many segments as fit; what follows the last one is not looked at, since it may be cut itself. */
function fitting(
  text: string,
  language: string,
  granularity: "sentence" | "word" | "grapheme",
  longest: number,
): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity }).segment(text)) {
    if (index + segment.trimEnd().length > longest || index + segment.length === text.length) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
