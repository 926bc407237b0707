/** The speaker of a pull quote and the speaker's role, from the line below the quote. */
export type Attribution = { readonly by: string; readonly role?: string; readonly hasDash: boolean };

const DASH = /^[-–—―]+\s*/;
const SENTENCE_END = /[.?!…:;,"”»]$/;
const MAX = { words: 35, nameWords: 6 };
const NAME_PARTICLE = /^(?:al|bin|bint|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|of|the)$/i;

/**
 * Reads "Name, role" or "— Name": a short line that is not a sentence and begins with a name. Returns undefined for any
 * other line.
 */
export function readAttribution(line: string): Attribution | undefined {
  const text = line.replace(DASH, "");
  const hasDash = text !== line;
  if (text === "" || SENTENCE_END.test(text) || text.split(/\s+/).length > MAX.words) return undefined;
  const comma = text.indexOf(",");
  const by = (comma === -1 ? text : text.slice(0, comma)).trim();
  const role = comma === -1 ? "" : text.slice(comma + 1).trim();
  if (!isName(by)) return undefined;
  return role === "" ? { by, hasDash } : { by, role, hasDash };
}

/** One to six words that begin with a capital letter or a letter without case, with particles between them. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  const isCapitalised = (word: string) => /^["“'‘(]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return (
    words.length <= MAX.nameWords &&
    words.every((word) => isCapitalised(word) || NAME_PARTICLE.test(word)) &&
    isCapitalised(first || last)
  );
}
