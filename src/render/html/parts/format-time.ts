import { instantOf, offsetOf, type Timestamp } from "../../../model/timestamp.ts";
import type { PageLanguage } from "../page-language.ts";

/**
 * A moment as people of the page's language write it, on the clock of the place it comes from: `3 February 2021, 21:42 GMT+8`.
 *
 * Date, time and zone are put together here because where ICU puts them, and with which word between, moves from version to version.
 */
export function formatTime(timestamp: Timestamp, page: PageLanguage): string {
  const { date, time, zone } = formatsFor(page.tag, timeZoneOf(timestamp));
  const instant = instantOf(timestamp);
  const zoneName = zone.formatToParts(instant).find(({ type }) => type === "timeZoneName");
  return `${date.format(instant)}${page.labels.dateAndTime}${time.format(instant)} ${zoneName?.value ?? ""}`.trimEnd();
}

/** `±hh:mm` is a time zone identifier of its own (ECMA-402 section 6.5.1). */
function timeZoneOf(timestamp: Timestamp): string {
  const offset = offsetOf(timestamp);
  return offset === "Z" ? "UTC" : offset;
}

type Formats = Readonly<Record<"date" | "time" | "zone", Intl.DateTimeFormat>>;

/** Making a format takes ICU far longer than using it, and a front page has fifty times in one or two zones. */
const known = new Map<string, Formats>();

function formatsFor(tag: string, timeZone: string): Formats {
  const key = `${tag} ${timeZone}`;
  const formats = known.get(key) ?? newFormats(readersLocale(tag), timeZone);
  known.set(key, formats);
  return formats;
}

function newFormats(locale: string, timeZone: string): Formats {
  return {
    date: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "long" }),
    time: new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }),
    zone: new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" }),
  };
}

/** English of no country is read as in most of them, day first and 24 hours; ICU would take it for American. */
function readersLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag);
  return language === "en" && region === undefined ? "en-GB" : tag;
}
