import type { ListedArticle } from "../../../model/catalogue.ts";
import type { FeedHead } from "../../../model/feed.ts";
import { ARCHIVES_PATH, monthPath } from "../../../site/addresses.ts";
import { type PageLanguage, pageOf } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { Headlines } from "../parts/headlines.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";

/** The page that lists the months in which articles came out, by year. */
export function renderArchivesPage(head: FeedHead, months: readonly string[]): string {
  const { publication } = head;
  const page = pageOf(publication);
  const { archives, nothingYet } = page.labels;
  const years = Map.groupBy(months, (month) => month.slice(0, 4));
  const name = new Intl.DateTimeFormat(page.tag, { month: "long", timeZone: "UTC", calendar: "gregory" });
  const digits = new Intl.NumberFormat(page.tag, { useGrouping: false });
  return archivePage(head, page, {
    heading: archives,
    path: ARCHIVES_PATH,
    children: (
      <>
        {months.length === 0 && <p class="nothing">{nothingYet}</p>}
        {[...years].map(([year, ofYear]) => (
          <section class="year">
            <h2>{digits.format(Number(year))}</h2>
            <ul class="index cloud">
              {ofYear.map((month) => (
                <li>
                  <a href={publication.address + monthPath(month)}>{name.format(startOf(month))}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
}

/** Headlines on a page of a month. */
const PAGE_LENGTH = 200;

/**
 * A page of the headlines of a month (`YYYY-MM`), newest first. Pages are numbered from 1. Returns undefined if there
 * is no such page.
 */
export function renderMonthPage(
  head: FeedHead,
  { month, articles, number }: { month: string; articles: readonly ListedArticle[]; number: number },
): string | undefined {
  const page = pageOf(head.publication);
  const from = PAGE_LENGTH * (number - 1);
  const shown = articles.slice(from, from + PAGE_LENGTH);
  if (shown.length === 0) return undefined;
  const { labels } = page;
  const name = monthName(month, page);
  const address = head.publication.address + monthPath(month);
  const addressOf = (other: number) => (other === 1 ? address : `${address}?page=${other}`);
  const digits = new Intl.NumberFormat(page.tag);
  return archivePage(head, page, {
    heading: number === 1 ? name : `${name} · ${labels.pageNumber(digits.format(number))}`,
    path: number === 1 ? monthPath(month) : `${monthPath(month)}?page=${number}`,
    children: (
      <>
        <Headlines articles={shown} page={page} />
        <nav class="neighbours" aria-label={labels.archives}>
          {number > 1 && (
            <a href={addressOf(number - 1)} rel="next">
              {labels.newerArticles}
            </a>
          )}
          <a href={head.publication.address + ARCHIVES_PATH}>{labels.archives}</a>
          {articles.length > from + PAGE_LENGTH && (
            <a class="older" href={addressOf(number + 1)} rel="prev">
              {labels.olderArticles}
            </a>
          )}
        </nav>
      </>
    ),
  });
}

type ArchivePage = { heading: string; path: string; children: Parameters<typeof renderDocument>[0]["children"] };

function archivePage(head: FeedHead, page: PageLanguage, { heading, path, children }: ArchivePage): string {
  const { publication } = head;
  return renderDocument({
    page,
    publication,
    title: `${heading} — ${publication.title}`,
    kind: "inner",
    isIndexed: true,
    hasSubscribe: false,
    head: (
      <>
        <link rel="canonical" href={publication.address + path} />
        <Alternates feeds={feedsOfList(head)} publication={publication} />
        <PageScripts publication={publication} hasPlayers={false} />
      </>
    ),
    children: (
      <div class="column">
        <h1>{heading}</h1>
        {children}
      </div>
    ),
  });
}

/** The name of a month with its year: `March 2026`. */
function monthName(month: string, { tag }: PageLanguage): string {
  const options = { month: "long", year: "numeric", timeZone: "UTC", calendar: "gregory" } as const;
  return new Intl.DateTimeFormat(tag, options).format(startOf(month));
}

function startOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}
