/** The validators of one representation: an entity tag with its quotes, weak or strong, and the last change in milliseconds. */
export type Validators = { readonly etag: string; readonly modified?: number | undefined };

export type Outcome = "proceed" | "not-modified" | "precondition-failed";

/** The preconditions of a GET or HEAD, in the order of RFC 9110 section 13.2.2. */
export function evaluatePreconditions(headers: Headers, { etag, modified }: Validators): Outcome {
  const ifMatch = headers.get("if-match");
  if (ifMatch !== null) {
    if (!matchesStrongly(ifMatch, etag)) return "precondition-failed";
  } else if (modified !== undefined) {
    const since = parseHttpDate(headers.get("if-unmodified-since"));
    if (since !== undefined && wholeSeconds(modified) > since) return "precondition-failed";
  }
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch !== null) return matchesWeakly(ifNoneMatch, etag) ? "not-modified" : "proceed";
  if (modified !== undefined) {
    const since = parseHttpDate(headers.get("if-modified-since"));
    if (since !== undefined && wholeSeconds(modified) <= since) return "not-modified";
  }
  return "proceed";
}

/** An opaque tag may hold commas, so a list cannot simply be split (section 8.8.3). */
const ENTITY_TAG = /(W\/)?("[\x21\x23-\x7E\x80-\xFF]*")/g;

/** Weak comparison (section 8.8.3.2): the edge weakens tags when it compresses, and readers send either. */
function matchesWeakly(list: string, etag: string): boolean {
  // What readers send, nearly always: the tag as they were given it.
  if (list === etag) return true;
  if (list.trim() === "*") return true;
  const opaque = etag.replace(/^W\//, "");
  return [...list.matchAll(ENTITY_TAG)].some(([, , tag]) => tag === opaque);
}

function matchesStrongly(list: string, etag: string): boolean {
  if (list.trim() === "*") return true;
  if (etag.startsWith("W/")) return false;
  return [...list.matchAll(ENTITY_TAG)].some(([, weak, tag]) => weak === undefined && tag === etag);
}

const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const TIME = "\\d\\d:\\d\\d:\\d\\d";
const HTTP_DATE = new RegExp(
  `^(?:${DAY}, \\d\\d ${MONTH} \\d{4} ${TIME} GMT|${DAY}[a-z]*, \\d\\d-${MONTH}-\\d\\d ${TIME} GMT|${DAY} ${MONTH} [ \\d]\\d ${TIME} \\d{4})$`,
);

/** All three forms of section 5.6.7, in milliseconds; nothing for a date that is malformed, which is to be ignored (section 13.1.3). */
export function parseHttpDate(text: string | null): number | undefined {
  if (text === null || !HTTP_DATE.test(text)) return undefined;
  const instant = Date.parse(text.endsWith("GMT") ? text : `${text} GMT`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** HTTP dates say no less than a second. */
function wholeSeconds(instant: number): number {
  return Math.floor(instant / 1_000) * 1_000;
}
