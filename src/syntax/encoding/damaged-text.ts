import { sequenceAt } from "./utf8-sequence.ts";
import { windows1252Byte } from "./windows-1252.ts";

/**
 * Damage that a text shows and that cannot be repaired with certainty. `found` are the words around the first place.
 */
export type TextDamage = { readonly message: string; readonly found: string };

/**
 * What a text has of U+FFFD, which stands for a character that was lost, and of characters that are UTF-8 decoded in
 * another encoding ("Ã©" for "é").
 */
export function damageIn(text: string): readonly TextDamage[] {
  const damage: TextDamage[] = [];
  const lost = text.indexOf("\uFFFD");
  if (lost !== -1 || !text.isWellFormed()) {
    const at = lost === -1 ? text.search(LONE_SURROGATE) : lost;
    damage.push({
      message: "the source has U+FFFD or half a character where a character was lost",
      found: around(text, at),
    });
  }
  const twice = mojibakeIn(text);
  if (twice !== undefined)
    damage.push({ message: "the source has text that was decoded in the wrong encoding", found: around(text, twice) });
  return damage;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
/** Characters that the first byte of a UTF-8 sequence is in windows-1252, and one that a second byte is. */
const SUSPECT =
  /[\u00C2-\u00F4][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/g;
/** What ends a word in capitals: "AMANHÃ”" is Portuguese. */
const AFTER_WORD = /[\u00A0\u00AB\u00BB\u2013\u2014\u2018-\u201E\u2026\u2122\u00AE\u00B7]/;

/** The index of the first characters whose bytes in windows-1252 are a UTF-8 sequence. */
function mojibakeIn(text: string): number | undefined {
  for (const { index, 0: pair } of text.matchAll(SUSPECT)) {
    const bytes = [...text.slice(index, index + 4)].flatMap((sign) => windows1252Byte(sign) ?? []);
    const length = sequenceAt(Uint8Array.from([...bytes, 0x20]), 0);
    if (length < 2) continue;
    if (length === 2 && AFTER_WORD.test(pair) && /\p{L}/u.test(text[index - 1] ?? "")) continue;
    return index;
  }
  return undefined;
}

/** The words around a place, on one line. */
export function around(text: string, at: number, length = 20): string {
  const [from, to] = [Math.max(0, at - length), Math.min(text.length, at + length)];
  const words = text.slice(from, to).toWellFormed().replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${words}${to < text.length ? "…" : ""}`;
}
