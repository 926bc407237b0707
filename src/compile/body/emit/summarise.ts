/** About two sentences: what a list of articles shows under a title. */
const MAX_LENGTH = 280;
/** Shorter whole sentences say too little: whole words are taken in their place. */
const MIN_SENTENCES_LENGTH = 100;

/**
 * Returns the beginning of a text, of at most `MAX_LENGTH` characters: whole sentences if they fit, otherwise whole
 * words and an ellipsis. The language decides where sentences and words end (UAX #29): in Thai or Chinese no space
 * shows it.
 */
export function summarise(text: string, language: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const start = text.slice(0, MAX_LENGTH * 2).toWellFormed();
  const sentences = fitting(start, language, "sentence", MAX_LENGTH);
  if (sentences.length >= MIN_SENTENCES_LENGTH) return sentences.trimEnd();
  const words =
    fitting(start, language, "word", MAX_LENGTH - 1) || fitting(start, language, "grapheme", MAX_LENGTH - 1);
  return `${words.replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, "")}…`;
}

/** Returns as many segments as fit. The last segment of the text is never taken, since it may be cut itself. */
function fitting(
  text: string,
  language: string,
  granularity: "sentence" | "word" | "grapheme",
  maxLength: number,
): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(language, { granularity }).segment(text)) {
    if (index + segment.trimEnd().length > maxLength || index + segment.length === text.length) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
