import { isAgency } from "./agencies.ts";

/**
 * Who wrote (`people`) and who sent (`agency`) the copy. `unplaced`: a place or a post, for which the model has no
 * field.
 */
export type Byline = {
  readonly people: readonly string[];
  readonly agencies: readonly string[];
  readonly unplaced: readonly string[];
};

const OPENING = /^(?:written\s+)?by(?:\s*:\s*|\s+)(?=\S)/i;
const SOURCE = /^source\s*:\s*(?=\S)/i;
const JOINT = /(?<!\s)\s*[,;|/&()]\s*(?:(?:and|with)\s+)?|(?<!\s)\s+(?:and|with)\s+/i;
const PLACE = /(?<!\s)\s+(in\s+\p{Lu}.*)$/su;
const POST =
  /\b(?:staff|staff writers?|reporters?|correspondents?|writers?|editors?|bureau chief|bureau|columnists?|analysts?|contributors?)$/i;
const LED_BY_AGENCY = /^(\S+)\s+(staff|(?:staff\s+)?(?:writers?|reporters?|correspondents?))\b\s*(.*)$/i;
const SENT_FOR_AGENCY = /^(.+?)(?<!\s)\s+(?:of|for|at)\s+(?!\s)(.+)$/is;
const MAX_LENGTH = 200;

/** Whether a line is a byline: "By …", with names behind it and no sentence. */
export function isByline(line: string): boolean {
  const opening = OPENING.exec(line) ?? SOURCE.exec(line);
  if (!opening || line.length > MAX_LENGTH) return false;
  const names = line.slice(opening[0].length);
  if (/[.?!…:”"]$/.test(names) && !/\b(?:Jr|Sr|\p{Lu})\.$/u.test(names)) return false;
  return (
    isAgency(names) ||
    partsOf(names).every((part) => /^[\p{Lu}\p{Lo}]/u.test(part) || isAgency(part) || POST.test(part))
  );
}

/** Reads "By Jane Doe and John Roe, Reuters": people and agencies in the order printed. */
export function readByline(line: string): Byline {
  const names = line.replace(OPENING, "").replace(SOURCE, "").replace(/\s+/g, " ");
  const byline = { people: [], agencies: [], unplaced: [] };
  for (const part of partsOf(names)) sortIn(part, byline);
  return byline;
}

function partsOf(names: string): readonly string[] {
  return names.split(JOINT).filter((part) => part !== "");
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
  const [, sender = "", agency = ""] = SENT_FOR_AGENCY.exec(name) ?? [];
  return isAgency(agency) ? { agency, post: "", person: sender } : { post: "", person: name };
}
