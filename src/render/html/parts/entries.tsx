import type { Article } from "../../../model/article.ts";
import type { Feed } from "../../../model/feed.ts";
import { markLabel, markText, type PageLanguage } from "../page-language.ts";
import { Byline } from "./byline.tsx";
import { Kicker } from "./kicker.tsx";
import { Tags } from "./tags.tsx";
import { ReaderTime } from "./times.tsx";

/** The entries of a feed in its order, or a message if there are none. */
export function Entries({ feed, page }: { feed: Feed; page: PageLanguage }) {
  const { labels } = page;
  return (
    <section class="entries" aria-labelledby="entries-heading">
      <h2 id="entries-heading">{labels.latest}</h2>
      {feed.entries.length === 0 && <p class="nothing">{labels.nothingYet}</p>}
      {feed.entries.map((article, place) => (
        <Entry article={article} feed={feed} page={page} isFirst={place === 0} />
      ))}
    </section>
  );
}

type EntryProps = { article: Article; feed: Feed; page: PageLanguage; isFirst: boolean };

/** Not an `<article>`: Liferea takes each one in a page for an item of a feed. */
function Entry({ article, feed: { publication }, page, isFirst }: EntryProps) {
  const { image, language, published, summary, tags, title, url } = article;
  return (
    <div class="entry h-entry" {...markText(language, page)}>
      <div class="words">
        <Kicker article={article} publication={publication} page={page} />
        <h3 class="p-name">
          <a class="u-url" href={url}>
            {title}
          </a>
        </h3>
        <p class="summary">
          <Dateline article={article} />
          <span class="p-summary">{summary}</span>
        </p>
        <div class="meta">
          <Byline article={article} page={page} hasAddresses={false} />
          <p class="times" {...markLabel(language, page)}>
            <ReaderTime class="dt-published" time={published} page={page} />
          </p>
        </div>
        {tags.length > 0 && <Tags tags={tags} publication={publication} />}
      </div>
      {image?.file && (
        <img
          class="u-photo"
          src={image.file.url}
          alt={image.alternativeText ?? ""}
          width={image.file.width}
          height={image.file.height}
          fetchpriority={isFirst ? "high" : undefined}
          loading={isFirst ? undefined : "lazy"}
        />
      )}
    </div>
  );
}

/** The place, unless the summary already begins with it: a summary may be the first sentence of the text. */
function Dateline({ article: { dateline, summary } }: { article: Article }) {
  if (!dateline || summary.startsWith(dateline)) return null;
  return (
    <>
      <span class="dateline">{dateline}</span> —{" "}
    </>
  );
}
