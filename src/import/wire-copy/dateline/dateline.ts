import { isAgency, namesAgency } from "../agencies.ts";
import { isCountry } from "../language/countries.ts";
import { isMonthName } from "../written-date.ts";
import { readBracketedDateline } from "./bracketed-dateline.ts";
import type { Dateline } from "./dateline-fields.ts";

/**
 * A dash, with a space at one side at least unless it is a long one: "US–China" is a word. Spanish agencies write ".-",
 * German newspapers a bar, Arabic ones a tatweel.
 */
const DASH = /\s?\.?(?:\s--?\s?|--\s?|-\s|\s?[–―]\s|\s[–―]\s?|\s?—\s?|\s?\.[-–—]+\s?|\sـ\s|\s\|\s)(?=\S)/g;
const COLON = /[:：]\s(?=\S)/;
/** The end of a bracket, behind which some agencies write no dash. */
const BRACKET_END = /\)[.:]?\s(?=\S)/;
/** "/TASS/." and a full stop end the datelines of Russian agencies. */
const SLASHES = /\/\s?(\p{L}[\p{L} ]{1,20})\s?\/\.?\s?[-–—]?\s?(?=\S)/u;

const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'’.]*$/u;
const CAPITALISED = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.]*$/u;
/** Small words within names of places: RIO de JANEIRO, PORT-au-PRINCE. */
const PARTICLE = /^(?:de|del|da|do|dos|di|du|la|le|les|el|al|an|am|der|den|of|the|on|upon|and|sur|au|y|e|et|und)$/i;
/** Words in capitals before a colon that are no places. */
const NO_PLACE =
  /^(?:UPDATES?|CORRECTION|CORRECTED|NOTE|EDITOR|EXCLUSIVE|BREAKING|WATCH|VIDEO|ANALYSIS|OPINION|EXPLAINER|LIVE|PHOTOS?|FACTBOX|INTERVIEW|WARNING|DISCLAIMER|MORE|READ|SEE|RELATED|FILE|LISTEN|PLAY|SHARE|ALSO)\b/;
const MAX = { opening: 200, head: 120, words: 9, colonWords: 3 };

/**
 * Reads a place in capitals, a place in any letters that an agency follows, or a city with its country before a long
 * dash. Returns undefined if the paragraph has no dateline.
 */
export function readDateline(paragraph: string): Dateline | undefined {
  const opening = paragraph.slice(0, MAX.opening);
  const bracketed = readBracketedDateline(paragraph);
  if (bracketed) return bracketed;
  const slashed = SLASHES.exec(opening);
  if (slashed && slashed.index <= MAX.head && isAgency(slashed[1] ?? "")) {
    const head = readHead(opening.slice(0, slashed.index));
    const rest = paragraph.slice(slashed.index + slashed[0].length);
    if (head && isCapitalised(head.place)) return { ...fields(head), agency: slashed[1] ?? "", rest };
  }
  for (const mark of opening.matchAll(DASH)) {
    if (mark.index > MAX.head) break;
    const rest = paragraph.slice(mark.index + mark[0].length);
    const read = readBeforeDash(opening.slice(0, mark.index), rest, mark[0]);
    if (read) return read;
    if (/[.!?]\s/.test(opening.slice(0, mark.index)) && !/^[\p{L} ]+\.\s\d/u.test(opening)) break;
  }
  return readBeforeBracket(opening, paragraph) ?? readBeforeColon(opening, paragraph);
}

/** "Ellery - The text": only the copy of an agency makes a capitalised word before a dash a place. */
export function readPlainPlace(paragraph: string): Dateline | undefined {
  const match = /^(\p{Lu}[\p{L}.’'-]+(?:[ /]\p{Lu}[\p{L}.’'-]+){0,2})\s[-–—]\s(?=[\p{Lu}"„“«])/u.exec(
    paragraph.slice(0, MAX.head),
  );
  return match ? { printed: match[1] ?? "", rest: paragraph.slice(match[0].length) } : undefined;
}

function readBeforeDash(text: string, rest: string, mark: string): Dateline | undefined {
  const head = readHead(text);
  if (!head) return undefined;
  const isLong = /[–—―]/.test(mark);
  if (head.agency !== undefined)
    return head.place === "" || isCapitalised(head.place) ? { ...fields(head), agency: head.agency, rest } : undefined;
  // "МОСКВА, 24 ноября – РИА Новости. Текст"
  const named = /^(\p{Lu}[^.]{1,20})\.\s(?=\S)/u.exec(rest);
  if (named && isAgency(named[1] ?? "") && isCapitalised(head.place))
    return { ...fields(head), agency: named[1] ?? "", rest: rest.slice(named[0].length) };
  if (inCapitals(head.place)) return { ...fields(head), rest };
  return isLong && isCityAndCountry(head.place) ? { ...fields(head), rest } : undefined;
}

/** "New Delhi, Nov 24 (PTI) The text": an agency without a dash, where the day or capitals make it a dateline. */
function readBeforeBracket(opening: string, paragraph: string): Dateline | undefined {
  const mark = BRACKET_END.exec(opening.slice(0, MAX.head));
  if (!mark) return undefined;
  const head = readHead(opening.slice(0, mark.index + 1));
  if (!head?.agency || !(head.day !== undefined || inCapitals(head.place) || isCityAndCountry(head.place)))
    return undefined;
  if (!isCapitalised(head.place)) return undefined;
  return { ...fields(head), agency: head.agency, rest: paragraph.slice(mark.index + mark[0].length) };
}

