import type { ListedArticle } from "../../../model/catalogue.ts";
import { markText, type PageLanguage } from "../page-language.ts";
import { ReaderDay } from "./times.tsx";

type HeadlinesProps = { articles: readonly ListedArticle[]; page: PageLanguage };

/** Articles as a list of titles with their days. */
export function Headlines({ articles, page }: HeadlinesProps) {
  return (
    <ul class="headlines">
      {articles.map(({ article: { title, url, published, language } }) => (
        <li>
          <a href={url} {...markText(language, page)}>
            {title}
          </a>{" "}
          <ReaderDay time={published} page={page} />
        </li>
      ))}
    </ul>
  );
}
