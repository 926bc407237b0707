import type { Article } from "../../../model/article.ts";
import { instantOf, offsetOf, type Timestamp } from "../../../model/timestamp.ts";
import { remember } from "../../../syntax/remember.ts";
import { languageFacts } from "../language-facts.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";

/**
 * The time of publication with the article's permanent link, and the time of the last update if there was one. A draft
 * has neither: nobody has published it.
 */
export function Times({ article, page }: { article: Article; page: PageLanguage }) {
  const { language, published, status, updated, url } = article;
  const { labels } = page;
  if (status === "draft") return null;
  // The marks are within the line, so that it begins at the same side as the text around it.
  const mark = markLabel(language, page);
  return (
    <p class="times">
      <span {...mark}>
        {labels.published}{" "}
        <a class="u-url" href={url} rel="bookmark">
          <ReaderTime class="dt-published" time={published} page={page} />
        </a>
      </span>{" "}
      {updated !== published && (
        <span {...mark}>
          {labels.updated} <ReaderTime class="dt-updated" time={updated} page={page} />
        </span>
      )}
    </p>
  );
}

type ReaderTimeProps = {
  time: Timestamp;
  page: PageLanguage;
  class?: "dt-published" | "dt-updated";
  /** The marks of its language, if the text around it is in another one. */
  mark?: ReturnType<typeof markLabel>;
};

/** A day, for lists in which the hour does not matter. The whole time is in the title. */
export function ReaderDay({ time, page, class: property, mark }: ReaderTimeProps) {
  return (
    <time class={property} datetime={time} title={formatTime(time, page)} {...mark}>
      {formatDay(time, page)}
    </time>
  );
}

/**
 * A time as people of the page's language write it, in the zone of the page, and in RFC 3339 with its own zone for
 * programs. If the two differ, the time in its own zone shows when a mouse rests on it.
 */
export function ReaderTime({ time, page, class: property, mark }: ReaderTimeProps) {
  const shown = formatTime(time, page);
  const own = page.zone === undefined ? shown : formatTime(time, { ...page, zone: undefined });
  return (
    <time class={property} datetime={time} title={own === shown ? undefined : own} {...mark}>
      {shown}
    </time>
  );
}

/**
 * A time as people of the page's language write it, in the zone of the page, or in that of the timestamp if the page
 * has none: `3 February 2021, 21:42 GMT+8`.
 *
 * Date, time and zone are formatted apart and joined here, because their order and the word between them change from
 * one version of ICU to the next.
 */
export function formatTime(timestamp: Timestamp, page: PageLanguage): string {
  const { day, minute, zone } = wallClock(timestamp, page);
  const [date, time] = [dateText(`${day} ${page.tag}`), timeText(`${minute} ${page.tag}`)];
  return `${date}${page.labels.dateAndTime}${time} ${zone}`.trimEnd();
}

/** The day of a time, without the time of day: `3 February 2021`. */
export function formatDay(timestamp: Timestamp, page: PageLanguage): string {
  return dateText(`${wallClock(timestamp, page).day} ${page.tag}`);
}

/** What a clock on the wall shows, `YYYY-MM-DD` and `hh:mm`, and the name of its zone. */
type WallClock = { readonly day: string; readonly minute: string; readonly zone: string };

/** The clock in the zone of the page, or in that of the timestamp if the page has none. */
function wallClock(timestamp: Timestamp, { tag, zone }: PageLanguage): WallClock {
  if (zone === undefined)
    return {
      day: timestamp.slice(0, 10),
      minute: timestamp.slice(11, 16),
      zone: zoneText(`${timeZoneOf(timestamp)} ${tag}`),
    };
  const instant = instantOf(timestamp);
  const parts = new Map(
    clockIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const name = zoneFormat(`${zone} ${tag}`).formatToParts(instant);
  return {
    day: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    minute: `${part("hour")}:${part("minute")}`,
    zone: name.find(({ type }) => type === "timeZoneName")?.value ?? "",
  };
}

const clockIn = remember(
  (timeZone) =>
    new Intl.DateTimeFormat("en", {
      ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit" },
    }),
);

/** By a zone and a language tag. The name of a zone may change with summer time. */
const zoneFormat = remember((key) => {
  const [timeZone, tag] = splitKey(key);
  return new Intl.DateTimeFormat(readersLocale(tag), { timeZone, timeZoneName: "short" });
});

/** An offset `±hh:mm` is itself a time zone identifier (ECMA-402 section 6.5.1). */
function timeZoneOf(timestamp: Timestamp): string {
  const offset = offsetOf(timestamp);
  return offset === "Z" ? "UTC" : offset;
}

/** A front page has fifty times, most of them of a few days. Each text takes a few microseconds, and a hundred bytes. */
const MAX_TEXTS = 2_000;

/** By the day of a wall clock, `YYYY-MM-DD`, and a language tag. */
const dateText = remember((key) => {
  const [day, tag] = splitKey(key);
  return dateFormat(tag).format(Date.parse(`${day}T00:00Z`));
}, MAX_TEXTS);

/** By the minute of a wall clock, `hh:mm`, and a language tag. */
const timeText = remember((key) => {
  const [minute, tag] = splitKey(key);
  return timeFormat(tag).format(Date.parse(`2000-01-01T${minute}Z`));
}, MAX_TEXTS);

/** By a zone and a language tag. A zone with a fixed offset has no summer time, so its name is always the same. */
const zoneText = remember((key) => {
  const [timeZone, tag] = splitKey(key);
  return (
    zoneFormat(`${timeZone} ${tag}`)
      .formatToParts(0)
      .find(({ type }) => type === "timeZoneName")?.value ?? ""
  );
});

/** To make a format costs far more than to use it. */
const dateFormat = remember(
  (tag) => new Intl.DateTimeFormat(readersLocale(tag), { timeZone: "UTC", dateStyle: "long" }),
);
const timeFormat = remember(
  (tag) => new Intl.DateTimeFormat(readersLocale(tag), { timeZone: "UTC", timeStyle: "short" }),
);

function splitKey(key: string): readonly [text: string, tag: string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space), key.slice(space + 1)];
}

/**
 * English without a region is written as in most countries, with the day first and 24 hours. ICU would write it the
 * American way.
 */
function readersLocale(tag: string): string {
  const { language, region } = languageFacts(tag);
  return language === "en" && region === undefined ? "en-GB" : tag;
}
