import { Temporal } from "temporal-polyfill";

/**
 * What an abbreviation of a zone stands for: `offsets` from UTC (`Z` or `±hh:mm`), more than one where it is in use for
 * several zones, or an IANA `zone` where the abbreviation is the same in summer and in winter.
 */
export type ZoneMeaning = { readonly offsets: readonly string[] } | { readonly zone: string };

/** RFC 822, section 5.1, has the names of the United States; pages write those without "standard", too. */
const ALL_YEAR: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
};

/** Names that are in use and that `Intl` writes in no language of their region, or not for all zones that use them. */
const IN_USE: Readonly<Record<string, readonly string[]>> = {
  JST: ["Asia/Tokyo"],
  KST: ["Asia/Seoul"],
  CST: ["Asia/Shanghai"],
  IST: ["Asia/Jerusalem"],
  IDT: ["Asia/Jerusalem"],
  BST: ["Asia/Dhaka"],
  AST: ["Asia/Riyadh"],
  MSK: ["Europe/Moscow"],
  PKT: ["Asia/Karachi"],
  PHT: ["Asia/Manila"],
  ICT: ["Asia/Bangkok"],
  NPT: ["Asia/Kathmandu"],
  TRT: ["Europe/Istanbul"],
  IRST: ["Asia/Tehran"],
  UZT: ["Asia/Tashkent"],
  BRT: ["America/Sao_Paulo"],
  ART: ["America/Argentina/Buenos_Aires"],
  COT: ["America/Bogota"],
  PET: ["America/Lima"],
  VET: ["America/Caracas"],
};

/** Germany's names of its zone, and other second names. */
const SAME_AS: Readonly<Record<string, string>> = { MEZ: "CET", MESZ: "CEST", MET: "CET", UT: "UTC", МСК: "MSK" };

const MOMENTS = [Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 15)];
let byName: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> | undefined;

/** What an abbreviation in capitals means; undefined for any other word. */
export function zoneNamed(name: string): ZoneMeaning | undefined {
  const known = SAME_AS[name] ?? name;
  if (known === "UTC" || known === "GMT" || known === "Z") return { offsets: ["Z"] };
  const zone = ALL_YEAR[known];
  if (zone !== undefined) return { zone };
  if (!/^[A-Z]{3,5}$/.test(known)) return undefined;
  const meanings = collected().get(known);
  return meanings && { offsets: [...meanings.keys()].sort() };
}

/** What an abbreviation means to people in a zone: that of their own clocks. Undefined if theirs has another name. */
export function offsetIn(name: string, zone: string): string | undefined {
  const clocks = clocksOf(zone);
  const meanings = collected().get(SAME_AS[name] ?? name) ?? new Map<string, ReadonlySet<string>>();
  return [...meanings].find(([, zones]) => [...zones].some((each) => clocksOf(each) === clocks))?.[0];
}

/** The offsets of a zone in winter and in summer. */
function clocksOf(zone: string): string {
  return MOMENTS.map((moment) => offsetOf(zone, moment)).join();
}

function collected(): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  byName ??= collect();
  return byName;
}

/** The IANA zone of a city, as in "Hong Kong time". */
export function zoneOfCity(city: string): string | undefined {
  const name = city.trim().replace(/\s+/g, "_").toLowerCase();
  if (name === "beijing") return "Asia/Shanghai";
  return Intl.supportedValuesOf("timeZone").find((zone) => zone.toLowerCase().endsWith(`/${name}`));
}

/** The names that `Intl` gives zones in the English of their own region: by name, by offset, the zones. */
function collect(): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const names = new Map<string, Map<string, Set<string>>>();
  const add = (name: string, offset: string, zone: string) => {
    const offsets = names.get(name) ?? new Map<string, Set<string>>();
    names.set(name, offsets.set(offset, (offsets.get(offset) ?? new Set()).add(zone)));
  };
  for (const region of regions())
    for (const zone of zonesOf(region))
      for (const moment of MOMENTS) {
        const format = new Intl.DateTimeFormat(`en-${region}`, { timeZone: zone, timeZoneName: "short" });
        const name = format.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
        if (/^[A-Z]{3,5}$/.test(name)) add(name, offsetOf(zone, moment), zone);
      }
  for (const [name, zones] of Object.entries(IN_USE))
    for (const zone of zones) {
      const offsets = MOMENTS.map((moment) => offsetOf(zone, moment));
      // The name without "S" for summer is that of winter.
      add(name, (name === "IDT" ? offsets[1] : offsets[0]) ?? "", zone);
    }
  return names;
}

function regions(): readonly string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function zonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale(`en-${region}`);
  // TypeScript's library does not know this method of ECMA-402 yet.
  const getTimeZones: unknown = Reflect.get(locale, "getTimeZones");
  return typeof getTimeZones === "function" ? (getTimeZones.call(locale) ?? []) : [];
}

function offsetOf(zone: string, moment: number): string {
  const { offset } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  return offset === "+00:00" ? "Z" : offset;
}
