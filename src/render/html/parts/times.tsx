import type { Article } from "../../../model/article.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";
import { ReaderTime } from "./reader-time.tsx";

/** When it was published, with the article's permanent link, and when it was last updated, if it was. */
export function Times({ article, page }: { article: Article; page: PageLanguage }) {
  const { language, published, updated, url } = article;
  const { labels } = page;
  return (
    <p class="times" {...markLabel(language, page)}>
      <span>
        {labels.published}{" "}
        <a class="u-url" href={url} rel="bookmark">
          <ReaderTime class="dt-published" time={published} page={page} />
        </a>
      </span>{" "}
      {updated !== published && (
        <span>
          {labels.updated} <ReaderTime class="dt-updated" time={updated} page={page} />
        </span>
      )}
    </p>
  );
}
