import type { Publication } from "../../../model/publication.ts";
import type { Labels } from "../labels/label-table.ts";
import { markText, pageLanguage } from "../page-language.ts";
import { renderDocument } from "../parts/document.tsx";
import { homeAddress } from "../parts/home-address.ts";

/** An HTTP status and what the service has to say of it, in English. */
type PageProblem = { readonly status: number; readonly title: string; readonly detail: string };

/** The page in place of one that cannot be shown. Without a publication (it could not be read) the page is in English. */
export function renderProblemPage(problem: PageProblem, publication: Publication | undefined): string {
  const page = pageLanguage(publication?.language ?? "en");
  const isEnglish = new Intl.Locale(page.tag).language === "en";
  const english = isEnglish ? {} : markText("en", page);
  const own = isEnglish ? undefined : ownWords(problem.status, page.labels);
  const heading = own ?? problem.title;
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
        <h1 {...(own ? {} : english)}>{heading}</h1>
        <p {...english}>{problem.detail}</p>
        <p>
          <a href={homeAddress(publication)}>{page.labels.frontPage}</a>
        </p>
      </div>
    ),
  });
}

/** What readers meet is said in their language; the rest is between programs. */
function ownWords(status: number, labels: Labels): string | undefined {
  if (status === 404) return labels.notFound;
  if (status === 410) return labels.withdrawn;
  return undefined;
}
