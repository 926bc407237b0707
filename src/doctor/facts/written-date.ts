import { parseTimestamp } from "../../model/timestamp.ts";
import { parseRfc822, type Rfc822Fault } from "../../syntax/rfc822-date.ts";
import type { WrittenDate } from "./feed-facts.ts";

/** Reads a date as a lenient reader does. Returns undefined if the text is missing or empty. */
export function writtenDate(text: string | undefined, notation: WrittenDate["notation"]): WrittenDate | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const short = text.trim().slice(0, 100);
  const instant = Date.parse(short);
  return { text: short, notation, ...(!Number.isNaN(instant) && { instant }) };
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Returns why a strict reader rejects a date, or undefined if the date follows its notation. */
export function dateFault({ text, notation }: WrittenDate): string | undefined {
  return notation === "RFC 822" ? rfc822Fault(text) : rfc3339Fault(text);
}

function rfc822Fault(text: string): string | undefined {
  const parsed = parseRfc822(text);
  return parsed.ok ? undefined : `"${text}" ${describeFault(parsed.error)}`;
}

function describeFault(fault: Rfc822Fault): string {
  switch (fault.kind) {
    case "malformed":
      return "is not RFC 822";
    case "two-digit year":
      return "has a year of two digits";
    case "no such day":
      return "has a day that does not exist";
    case "wrong weekday":
      return `was a ${fault.weekday}`;
  }
}

function rfc3339Fault(text: string): string | undefined {
  if (!RFC_3339.test(text)) return `"${text}" is not RFC 3339`;
  return parseTimestamp(text).ok ? undefined : `"${text}" has a time that does not exist`;
}
