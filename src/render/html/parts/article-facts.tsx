import type { Article } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import type { Child } from "../../../syntax/jsx/jsx-runtime.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";
import { LicenceLink } from "./licence-link.tsx";
import { Tags } from "./tags.tsx";

type ArticleFactsProps = { article: Article; publication: Publication; page: PageLanguage };

/** The facts below an article: its tags, source, original, rights and licence. */
export function ArticleFacts({ article, publication, page }: ArticleFactsProps) {
  const { agency, canonical, language, tags } = article;
  const { labels } = page;
  const rights = article.rights ?? publication.rights;
  const licence = article.licence ?? publication.licence;
  const Fact = ({ label, children }: { label: string; children: Child }) => (
    <div>
      <dt {...markLabel(language, page)}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
  if (!agency && !canonical && !rights && !licence && tags.length === 0) return null;
  return (
    <footer class="facts">
      <dl>
        {tags.length > 0 && (
          <Fact label={labels.tags}>
            <Tags tags={tags} publication={publication} />
          </Fact>
        )}
        {agency && (
          <Fact label={labels.source}>
            <bdi>{agency.name}</bdi>
          </Fact>
        )}
        {canonical && (
          <Fact label={labels.originallyPublished}>
            <a href={canonical} dir="ltr">
              {canonical.replace(/^https?:\/\//, "")}
            </a>
          </Fact>
        )}
        {rights && (
          <Fact label={labels.rights}>
            <bdi>{rights}</bdi>
          </Fact>
        )}
        {licence && (
          <Fact label={labels.licence}>
            <LicenceLink address={licence} />
          </Fact>
        )}
      </dl>
    </footer>
  );
}
