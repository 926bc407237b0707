import { isAgency } from "./agencies.ts";
import { isPersonName } from "./header/person-name.ts";
import { ENGLISH_OPENING, FOREIGN_OPENING, JOINT, PLACE, POST, SOURCE } from "./language/byline-words.ts";

/**
 * Who wrote (`people`) and who sent (`agency`) the copy. `unplaced`: a place, a post or an address, for which the model
 * has no field.
 */
export type Byline = {
  readonly people: readonly string[];
  readonly agencies: readonly string[];
  readonly unplaced: readonly string[];
};

const ADDRESS = /(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{2,100}|(?<=^|\s)@\w{2,30}/g;
const LED_BY_AGENCY = /^(\S+)\s+(staff|(?:staff\s+)?(?:writers?|reporters?|correspondents?))\b\s*(.*)$/i;
const LED_BY_POST = /^(redazione|redacción|redaktion|redação|rédaction|staff)\s+(\S.*)$/i;
/** "時事通信 社会部" names a desk of the agency; "Busan - Reuters" a place. */
const DESK = /^(\S{2,12})\s(\S{1,8}[部局社국])$/u;
const BESIDE_DASH = /^([\p{Lu}\p{Lo}][^–—]{1,30}?)\s(?:[-–—]|avec|with|mit|con|com)\s([^-–—]{2,25})$/u;
const SENT_FOR_AGENCY = /^(.+?)(?<!\s)\s+(?:of|for|at|für|pour|para|per)\s+(?!\s)(.+)$/is;
/** "김하나 기자" and "田中花子記者" have the post behind the name, "記者王小明／首爾報導" has the place behind it. */
const EAST_ASIAN =
  /^(?:本报|本報|\p{Script=Hangul}{2,6}=)?(?<lead>记者|記者)?\s?(?<name>\p{Script=Hangul}{2,4}|\p{Script=Han}{2,5})\s?(?<post>기자|특파원|선임기자|통신원|記者|记者|特派員)?(?:\s?[／/]\s?(?<place>\S{2,12}))?$/u;
/** "Por Ana Barquera, g1 — São Paulo" */
const PLACE_BEHIND_DASH = /\s[–—]\s(\p{Lu}[\p{L}'’ ]{1,30}(?:,\s\p{Lu}[\p{L} ]{1,20})?)$/u;
const RANK = /^(?:senior|chief|deputy|special|foreign|staff|political|local|assistant|associate|lead|and|of|in)$/i;
const MAX_LENGTH = 200;

/** Whether a line is a byline: "By …" or its like, with names behind it and no sentence. */
export function isByline(line: string): boolean {
  if (line.length > MAX_LENGTH) return false;
  const text = withoutStop(withoutAddresses(line));
  const english = ENGLISH_OPENING.exec(text) ?? SOURCE.exec(text);
  if (english) {
    const names = text.slice(english[0].length);
    if (/[.?!…:”"]$/.test(withoutStop(names)) && !/\b(?:Jr|Sr|\p{Lu})\.$/u.test(names)) return false;
    return (
      isAgency(names) ||
      partsOf(names).every((part) => /^[\p{Lu}\p{Lo}]/u.test(part) || isAgency(part) || POST.test(part))
    );
  }
  if (isAgency(LED_BY_POST.exec(text)?.[2] ?? "") || besideAgency(text)) return true;
  const east = EAST_ASIAN.exec(text)?.groups;
  if (east && (east.lead ?? east.post) !== undefined) return true;
  const foreign = FOREIGN_OPENING.exec(text);
  return foreign !== null && areNames(text.slice(foreign[0].length).replace(PLACE_BEHIND_DASH, ""));
}

/** Whether a text is names alone: of people, of agencies, with a place, a post or an address behind them. */
export function areNames(line: string): boolean {
  const text = withoutStop(line);
  if (text.length > MAX_LENGTH || /[.?!…:”"]$/.test(text)) return false;
  const parts = partsOf(withoutAddresses(text));
  const [first = ""] = parts;
  if (isAgency(text)) return true;
  return (
    isPerson(first) &&
    parts.every((part, index) => isPerson(part) || POST.test(part) || isAgency(part) || (index > 0 && isOneName(part)))
  );
}

/** Reads "By Jane Doe and John Roe, Reuters": people and agencies in the order printed. */
export function readByline(line: string): Byline {
  const people: string[] = [];
  const agencies: string[] = [];
  const unplaced: string[] = [...(line.match(ADDRESS) ?? [])];
  const byline = { people, agencies, unplaced };
  const text = withoutStop(withoutAddresses(line)).replace(/\s+/g, " ");
  const east = EAST_ASIAN.exec(text)?.groups;
  if (east && (east.lead ?? east.post) !== undefined) {
    byline.people.push(east.name ?? "");
    byline.unplaced.unshift(...[east.post, east.place].filter((part) => part !== undefined));
    return byline;
  }
  const beside = besideAgency(text);
  if (beside) {
    byline.agencies.push(beside.agency);
    const isWriter = /^\p{Lu}/u.test(beside.other) && isPersonName(beside.other);
    (isWriter ? byline.people : byline.unplaced).push(beside.other);
    return byline;
  }
  const place = FOREIGN_OPENING.test(text) ? PLACE_BEHIND_DASH.exec(text) : null;
  if (place) byline.unplaced.push(place[1] ?? "");
  const opened = place ? text.slice(0, place.index) : text;
  const names = opened.replace(ENGLISH_OPENING, "").replace(SOURCE, "").replace(FOREIGN_OPENING, "");
  const whole = isAgency(names) ? [names] : partsOf(names);
  for (const [index, part] of whole.entries()) {
    // "Von Anna Beispiel, Seoul" names a place; "By Ann and Bo" two people.
    const isPlace = index > 0 && isOneName(part) && byline.people.at(-1)?.includes(" ") && isBehindComma(names, part);
    if (isPlace) byline.unplaced.push(part);
    else sortIn(part, byline);
  }
  return byline;
}

/** An agency with its desk, or with a place or a writer before a dash. */
function besideAgency(text: string): { readonly agency: string; readonly other: string } | undefined {
  if ([ENGLISH_OPENING, FOREIGN_OPENING, SOURCE].some((opening) => opening.test(text))) return undefined;
  const [, first = "", desk = ""] = DESK.exec(text) ?? [];
  if (isAgency(first)) return { agency: first, other: desk };
  const [, other = "", agency = ""] = BESIDE_DASH.exec(text) ?? [];
  return isAgency(agency) && other.split(" ").length <= 3 && !isAgency(other) ? { agency, other } : undefined;
}

function isBehindComma(names: string, part: string): boolean {
  return /[,|(]\s*$/.test(names.slice(0, names.lastIndexOf(part)));
}

function withoutAddresses(line: string): string {
  const text = line.replace(ADDRESS, " ");
  return text === line ? line : text.replace(/(?<![\s|·•,;–—-])[\s|·•,;–—-]+$/, "");
}

function partsOf(names: string): readonly string[] {
  return names
    .split(JOINT)
    .filter((part) => part !== undefined && part !== "")
    .flatMap(splitEastAsian)
    .flatMap(splitAtPost);
}

/** Two names of East Asia with a space between them. */
function splitEastAsian(part: string): readonly string[] {
  const words = part.split(/\s/);
  return words.length > 1 && words.every((word) => /^\p{Script=Han}{3,5}$/u.test(word)) ? words : [part];
}

/** "Ada Ferrier Transport correspondent": a name, and a post of two words at least. */
function splitAtPost(part: string): readonly string[] {
  if (!POST.test(part)) return [part];
  const [, name = "", post = ""] = /^(\S+\s\S+)\s(?:[-–—]\s)?(\S.*)$/u.exec(part) ?? [];
  const isName = isPersonName(name) && !name.split(" ").some((word) => RANK.test(word) || POST.test(word));
  return isName && !isAgency(name) && /\s/.test(post) && POST.test(post) ? [name, post] : [part];
}

/** French papers end a name in capitals with a full stop. */
function withoutStop(text: string): string {
  return text.replace(/(?<=\p{Lu}{3})\.$/u, "");
}

function isPerson(part: string): boolean {
  const place = PLACE.exec(part)?.[1];
  const name = place === undefined ? part : part.slice(0, -place.length).trim();
  const { agency, person } = aroundAgency(name);
  return isPersonName(name) || (agency !== undefined && (person === "" || isPersonName(person)));
}

function isOneName(part: string): boolean {
  return /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|[a-z]\w{0,3}\d)$/u.test(part) && !isAgency(part) && !POST.test(part);
}

function sortIn(part: string, into: { people: string[]; agencies: string[]; unplaced: string[] }): void {
  if (isAgency(part)) {
    into.agencies.push(part);
    return;
  }
  const place = PLACE.exec(part)?.[1];
  const name = place === undefined ? part : part.slice(0, -place.length).trim();
  const { agency, post, person } = aroundAgency(name);
  if (agency !== undefined) into.agencies.push(agency);
  // "By Jane Doe, Staff Reporter" names a post, "By Staff Reporter" the only author there is.
  const isPost = POST.test(person) && into.people.length + into.agencies.length > 0;
  if (person !== "") (isPost ? into.unplaced : into.people).push(person);
  if (post !== "") into.unplaced.push(post);
  if (place !== undefined) into.unplaced.push(place);
}

/** "Reuters Staff", "Xinhua writers Jane Doe" and "Jane Doe of Reuters" hold the agency's name and others. */
function aroundAgency(name: string): { readonly agency?: string; readonly post: string; readonly person: string } {
  const [, first = "", post = "", person = ""] = LED_BY_AGENCY.exec(name) ?? [];
  if (isAgency(first)) return { agency: first, post, person };
  const [, office = "", owner = ""] = LED_BY_POST.exec(name) ?? [];
  if (isAgency(owner)) return { agency: owner, post: office, person: "" };
  const [, sender = "", agency = ""] = SENT_FOR_AGENCY.exec(name) ?? [];
  if (isAgency(agency)) return { agency, post: "", person: sender };
  // "Jane Doe for The Example" writes for a paper.
  if (isPersonName(sender) && /^(?:the )?\p{Lu}/iu.test(agency))
    return { post: name.slice(sender.length).trim(), person: sender };
  return { post: "", person: name };
}
