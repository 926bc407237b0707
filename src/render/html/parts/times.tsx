import type { Article } from "../../../model/article.ts";
import { instantOf, offsetOf, type Timestamp } from "../../../model/timestamp.ts";
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

/** A time as people of the page's language write it, and in RFC 3339 with its zone for programs. */
export function ReaderTime({ time, page, class: property, mark }: ReaderTimeProps) {
  return (
    <time class={property} datetime={time} {...mark}>
      {formatTime(time, page)}
    </time>
  );
}

/**
 * A time as people of the page's language write it, in the zone of the timestamp: `3 February 2021, 21:42 GMT+8`.
 *
 * Date, time and zone are formatted apart and joined here, because their order and the word between them change from
 * one version of ICU to the next.
 */
export function formatTime(timestamp: Timestamp, page: PageLanguage): string {
  const { date, time, zone } = formatsFor(page.tag, timeZoneOf(timestamp));
  const instant = instantOf(timestamp);
  const zoneName = zone.formatToParts(instant).find(({ type }) => type === "timeZoneName");
  return `${date.format(instant)}${page.labels.dateAndTime}${time.format(instant)} ${zoneName?.value ?? ""}`.trimEnd();
}

/** An offset `±hh:mm` is itself a time zone identifier (ECMA-402 section 6.5.1). */
function timeZoneOf(timestamp: Timestamp): string {
  const offset = offsetOf(timestamp);
  return offset === "Z" ? "UTC" : offset;
}

type Formats = Readonly<Record<"date" | "time" | "zone", Intl.DateTimeFormat>>;

/**
 * By language tag and zone. To make a format costs far more than to use it, and a front page has fifty times in a few
 * zones.
 */
const formatsByLocale = new Map<string, Formats>();

function formatsFor(tag: string, timeZone: string): Formats {
  const key = `${tag} ${timeZone}`;
  const formats = formatsByLocale.get(key) ?? newFormats(readersLocale(tag), timeZone);
  formatsByLocale.set(key, formats);
  return formats;
}

function newFormats(locale: string, timeZone: string): Formats {
  return {
    date: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "long" }),
    time: new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }),
    zone: new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" }),
  };
}

/**
 * English without a region is written as in most countries, with the day first and 24 hours. ICU would write it the
 * American way.
 */
function readersLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag);
  return language === "en" && region === undefined ? "en-GB" : tag;
}
