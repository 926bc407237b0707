import type { Article } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";
import { Byline } from "./byline.tsx";
import { Kicker } from "./kicker.tsx";
import { Label } from "./label.tsx";
import { repeatsOpening } from "./repeats-opening.ts";
import { Times } from "./times.tsx";

type StoryHeaderProps = { article: Article; publication: Publication; page: PageLanguage };

/** What stands above the text of an article, on its page and in the preview of the desk. */
export function StoryHeader({ article, publication, page }: StoryHeaderProps) {
  const { body, language, status, summary, title } = article;
  return (
    <header>
      <Kicker article={article} publication={publication} page={page} />
      <h1 class="p-name">{title}</h1>
      {repeatsOpening(summary, body) ? (
        <data class="p-summary" value={summary} />
      ) : (
        <p class="standfirst p-summary">{summary}</p>
      )}
      {status === "draft" && (
        <p class="notice">
          <Label mark={markLabel(language, page)}>{page.labels.draftNote}</Label>
        </p>
      )}
      <Byline article={article} page={page} hasAddresses={true} />
      <Times article={article} page={page} />
    </header>
  );
}
