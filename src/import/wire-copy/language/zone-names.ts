import { Temporal } from "temporal-polyfill";
import { offsetText } from "../../times/clock.ts";
import { zoneOfWord } from "../../times/zone.ts";
import { type ZoneMeaning as Meaning, zoneMeanings } from "../../times/zone-abbreviations.ts";

/**
 * What an abbreviation of a zone stands for: `offsets` from UTC (`Z` or `±hh:mm`), more than one if it is in use for
 * several zones, or an IANA `zone` if the abbreviation is the same in summer and in winter.
 */
export type ZoneMeaning = { readonly offsets: readonly string[] } | { readonly zone: string };

/** The abbreviation of Moscow's zone as Russian pages write it. */
const SAME_AS: Readonly<Record<string, string>> = { МСК: "MSK" };

const MOMENTS = [Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 15)];

/** What an abbreviation in capitals means. Returns undefined for any other word. */
export function zoneNamed(name: string): ZoneMeaning | undefined {
  const known = SAME_AS[name] ?? name;
  // The military letters of RFC 822 are initials on a page.
  const zone = known.length === 1 && known !== "Z" ? undefined : zoneOfWord(known);
  if (zone?.kind === "iana") return { zone: zone.name };
  if (zone?.kind !== "abbreviation") return undefined;
  return { offsets: [...new Set(meaningsOf(name).map(({ minutes }) => offsetText(minutes)))].sort() };
}

/**
 * What an abbreviation means to people in a zone: the meaning of a country that has the same clocks. Returns undefined
 * if no such country uses it.
 */
export function offsetIn(name: string, zone: string): string | undefined {
  const clocks = clocksOf(zone);
  const meaning = meaningsOf(name).find(
    ({ minutes, region }) =>
      clocks.includes(minutes) && zonesOf(region).some((each) => clocksOf(each).join() === clocks.join()),
  );
  return meaning && offsetText(meaning.minutes);
}

/** The IANA zone of a city, as in "Hong Kong time". */
export function zoneOfCity(city: string): string | undefined {
  const name = city.trim().replace(/\s+/g, "_").toLowerCase();
  if (name === "beijing") return "Asia/Shanghai";
  return Intl.supportedValuesOf("timeZone").find((zone) => zone.toLowerCase().endsWith(`/${name}`));
}

function meaningsOf(name: string): readonly Meaning[] {
  return zoneMeanings(SAME_AS[name] ?? name, MOMENTS[0] ?? 0);
}

/** The offsets of a zone in winter and in summer, in minutes. */
function clocksOf(zone: string): readonly number[] {
  return MOMENTS.map((moment) =>
    Math.round(Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9),
  );
}

function zonesOf(region: string | undefined): readonly string[] {
  if (region === undefined) return [];
  const locale = new Intl.Locale(`und-${region}`);
  // TypeScript's library does not know this method of ECMA-402 yet.
  const getTimeZones: unknown = Reflect.get(locale, "getTimeZones");
  return typeof getTimeZones === "function" ? (getTimeZones.call(locale) ?? []) : [];
}
