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
      <h1 class={`p-name ${headlineLength(title)}`}>{title}</h1>
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
      <Byline article={article} publication={publication} page={page} hasAddresses={true} />
      <Times article={article} page={page} />
    </header>
  );
}

/** Characters from which a headline is set smaller, so that it stays within about three lines. */
const LONG_HEADLINE = 60;
const VERY_LONG_HEADLINE = 110;

/** The class of a headline by its length. A character of Chinese, Japanese or Korean is as wide as two letters. */
export function headlineLength(title: string): "short" | "long" | "very-long" {
  const wide = title.match(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g)?.length ?? 0;
  const length = title.length + wide;
  if (length >= VERY_LONG_HEADLINE) return "very-long";
  return length >= LONG_HEADLINE ? "long" : "short";
}
