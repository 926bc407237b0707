import { ok, type Result } from "../../syntax/result.ts";
import type { LanguageNames, NameRole, NumberField, TimeName } from "./language-names.ts";
import { impossible, notUnderstood, type TimeFault } from "./time-reading.ts";
import { joinedWords, type TimeToken } from "./time-tokens.ts";
import { type WrittenZone, writtenOffset, zoneOfWord } from "./zone.ts";

/** A number that is no part of a time of day. `field` is what a word behind it says. */
export type LooseNumber = { readonly text: string; readonly field?: NumberField };

/** Numbers with the same mark between them: `31.01.2024`. */
export type NumberGroup = { readonly mark: string; readonly texts: readonly string[] };

/** The pieces of a written time, sorted by what they can be, in the order of the text. */
export type TimePieces = {
  readonly numbers: readonly LooseNumber[];
  readonly groups: readonly NumberGroup[];
  /** The hour, minute and second as written. */
  readonly time: readonly string[] | undefined;
  readonly names: readonly (readonly NameRole[])[];
  readonly zone: WrittenZone | undefined;
};

/** Marks without a meaning of their own: commas, full stops and signs of abbreviation of many scripts. */
const IGNORED_MARKS = /^[.,،؛;'’"/·・、。፣।॰་׳״܏-]$/u;
/** Marks that a time may have at all. */
const MARKS = /^[:+]$/;

/** The first mark that no time in any language has. Such a text needs no language to be refused. */
export function strangeMark(tokens: readonly TimeToken[]): string | undefined {
  return tokens.find(({ kind, text }) => kind === "mark" && !IGNORED_MARKS.test(text) && !MARKS.test(text))?.text;
}

/** Marks within a name. */
const JOINTS = /^[.'’/॰་׳״܏-]$/u;

/**
 * `isLenient` takes the beginning of a name for the name, and ignores an unknown word at the beginning of the text,
 * which is a weekday with an error in it or in another language. `hasTime` if the time of day was read before.
 */
export type PieceSetting = { readonly isLenient: boolean; readonly hasTime: boolean };

/**
 * Sorts the tokens of a time. The error names the first word that has no meaning in the language: a text that says
 * more than a time is not a time.
 */
export function timePieces(
  tokens: readonly TimeToken[],
  language: LanguageNames,
  setting: PieceSetting,
): Result<TimePieces, TimeFault> {
  return new PieceReader(tokens, language, setting).read();
}

class PieceReader {
  readonly #tokens: readonly TimeToken[];
  readonly #language: LanguageNames;
  readonly #setting: PieceSetting;
  readonly #numbers: LooseNumber[] = [];
  readonly #groups: NumberGroup[] = [];
  readonly #names: (readonly NameRole[])[] = [];
  #time: string[] | undefined;
  #zone: WrittenZone | undefined;

  constructor(tokens: readonly TimeToken[], language: LanguageNames, setting: PieceSetting) {
    this.#tokens = tokens;
    this.#language = language;
    this.#setting = setting;
  }

  /** A time with full stops, such as 10.15.00, is told from a date only when everything is known. */
  get #isBehindTime(): boolean {
    return this.#setting.hasTime || this.#time !== undefined || this.#groups.some(({ mark }) => mark === ".");
  }

  /** Whether a whole date was read. XML Schema has an offset right behind it: 2019-10-02+02:00. */
  get #hasDate(): boolean {
    const hasMonth = this.#names.some((roles) => roles.some(({ kind }) => kind === "month"));
    return this.#groups.some(({ texts }) => texts.length === 3) || (hasMonth && this.#numbers.length === 2);
  }

  read(): Result<TimePieces, TimeFault> {
    let at = 0;
    while (at < this.#tokens.length) {
      const next = this.#take(at);
      if (!next.ok) return next;
      at = next.value;
    }
    return ok({
      numbers: this.#numbers,
      groups: this.#groups,
      time: this.#time,
      names: this.#names,
      zone: this.#zone,
    });
  }

  /** Takes what begins at a token. Returns the place behind it. */
  #take(at: number): Result<number, TimeFault> {
    const token = this.#tokens[at];
    if (token?.kind === "mark") return this.#takeMark(at, token.text);
    if (token?.kind === "word") return this.#takeWord(at, token);
    const named = this.#nameAt(at);
    if (named) {
      this.#names.push(named.roles);
      return ok(named.end);
    }
    return this.#takeNumbers(at);
  }

  #takeMark(at: number, mark: string): Result<number, TimeFault> {
    const [number, behind] = [this.#tokens[at + 1], this.#tokens[at + 2]];
    const isSign = (mark === "+" || mark === "-") && number?.kind === "number" && !number.isSpaced;
    const isIgnored = IGNORED_MARKS.test(mark) || (mark === ":" && number?.isSpaced === true);
    if (!isSign) return isIgnored ? ok(at + 1) : notUnderstood(`"${mark}" has no place in a time`);
    if (!this.#isBehindTime && !this.#isBehindUniversal(at) && !(mark === "+" && this.#hasDate)) {
      if (mark === "-" && !this.#tokens[at]?.isSpaced) return ok(at + 1);
      if (mark === "+") return notUnderstood(`"+" has no place before a time of day`);
      return impossible(`the year -${number.value} is none of our era`);
    }
    const minutes = this.#tokens[at + 3];
    const hasMinutes =
      behind?.kind === "mark" &&
      behind.text === ":" &&
      !behind.isSpaced &&
      minutes?.kind === "number" &&
      !minutes.isSpaced;
    const zone = writtenOffset(mark, number.text, hasMinutes ? minutes.text : undefined);
    if (!zone.ok) return impossible(zone.error);
    // Go prints the offset a second time if a zone has no abbreviation: +0300 +03.
    if (this.#zone?.kind !== "offset") this.#zone = zone.value;
    return ok(at + (hasMinutes ? 4 : 2));
  }

  #takeWord(at: number, token: TimeToken & { kind: "word" }): Result<number, TimeFault> {
    const isCapital = token.raw === token.raw.toUpperCase() && token.raw !== token.raw.toLowerCase();
    const named = this.#nameAt(at);
    const isUniversal = token.raw === "Z" && !token.isSpaced && this.#hasDate;
    const mayBeZone = this.#isBehindTime || isUniversal || (isCapital && token.raw.length > 1 && !named);
    const zone = mayBeZone ? zoneOfWord(token.raw) : undefined;
    if (zone && isCapital && (token.raw.length > 1 || !named)) return this.#takeZone(at, zone);
    if (named) {
      this.#names.push(named.roles);
      return ok(named.end);
    }
    if (zone && (token.raw.length > 1 || (token.text === "z" && !token.isSpaced))) return this.#takeZone(at, zone);
    // ISO 8601 has T between the day and the time.
    if (token.text === "t" && !token.isSpaced && this.#tokens[at + 1]?.kind === "number") return ok(at + 1);
    // Behind an offset, the zone's name says nothing new.
    if (this.#zone?.kind === "offset" && isCapital && token.raw.length <= 6) return ok(at + 1);
    if (this.#setting.isLenient) {
      const roles = this.#rolesByBeginning(token.text);
      if (roles.length > 0) {
        this.#names.push(roles);
        return ok(at + 1);
      }
      if (at === 0 && token.text.length > 1) return ok(at + 1);
    }
    return notUnderstood(`"${token.raw}" is not understood`);
  }

  #takeZone(at: number, zone: WrittenZone): Result<number, TimeFault> {
    const [sign, number] = [this.#tokens[at + 1], this.#tokens[at + 2]];
    const isUniversal = zone.kind === "abbreviation" && /^(?:UTC?|GMT)$/.test(zone.name);
    // GMT+1: the number that follows is the offset.
    const hasOffset =
      sign?.kind === "mark" && /^[+-]$/.test(sign.text) && number?.kind === "number" && !number.isSpaced;
    if (isUniversal && hasOffset) return ok(at + 1);
    const known = this.#zone;
    if (known?.kind === "abbreviation" && zone.kind === "abbreviation" && known.name !== zone.name)
      return impossible(`it names two zones, ${known.name} and ${zone.name}`);
    this.#zone ??= zone;
    return ok(at + 1);
  }

  /** Chinese writes the zone before the time: GMT+8 10:15. */
  #isBehindUniversal(at: number): boolean {
    const before = this.#tokens[at - 1];
    return before?.kind === "word" && /^(?:UTC?|GMT)$/i.test(before.raw);
  }

  /** Numbers that are joined by one mark, or one number. */
  #takeNumbers(at: number): Result<number, TimeFault> {
    const first = this.#tokens[at];
    if (first?.kind !== "number") return notUnderstood("it has no number");
    const texts = [first.text];
    let end = at + 1;
    const mark = this.#tokens[end];
    if (mark?.kind === "mark" && /^[:./-]$/.test(mark.text) && !mark.isSpaced)
      for (; texts.length < 4; end += 2) {
        const [joint, next, behind] = [this.#tokens[end], this.#tokens[end + 1], this.#tokens[end + 2]];
        if (joint?.kind !== "mark" || joint.text !== mark.text || joint.isSpaced || next?.kind !== "number") break;
        // Czech and Korean put a space behind the full stop: 23. 10. 2017.
        const isLoose = next.isSpaced && (mark.text !== "." || texts.length > 2);
        // Azerbaijani puts a slash between year and time.
        const isTime = mark.text !== ":" && isColon(behind) && texts.length !== 2;
        if (isLoose || isTime || (mark.text === "." && this.#nameAt(end + 1))) break;
        texts.push(next.text);
      }
    return this.#takeGroup(texts, mark?.text ?? "", end);
  }

  #takeGroup(texts: string[], mark: string, end: number): Result<number, TimeFault> {
    const [first = "", ...others] = texts;
    if (others.length === 0) return this.#takeNumber(first, end);
    if (mark !== ":") {
      this.#groups.push({ mark, texts });
      return ok(end);
    }
    // The logs of web servers: 31/Jan/2024:10:15:00.
    const time = texts.length === 4 && first.length === 4 ? others : texts;
    if (time !== texts) this.#numbers.push({ text: first });
    if (time.length > 3 || this.#time !== undefined || this.#setting.hasTime)
      return notUnderstood("it has more than one time of day");
    if (time.some(({ length }) => length > 2)) return impossible(`there is no time ${time.join(":")}`);
    this.#time = time;
    return ok(this.#behindFraction(end));
  }

  #behindFraction(at: number): number {
    const [mark, digits] = [this.#tokens[at], this.#tokens[at + 1]];
    const isFraction =
      mark?.kind === "mark" &&
      /^[.,]$/.test(mark.text) &&
      !mark.isSpaced &&
      digits?.kind === "number" &&
      !digits.isSpaced;
    return isFraction && this.#time?.length === 3 ? at + 2 : at;
  }

  #takeNumber(text: string, end: number): Result<number, TimeFault> {
    const next = this.#tokens[end];
    const field = this.#fieldBefore(end);
    const time = this.#time;
    // 10h00, also where Intl writes the hour in another way.
    if (field === undefined && time === undefined && text.length <= 2 && isHourSign(next)) {
      this.#time = [text];
      return ok(end + 1);
    }
    if (field === "hour" && time === undefined) this.#time = [text];
    else if (field === "minute" && time?.length === 1) time.push(text);
    else if (field === "second" && time?.length === 2) time.push(text);
    // 10 h 15 in French and 4 PM in English: the neighbour tells what the number is.
    else if (field === undefined && time?.length === 1 && this.#isBehindHour(end - 1)) time.push(text);
    else if (time === undefined && text.length <= 2 && this.#isPeriod(end)) this.#time = [text];
    else {
      this.#numbers.push({ text, ...(field !== undefined && { field }) });
      return ok(isOrdinal(next) ? end + 1 : end);
    }
    return ok(end);
  }

  /** What the words behind a number say about it. The longest that has a meaning counts. */
  #fieldBefore(at: number): NumberField | undefined {
    const words = joinedWords(this.#tokens, at);
    for (let length = words.length; length > 0; length -= 1) {
      const field = this.#language.markers.get(words.slice(0, length).join(""));
      if (field !== undefined) return field;
    }
    return undefined;
  }

  #isBehindHour(at: number): boolean {
    const word = this.#tokens[at - 1];
    return word?.kind === "word" && (this.#language.markers.get(word.text) === "hour" || isHourSign(word));
  }

  #isPeriod(at: number): boolean {
    return this.#nameAt(at)?.roles.some(({ kind }) => kind === "period") === true;
  }

  /** The longest names that begin at a token. Marks within a name do not count. */
  #nameAt(at: number): { readonly roles: readonly NameRole[]; readonly end: number } | undefined {
    const first = this.#tokens[at];
    if (first === undefined || first.kind === "mark") return undefined;
    const names = this.#language.names.get(keyOf(first)) ?? [];
    let length = 0;
    let end = at;
    const roles: NameRole[] = [];
    for (const name of names) {
      if (name.tokens.length < length) break;
      const found = this.#endOf(name, at);
      if (found === undefined) continue;
      length = name.tokens.length;
      end = found;
      roles.push(name.role);
    }
    return roles.length === 0 ? undefined : { roles, end };
  }

  #endOf({ tokens }: TimeName, at: number): number | undefined {
    let end = at;
    for (const [index, wanted] of tokens.entries()) {
      if (index > 0) while (isJoint(this.#tokens[end])) end += 1;
      const token = this.#tokens[end];
      if (token === undefined || token.kind === "mark" || keyOf(token) !== wanted) return undefined;
      end += 1;
    }
    return end;
  }

  /**
   * "Sept", "Tues": three letters of a name, if all names that begin so mean the same. Months are also shortened by
   * letters of their middle: "Mrz" for "März", "mrt" for "maart".
   */
  #rolesByBeginning(text: string): readonly NameRole[] {
    if (text.length < 3) return [];
    const rolesOf = (isShort: (name: string) => boolean, ...kinds: readonly NameRole["kind"][]) => {
      const roles = new Map<string, NameRole>();
      for (const [first, names] of this.#language.names)
        if (isShort(first))
          for (const { role, tokens } of names)
            if (tokens.length === 1 && kinds.includes(role.kind)) roles.set(JSON.stringify(role), role);
      return [...roles.values()];
    };
    const roles = rolesOf((name) => name.startsWith(text), "month", "weekday");
    if (roles.length > 0) return roles.length === 1 ? roles : [];
    const shortened = rolesOf((name) => isContraction(text, name), "month");
    return shortened.length === 1 ? shortened : [];
  }
}

/** Whether a text has the first letter of a name, and then others of it in their order. */
function isContraction(text: string, name: string): boolean {
  if (text[0] !== name[0]) return false;
  let at = 0;
  for (const letter of name) if (letter === text[at]) at += 1;
  return at === text.length;
}

function keyOf(token: TimeToken): string {
  return token.kind === "number" ? `#${token.value}` : token.text;
}

function isColon(token: TimeToken | undefined): boolean {
  return token?.kind === "mark" && token.text === ":";
}

function isJoint(token: TimeToken | undefined): boolean {
  return token?.kind === "mark" && JOINTS.test(token.text);
}

/** The sign of the International System of Units for hours, without a space before it. */
function isHourSign(token: TimeToken | undefined): boolean {
  return token?.kind === "word" && token.text === "h" && !token.isSpaced;
}

/** The endings of ordinal numbers, which Intl does not give: 1st, 1er, 1º. */
function isOrdinal(token: TimeToken | undefined): boolean {
  return token?.kind === "word" && !token.isSpaced && /^(?:st|nd|rd|th|er|re|o|a)$/.test(token.text);
}
