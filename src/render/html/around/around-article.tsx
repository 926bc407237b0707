import type { Around, Neighbour } from "../../../model/around.ts";
import type { ArticleHead } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { archivePrefix, FRONT_PATH } from "../../../site/addresses.ts";
import { markText, type PageLanguage } from "../page-language.ts";
import { Entry } from "../parts/entry.tsx";
import { relatedArticles } from "./related-articles.ts";

type AroundProps = { readonly publication: Publication; readonly page: PageLanguage };

/** The articles that are related to an article. */
export function Related({
  article,
  around,
  publication,
  page,
}: AroundProps & { readonly article: ArticleHead; readonly around: Around }) {
  const related = relatedArticles(article, around.candidates);
  if (related.length === 0) return null;
  return (
    <section class="related-articles" aria-labelledby="related-heading">
      <h2 id="related-heading">{page.labels.related}</h2>
      <div class="grid">
        {related.map((each) => (
          <Entry article={each} publication={publication} page={page} form="card" heading="h3" />
        ))}
      </div>
    </section>
  );
}

/** Links to the previous and to the next article. */
export function PreviousAndNext({ around, publication, page }: AroundProps & { readonly around: Around }) {
  const { previous, next } = around;
  if (!previous && !next) return null;
  const { labels } = page;
  return (
    <nav class="neighbours" aria-label={`${labels.previousArticle}, ${labels.nextArticle}`}>
      {previous && (
        <NeighbourLink
          neighbour={previous}
          rel="prev"
          label={labels.previousArticle}
          archive={labels.olderArticles}
          publication={publication}
          page={page}
        />
      )}
      {next && (
        <NeighbourLink
          neighbour={next}
          rel="next"
          label={labels.nextArticle}
          archive={labels.newerArticles}
          publication={publication}
          page={page}
        />
      )}
    </nav>
  );
}

type NeighbourProps = AroundProps & {
  readonly neighbour: Neighbour;
  readonly rel: "prev" | "next";
  readonly label: string;
  readonly archive: string;
};

function NeighbourLink({ neighbour, rel, label, archive, publication, page }: NeighbourProps) {
  const isNext = rel === "next" ? "to-next" : "to-previous";
  if (neighbour.kind === "archive")
    return (
      <a class={isNext} href={publication.address + archivePrefix(neighbour.number) + FRONT_PATH} rel={rel}>
        {archive}
      </a>
    );
  const { title, url, language } = neighbour.article;
  return (
    <a class={isNext} href={url} rel={rel}>
      <span class="label">{label}</span>{" "}
      <span class="headline" {...markText(language, page)}>
        {title}
      </span>
    </a>
  );
}
