import { isAgency } from "../agencies.ts";
import { isCountry } from "../language/countries.ts";

const PARTICLE =
  /^(?:al|bin|bint|ben|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|vom|y|af|av|zu|e|of|the)$/i;
const LATIN_WORD = /^[\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]*$/u;
const OTHER_WORD = /^[\p{Lo}\p{M}'’.\-·]+$/u;
const HAN_NAME = /^(?:\p{Script=Han}{2,5}|\p{Script=Hangul}{2,4}|[\p{Script=Katakana}ー・]{3,16})$/u;
/** Words of sections and of furniture that stand in capitals as names do. */
const NO_NAME =
  /(?<!\p{L})(?:news|world|asia|europe|africa|america|americas|pacific|east|west|north|south|middle|global|international|local|national|politics|business|sports?|culture|opinion|video|photos?|live|breaking|exclusive|share|save|print|read|more|story|article|section|home|latest|updates?|climate|health|science|tech|technology|weather|travel|money|markets?|economy|listen|watch|exclusive|analysis|advertisement|harbour|feature|interview|newsletter|follow|subscribe|sign|gift|copy|link|show|skip|add|make|editor|desk|team)(?!\p{L})/iu;
const MAX_WORDS = 5;

/** Whether a text has a word of sections or of furniture in it. */
export function isSection(text: string): boolean {
  return NO_NAME.test(text);
}

/** Whether a text has the shape of one person's name: two to five capitalised words, or one word of East Asia. */
export function isPersonName(text: string): boolean {
  if (HAN_NAME.test(text)) return !isAgency(text);
  const words = text.split(/\s+/);
  if (words.length > MAX_WORDS || words.length < 2 || NO_NAME.test(text) || isAgency(text) || isCountry(text))
    return false;
  const isWord = (word: string) => LATIN_WORD.test(word) || OTHER_WORD.test(word);
  return (
    isWord(words[0] ?? "") && isWord(words.at(-1) ?? "") && words.every((word) => isWord(word) || PARTICLE.test(word))
  );
}
