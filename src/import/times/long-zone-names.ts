import { Temporal } from "temporal-polyfill";

let offsets: ReadonlyMap<string, number> | undefined;

/**
 * The offset in minutes of a zone by its English name, as Java and Windows write it: `Eastern Standard Time`. Returns
 * undefined if Intl knows no zone of that name.
 */
export function offsetOfLongName(name: string): number | undefined {
  offsets ??= longNames();
  return offsets.get(name);
}

/** The names of all zones in winter and in summer. Is worked out once, when the first such name is met. */
function longNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const timeZone of Intl.supportedValuesOf("timeZone")) {
    const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "long" });
    for (const month of ["01", "07"]) {
      const instant = Temporal.Instant.from(`2024-${month}-01T00:00:00Z`);
      const parts = format.formatToParts(instant.epochMilliseconds);
      const name = parts.find(({ type }) => type === "timeZoneName")?.value;
      if (name !== undefined)
        found.set(name, Math.round(instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9));
    }
  }
  return found;
}
