import type { ListedArticle } from "../../../model/catalogue.ts";
import type { Publication } from "../../../model/publication.ts";
import type { Timestamp } from "../../../model/timestamp.ts";
import type { Labels } from "../labels/label-table.ts";
import { markText, type PageLanguage, pageLanguage, pageOf } from "../page-language.ts";
import { renderDocument } from "../parts/document.tsx";
import { Headlines } from "../parts/headlines.tsx";
import { homeAddress } from "../parts/masthead.tsx";
import { SearchForm } from "../parts/search-form.tsx";
import { ReaderTime } from "../parts/times.tsx";

/**
 * An HTTP status, and its title and detail in English. `reason` is what the detail quotes of the publication, in its
 * language.
 */
type PageProblem = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly reason?: string | undefined;
  readonly withdrawn?: WithdrawnArticle | undefined;
};

/** An article that was withdrawn. `title` is missing if it is not known any more. */
export type WithdrawnArticle = {
  readonly title?: string | undefined;
  readonly time: Timestamp;
  readonly language: string;
};

/**
 * The page for a problem. If nothing is at the address, or no longer, it offers a search and the newest articles. It is in the publication's language, or in English if the publication could not be read.
 */
export function renderProblemPage(
  problem: PageProblem,
  publication: Publication | undefined,
  latest: readonly ListedArticle[] = [],
): string {
  const page = publication ? pageOf(publication) : pageLanguage("en");
  const isEnglish = new Intl.Locale(page.tag).language === "en";
  const english = isEnglish ? {} : markText("en", page);
  const translated = isEnglish ? undefined : headingIn(problem.status, page.labels);
  const heading = translated ?? problem.title;
  return renderDocument({
    page,
    publication,
    title: publication ? `${heading} — ${publication.title}` : heading,
    kind: "inner",
    isIndexed: false,
    hasSubscribe: false,
    children: (
      <div class="problem">
        <p class="status">{problem.status}</p>
        <h1>{translated ?? <bdi {...english}>{heading}</bdi>}</h1>
        {problem.withdrawn && <Withdrawn withdrawn={problem.withdrawn} page={page} />}
        {isEnglish ? <p>{problem.detail}</p> : <ForeignDetail problem={problem} english={english} />}
        <p>
          <a href={homeAddress(publication)}>{page.labels.frontPage}</a>
        </p>
        {publication && (problem.status === 404 || problem.status === 410) && (
          <WayOn publication={publication} latest={latest} page={page} />
        )}
      </div>
    ),
  });
}

type ForeignDetailProps = { problem: PageProblem; english: ReturnType<typeof markText> };

/**
 * The detail on a page in another language than English. Where the heading says all, English would only repeat it. The
 * marks are within the paragraph, so that all lines of the page begin at the same side.
 */
function ForeignDetail({ problem: { detail, reason, status }, english }: ForeignDetailProps) {
  if (reason === undefined && (status === 404 || status === 410)) return null;
  return <p>{reason === undefined ? <bdi {...english}>{detail}</bdi> : <bdi>{reason}</bdi>}</p>;
}

/** The heading in the page's language. Returns undefined for a status that readers of a page do not meet. */
function headingIn(status: number, labels: Labels): string | undefined {
  if (status === 400) return labels.badRequest;
  if (status === 404) return labels.notFound;
  if (status === 410) return labels.withdrawn;
  return undefined;
}

/** What was withdrawn and when. */
function Withdrawn({
  withdrawn: { title, time, language },
  page,
}: {
  withdrawn: WithdrawnArticle;
  page: PageLanguage;
}) {
  return (
    <p class="withdrawn">
      {title !== undefined && (
        <>
          <cite {...markText(language, page)}>{title}</cite>
          <br />
        </>
      )}
      {page.labels.withdrawnOn} <ReaderTime time={time} page={page} />
    </p>
  );
}

type WayOnProps = { publication: Publication; latest: readonly ListedArticle[]; page: PageLanguage };

/** A search, and the newest articles. */
function WayOn({ publication, latest, page }: WayOnProps) {
  return (
    <>
      <SearchForm publication={publication} page={page} />
      {latest.length > 0 && (
        <section aria-labelledby="latest-heading">
          <h2 id="latest-heading">{page.labels.latest}</h2>
          <Headlines articles={latest} page={page} />
        </section>
      )}
    </>
  );
}
