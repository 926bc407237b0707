import type { Article } from "../../model/article.ts";
import type { Publication } from "../../model/publication.ts";
import { markText, pageLanguage, storyLanguage } from "../../render/html/page-language.ts";
import { preparedBody } from "../../render/html/parts/article-body.ts";
import { ArticleFacts } from "../../render/html/parts/article-facts.tsx";
import { Attachments } from "../../render/html/parts/attachments.tsx";
import { Corrections } from "../../render/html/parts/corrections.tsx";
import { LeadFigure } from "../../render/html/parts/lead-figure.tsx";
import { StoryHeader } from "../../render/html/parts/story-header.tsx";
import { withNotesHeading } from "../../render/notes-heading.ts";
import { MEDIA_PREFIX } from "../../site/addresses.ts";
import { raw } from "../../syntax/jsx/jsx-runtime.ts";
import { MEDIA_PATH } from "../paths.ts";
import { DESK_LANGUAGE } from "./desk-page.tsx";

/** An article as readers would see it. It may be a draft, so its files are loaded from the desk: the originals. */
export function ArticlePreview({ article: stored, publication }: { article: Article; publication: Publication }) {
  const article = withPreviews(stored, publication);
  const page = storyLanguage(article.language, pageLanguage(publication.language));
  return (
    <article class="story" {...markText(article.language, DESK_LANGUAGE)}>
      <StoryHeader article={article} publication={publication} page={page} />
      {article.image && <LeadFigure image={article.image} pictures={undefined} />}
      <div class="body">{raw(preparedBody(withNotesHeading(article)))}</div>
      <Corrections article={article} page={page} />
      <Attachments article={article} page={page} />
      <ArticleFacts article={article} publication={publication} page={page} />
    </article>
  );
}

/** Files are public only while a published article uses them, so the page loads them from the desk. */
function withPreviews(article: Article, { address }: Publication): Article {
  return JSON.parse(JSON.stringify(article).replaceAll(address + MEDIA_PREFIX, `${address}${MEDIA_PATH}/`));
}