function readBeforeColon(opening: string, paragraph: string): Dateline | undefined {
  const mark = COLON.exec(opening.slice(0, MAX.head));
  if (!mark) return undefined;
  const head = readHead(opening.slice(0, mark.index));
  if (!head || !inCapitals(head.place) || NO_PLACE.test(head.place)) return undefined;
  if (head.place.split(" ").length > MAX.colonWords && head.agency === undefined) return undefined;
  return {
    ...fields(head),
    ...(head.agency && { agency: head.agency }),
    rest: paragraph.slice(mark.index + mark[0].length),
  };
}

type Head = { readonly printed: string; readonly place: string; readonly day?: string; readonly agency?: string };

/** Takes agency, day and place apart. `printed` is all of it but the agency. */
function readHead(text: string): Head | undefined {
  const bracket = /^([^()]*)\(([^()]{2,40})\)\.?$/.exec(text.trim());
  const inside = bracket?.[2]?.trim();
  const isSender = inside !== undefined && (namesAgency(inside) || isAbbreviation(inside, bracket?.[1] ?? ""));
  const bare = bracket ? (bracket[1] ?? "").trim() : text.trim();
  const { agency: trailing, before } = bracket ? { agency: undefined, before: bare } : splitTrailingAgency(bare);
  const { place, day } = splitDay(before.replace(/[,.]$/, (end) => (/\p{Lu}\p{Ll}{1,4}\.$/u.test(before) ? end : "")));
  if (/[()?!;:"“”]/.test(place) || /[,.]$/.test(place.replace(/\p{L}\.$/u, ""))) return undefined;
  if (place.split(/\s+/).length > MAX.words) return undefined;
  const printed = bare === "" ? "" : before.replace(/[,.]$/, (end) => (/\p{L}{1,4}\.$/u.test(before) ? end : ""));
  const agency = isSender ? inside : trailing;
  if (agency === undefined && inside !== undefined)
    return { printed: `${printed} (${inside})`, place, ...(day && { day }) };
  return {
    printed: day ? printed.replace(/(\p{L}{5})\.$/u, "$1") : printed,
    place,
    ...(day && { day }),
    ...(agency && { agency }),
  };
}

/** "BERLIN dpa", and the Arabic "إسطنبول/ الأناضول". */
function splitTrailingAgency(text: string): { readonly agency?: string; readonly before: string } {
  const slashed = /^([^/]{2,40})\/\s?([^/]{2,25})$/.exec(text);
  if (slashed && isAgency(slashed[2] ?? ""))
    return { agency: (slashed[2] ?? "").trim(), before: (slashed[1] ?? "").trim() };
  const words = text.split(" ");
  const last = words.at(-1) ?? "";
  if (
    words.length < 2 ||
    !/^[a-z/]{3,9}$/.test(last) ||
    !last.split("/").every((part) => isAgency(part) || isAgency(part.toUpperCase()))
  )
    return { before: text };
  return { agency: last, before: words.slice(0, -1).join(" ") };
}

/** An abbreviation in brackets behind a place in capitals is that of an agency, on the list or not. */
function isAbbreviation(text: string, before: string): boolean {
  return /^[A-Z]{2,6}$/.test(text) && (inCapitals(splitDay(before.trim()).place) || isCityAndCountry(before.trim()));
}

const DAY_LAST =
  /^(.*?)(?:,\s?|\.\s|(?<![\s,.])\s)((?:\p{L}{2,12}\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?\p{L}{2,12}\.?)(?:,?\s(?:de\s)?\d{4})?)\.?$/u;
const DAY_ALONE = /^()((?:\p{L}{2,12}\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?\p{L}{2,12}\.?)(?:,?\s(?:de\s)?\d{4})?)$/u;

function splitDay(text: string): { readonly place: string; readonly day?: string } {
  const [, place = "", day = ""] = DAY_LAST.exec(text) ?? DAY_ALONE.exec(text) ?? [];
  const month = day.match(/\p{L}{3,}\.?/gu)?.find((word) => word !== "de");
  return month !== undefined && isMonthName(month) ? { place: place.trim(), day } : { place: text };
}

/** Words of a city in capitals, with a state or country that may have small letters: PARIS, Texas. */
function inCapitals(place: string): boolean {
  const [city = "", ...regions] = place.split(/,\s?/);
  const words = city.split(/[\s/-]+/).filter((word) => word !== "");
  return (
    /\p{Lu}{2}/u.test(city) &&
    words.every((word, index) => CAPITALS.test(word) || (index > 0 && PARTICLE.test(word))) &&
    regions.length <= 2 &&
    regions.every((region) => region.split(" ").length <= 3 && isCapitalised(region))
  );
}

function isCapitalised(place: string): boolean {
  const words = place.split(/[\s,/-]+/).filter((word) => word !== "");
  const isName = (word: string) => CAPITALISED.test(word);
  return words.length > 0 && words.every((word, index) => isName(word) || (index > 0 && PARTICLE.test(word)));
}

function isCityAndCountry(place: string): boolean {
  const [city = "", country = "", ...others] = place.split(/,\s/);
  return (
    others.length === 0 && country !== "" && isCapitalised(city) && city.split(" ").length <= 3 && isCountry(country)
  );
}

function fields({ printed, day, place }: Head): { printed?: string; day?: string } {
  // "Nov. 24 (UPI) -- " has no place.
  return { ...(printed !== "" && place !== "" && { printed }), ...(day && { day }) };
}
