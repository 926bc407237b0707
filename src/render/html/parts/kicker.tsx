import type { ArticleHead } from "../../../model/article.ts";
import type { Publication } from "../../../model/publication.ts";
import { allOf } from "../../../model/selection.ts";
import { feedAddresses } from "../../../site/feed-links.ts";
import { sectionTitle } from "../../sections.ts";
import { markLabel, type PageLanguage } from "../page-language.ts";

type KickerProps = { article: ArticleHead; publication: Publication; page: PageLanguage };

/** The line above a headline: the section, and a mark if the article is a draft. */
export function Kicker({ article: { language, section, status }, publication, page }: KickerProps) {
  const isDraft = status === "draft";
  if (!section && !isDraft) return null;
  return (
    <p class="kicker">
      {isDraft && (
        <strong class="draft" {...markLabel(language, page)}>
          {page.labels.draft}
        </strong>
      )}{" "}
      {section && (
        <a href={feedAddresses(publication.address, allOf({ kind: "section", slug: section })).html}>
          <bdi class="p-category">{sectionTitle(section, publication)}</bdi>
        </a>
      )}
    </p>
  );
}
