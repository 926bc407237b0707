import type { Publication } from "../../../model/publication.ts";
import type { Labels } from "../labels/label-table.ts";
import { markText, pageLanguage } from "../page-language.ts";
import { homeAddress, renderDocument } from "../parts/document.tsx";

/**
 * An HTTP status, and its title and detail in English. `reason` is what the detail quotes of the publication, in its
 * language.
 */
type PageProblem = {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly reason?: string | undefined;
};

/** The page for a problem. It is in the publication's language, or in English if the publication could not be read. */
export function renderProblemPage(problem: PageProblem, publication: Publication | undefined): string {
  const page = pageLanguage(publication?.language ?? "en");
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
        {isEnglish ? <p>{problem.detail}</p> : <ForeignDetail problem={problem} english={english} />}
        <p>
          <a href={homeAddress(publication)}>{page.labels.frontPage}</a>
        </p>
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
