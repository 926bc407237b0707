import { Temporal } from "temporal-polyfill";
import { err, ok, type Result } from "../../syntax/result.ts";
import { type Clock, clockMs, clockText, offsetText } from "./clock.ts";
import { guessed, type TimeNote } from "./time-note.ts";
import { isZoneAbbreviation, type ZoneMeaning, zoneMeanings } from "./zone-abbreviations.ts";

/** A zone as a time names it: an offset in minutes, an IANA name, or an abbreviation in capital letters. */
export type WrittenZone =
  | { readonly kind: "offset"; readonly minutes: number }
  | { readonly kind: "iana"; readonly name: string }
  | { readonly kind: "abbreviation"; readonly name: string };

/** An offset from UTC in minutes. */
export type FoundOffset = { readonly minutes: number; readonly notes: readonly TimeNote[] };

/** No zone has ever been further from UTC than 15:13. */
const MAX_OFFSET_MINUTES = 16 * 60;

/** An offset of `±h`, `±hh`, `±hmm`, `±hhmm` or `±hh:mm`. The error says that there is no such offset. */
export function writtenOffset(sign: string, hours: string, minutes = "0"): Result<WrittenZone, string> {
  const isJoined = hours.length > 2;
  const hour = Number(isJoined ? hours.slice(0, -2) : hours);
  const minute = Number(isJoined ? hours.slice(-2) : minutes);
  const total = hour * 60 + minute;
  if (hours.length > 4 || minute > 59 || total > MAX_OFFSET_MINUTES)
    return err(`there is no offset ${sign}${hours}${minutes === "0" ? "" : `:${minutes}`}`);
  return ok({ kind: "offset", minutes: sign === "-" ? 0 - total : total });
}

/** The letters of RFC 822 section 5.1. J is not one of them. */
const MILITARY = /^[A-IK-Y]$/;

/** The names that the zones of North America have in summer and in winter. */
const GENERIC: ReadonlyMap<string, string> = new Map([
  ["ET", "America/New_York"],
  ["CT", "America/Chicago"],
  ["MT", "America/Denver"],
  ["PT", "America/Los_Angeles"],
]);

/** The zone that a word names. Returns undefined if it names none. */
export function zoneOfWord(word: string): WrittenZone | undefined {
  const generic = GENERIC.get(word);
  if (generic !== undefined) return { kind: "iana", name: generic };
  const name = word.toUpperCase();
  return isZoneAbbreviation(name) || MILITARY.test(name) ? { kind: "abbreviation", name } : undefined;
}

/** An IANA zone such as `Europe/Berlin`, or an offset. Returns undefined if this runtime does not know it. */
export function namedZone(written: string): WrittenZone | undefined {
  const name = written.trim();
  const [, sign, hours, minutes] = /^(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?$/i.exec(name) ?? [];
  if (sign !== undefined && hours !== undefined) {
    const read = writtenOffset(sign, hours, minutes);
    return read.ok ? read.value : undefined;
  }
  if (/^(?:UTC|GMT|Z)$/i.test(name)) return { kind: "offset", minutes: 0 };
  try {
    return { kind: "iana", name: Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId };
  } catch {
    // Temporal tells only by an exception that it does not know a zone.
    return undefined;
  }
}

/**
 * The offset of a zone at a time on its own clocks. The error says that these clocks skip the time. A note says what
 * was chosen if an abbreviation has several meanings, or if the clocks show the time twice.
 *
 * @param language of the document, which may tell the country
 */
export function offsetAt(zone: WrittenZone, clock: Clock, language: string | undefined): Result<FoundOffset, string> {
  if (zone.kind === "offset") return ok({ minutes: zone.minutes, notes: [] });
  if (zone.kind === "iana") return offsetInZone(zone.name, clock);
  if (MILITARY.test(zone.name)) {
    // RFC 822 printed the signs the wrong way round. RFC 5322 section 4.3 therefore reads these letters as UTC.
    const message = "a military letter for the zone was read as UTC, since its sign is not certain (RFC 5322)";
    return ok({ minutes: 0, notes: [guessed(message)] });
  }
  const meanings = zoneMeanings(zone.name, clockMs(clock));
  const region = regionOf(language);
  const chosen = meanings.find((each) => each.region !== undefined && each.region === region) ?? meanings[0];
  if (!chosen) return err(`${zone.name} is no zone that is known`);
  if (meanings.length === 1) return ok({ minutes: chosen.minutes, notes: [] });
  const others = meanings.filter((each) => each !== chosen).map(inWords);
  const message = `the zone ${zone.name} has several meanings: read as ${inWords(chosen)}, not ${others.join(" or ")}`;
  return ok({ minutes: chosen.minutes, notes: [guessed(message)] });
}

function offsetInZone(name: string, clock: Clock): Result<FoundOffset, string> {
  const local = Temporal.PlainDateTime.from(clock);
  const earlier = local.toZonedDateTime(name, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(name, { disambiguation: "later" });
  const minutes = Math.round(earlier.offsetNanoseconds / 60e9);
  if (earlier.equals(later)) return ok({ minutes, notes: [] });
  if (!earlier.toPlainDateTime().equals(local))
    return err(`the clocks of ${name} skipped ${clockText(clock)} in the change to summer time`);
  const message = `the clocks of ${name} showed a time twice in the change to winter time: read as the earlier one`;
  return ok({ minutes, notes: [guessed(message)] });
}

function inWords({ minutes, where }: ZoneMeaning): string {
  return `${offsetText(minutes)} (${where})`;
}

/** The country that a language tag names, or the one where most people write the language. */
function regionOf(language: string | undefined): string | undefined {
  try {
    return language === undefined ? undefined : new Intl.Locale(language).maximize().region;
  } catch {
    // A language that is no tag says nothing about a country.
    return undefined;
  }
}
