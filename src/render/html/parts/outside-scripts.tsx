import type { Article } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import type { PageLanguage } from "../page-language.ts";
import { PAGE_SCRIPT_PATH } from "../script/page-script.ts";
import { analyticsTag } from "./analytics.ts";

/** The tag of the service that counts readers, and our own script if this page needs it. */
export function PageScripts({ publication, hasPlayers }: { publication: Publication; hasPlayers: boolean }) {
  const { script, own } = publication.analytics ? analyticsTag(publication.analytics) : {};
  return (
    <>
      {(hasPlayers || own) && <script defer src={PAGE_SCRIPT_PATH} {...own} />}
      {script && <script {...script} />}
    </>
  );
}

/** Whether people may comment on an article: it is public, and has not been withdrawn. */
export function takesComments({ status }: Pick<Article, "status">): boolean {
  return status === "published" || status === "scheduled";
}

type CommentsProps = { article: Article; publication: Publication; page: PageLanguage };

/** The comments below an article, which Giscus keeps in the discussions of a repository. */
export function CommentsBelow({ article, publication, page }: CommentsProps) {
  const { comments } = publication;
  if (!comments || !takesComments(article)) return null;
  return (
    <div class="comments">
      <script
        async
        src="https://giscus.app/client.js"
        crossorigin="anonymous"
        data-repo={comments.repo}
        data-repo-id={comments.repoId}
        data-category={comments.category}
        data-category-id={comments.categoryId}
        data-mapping="pathname"
        data-strict="1"
        data-reactions-enabled="1"
        data-emit-metadata="0"
        data-input-position="top"
        data-theme="preferred_color_scheme"
        data-lang={page.tag}
        data-loading="lazy"
      />
    </div>
  );
}
