import { ALONE, type Around } from "../../../model/around.ts";
import type { Article } from "../../../model/article.ts";
import type { FeedHead } from "../../../model/feed.ts";
import { raw } from "../../../syntax/jsx/jsx-runtime.ts";
import { withNotesHeading } from "../../notes-heading.ts";
import { PreviousAndNext, Related } from "../around/around-article.tsx";
import { markText, pageOf, storyLanguage } from "../page-language.ts";
import { Alternates, feedsOfArticle, podcastBeside } from "../parts/alternates.tsx";
import { preparedBody } from "../parts/article-body.ts";
import { ArticleFacts } from "../parts/article-facts.tsx";
import { Attachments } from "../parts/attachments.tsx";
import { Authors } from "../parts/authors.tsx";
import { Corrections } from "../parts/corrections.tsx";
import { renderDocument } from "../parts/document.tsx";
import { jsonForScript, newsArticle } from "../parts/json-ld.ts";
import { LeadFigure } from "../parts/lead-figure.tsx";
import { ArticleOpenGraph } from "../parts/open-graph.tsx";
import { CommentsBelow, PageScripts } from "../parts/outside-scripts.tsx";
import { playersIn, withPlayers } from "../parts/players.ts";
import { StoryHeader } from "../parts/story-header.tsx";
import { SubscribeLine } from "../parts/subscribe.tsx";

/**
 * The page of one article.
 *
 * @param around what is around it in the history of everything
 * @param feed Names the publication and the feed to subscribe to. It need not contain the article.
 */
export function renderArticlePage(article: Article, feed: FeedHead, around: Around = ALONE): string {
  const { publication } = feed;
  const page = pageOf(publication);
  const story = storyLanguage(article.language, page);
  return renderDocument({
    page,
    publication,
    title: `${article.title} — ${publication.title}`,
    description: article.summary,
    kind: "inner",
    isIndexed: article.status !== "draft",
    hasSubscribe: true,
    section: article.section,
    head: <ArticleHead article={article} feed={feed} />,
    children: (
      <>
        <article class="story h-entry" {...markText(article.language, page)}>
          <StoryHeader article={article} publication={publication} page={story} />
          {article.image && <LeadFigure image={article.image} pictures={article.pictures} />}
          <div class="body e-content">
            {raw(withPlayers(preparedBody(withNotesHeading(article), article.pictures), publication))}
          </div>
          <Corrections article={article} page={story} />
          <Attachments article={article} page={story} />
          <ArticleFacts article={article} publication={publication} page={story} />
        </article>
        <CommentsBelow article={article} publication={publication} page={page} />
        <Authors article={article} publication={publication} />
        <Related article={article} around={around} publication={publication} page={page} />
        <PreviousAndNext around={around} publication={publication} page={page} />
        <SubscribeLine
          addresses={feed.addresses}
          hasPodcast={podcastBeside(feed.selection.scope, publication) !== undefined}
          publication={publication}
          page={page}
        />
      </>
    ),
  });
}

function ArticleHead({ article, feed }: { article: Article; feed: FeedHead }) {
  const { publication } = feed;
  const licence = article.licence ?? publication.licence;
  return (
    <>
      <link rel="canonical" href={article.canonical ?? article.url} />
      <Alternates feeds={feedsOfArticle(article, publication)} publication={publication} />
      {licence && <link rel="license" href={licence} />}
      <ArticleOpenGraph article={article} publication={publication} />
      <PageScripts publication={publication} hasPlayers={playersIn(article.body, publication).length > 0} />
      <script type="application/ld+json">{raw(jsonForScript(newsArticle(article, publication)))}</script>
    </>
  );
}
