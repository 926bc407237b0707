import type { FeedHead } from "../../../model/feed.ts";
import type { Page } from "../../../model/page.ts";
import { raw } from "../../../syntax/jsx/jsx-runtime.ts";
import { markText, pageLanguage } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { preparedBody } from "../parts/article-body.ts";
import { renderDocument } from "../parts/document.tsx";
import { LeadFigure } from "../parts/lead-figure.tsx";
import { PageOpenGraph } from "../parts/open-graph.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";
import { playersIn, withPlayers } from "../parts/players.ts";

/**
 * A page beside the articles, such as "About".
 *
 * @param feed Names the publication and the feed that programs discover on the page.
 */
export function renderContentPage(content: Page, feed: FeedHead): string {
  const { publication } = feed;
  const page = pageLanguage(publication.language);
  const { body, description, image, language, status, title, url } = content;
  return renderDocument({
    page,
    publication,
    title: `${title} — ${publication.title}`,
    description,
    kind: "inner",
    isIndexed: status !== "draft",
    hasSubscribe: false,
    head: (
      <>
        <link rel="canonical" href={url} />
        <Alternates feeds={feedsOfList(feed)} publication={publication} />
        {publication.licence && <link rel="license" href={publication.licence} />}
        <PageOpenGraph page={content} publication={publication} />
        <PageScripts publication={publication} hasPlayers={playersIn(body, publication).length > 0} />
      </>
    ),
    children: (
      <div class="story" {...markText(language, page)}>
        <header>
          <h1>{title}</h1>
        </header>
        {image && <LeadFigure image={image} pictures={undefined} />}
        <div class="body">{raw(withPlayers(preparedBody(body), publication))}</div>
      </div>
    ),
  });
}
