import type { Publication } from "../../../model/publication.ts";
import type { Labels } from "../labels/label-table.ts";
import { markText, pageLanguage } from "../page-language.ts";
import { homeAddress, renderDocument } from "../parts/document.tsx";

/** An HTTP status, and its title and detail in English. */
type PageProblem = { readonly status: number; readonly title: string; readonly detail: string };

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
        <h1 {...(translated ? {} : english)}>{heading}</h1>
        <p {...english}>{problem.detail}</p>
        <p>
          <a href={homeAddress(publication)}>{page.labels.frontPage}</a>
        </p>
      </div>
    ),
  });
}

/** The heading in the page's language. Returns undefined for a status that readers of a page do not meet. */
function headingIn(status: number, labels: Labels): string | undefined {
  if (status === 404) return labels.notFound;
  if (status === 410) return labels.withdrawn;
  return undefined;
}
