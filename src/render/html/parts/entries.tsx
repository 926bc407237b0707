import type { Article } from "../../../model/article.ts";
import type { Feed } from "../../../model/feed.ts";
import { isFiltered } from "../../../model/selection.ts";
import { raw } from "../../../syntax/jsx/jsx-runtime.ts";
import { type PictureAttributes, pictureHtml } from "../../picture-html.ts";
import { markLabel, markText, type PageLanguage, storyLanguage } from "../page-language.ts";
import { Byline } from "./byline.tsx";
import { Kicker } from "./kicker.tsx";
import { Tags } from "./tags.tsx";
import { ReaderTime } from "./times.tsx";

/**
 * The entries of a feed in its order, or a message if there are none. Only a list of the newest has a heading of its
 * own: that of an archive or of a search is the heading of its page.
 */
export function Entries({ feed, page }: { feed: Feed; page: PageLanguage }) {
  const { labels } = page;
  const isLatest = feed.place.document.kind === "current" && !isFiltered(feed.selection);
  const nothing = isFiltered(feed.selection) ? labels.nothingMatches : labels.nothingYet;
  return (
    <section class="entries" aria-labelledby={isLatest ? "entries-heading" : undefined}>
      {isLatest && <h2 id="entries-heading">{labels.latest}</h2>}
      {feed.entries.length === 0 && <p class="nothing">{nothing}</p>}
      {feed.entries.map((article, place) => (
        <Entry article={article} feed={feed} page={page} isFirst={place === 0} heading={isLatest ? "h3" : "h2"} />
      ))}
    </section>
  );
}

type EntryProps = { article: Article; feed: Feed; page: PageLanguage; isFirst: boolean; heading: "h2" | "h3" };

/** Not an `<article>`: Liferea takes each one in a page for an item of a feed. */
function Entry({ article, feed: { publication }, page: around, isFirst, heading: Heading }: EntryProps) {
  const { image, language, published, status, summary, tags, title, url } = article;
  const page = storyLanguage(language, around);
  return (
    <div class="entry h-entry" {...markText(language, around)}>
      <div class="words">
        <Kicker article={article} publication={publication} page={page} />
        <Heading class="p-name">
          <a class="u-url" href={url}>
            {title}
          </a>
        </Heading>
        <p class="summary">
          <Dateline article={article} />
          <span class="p-summary">{summary}</span>
        </p>
        <div class="meta">
          <Byline article={article} page={page} hasAddresses={false} />
          {status !== "draft" && (
            <p class="times">
              <ReaderTime class="dt-published" time={published} page={page} mark={markLabel(language, page)} />
            </p>
          )}
        </div>
        {tags.length > 0 && <Tags tags={tags} publication={publication} />}
      </div>
      {image?.file && <Thumbnail article={article} isFirst={isFirst} />}
    </div>
  );
}

/** As wide as the style of an entry lets its picture become. The first of the front page is as wide as its column. */
const THUMBNAIL_SIZES = "(min-width: 54rem) 13rem, max(6.5rem, 24vw)";
const FIRST_SIZES = "(min-width: 60rem) 44rem, 100vw";

function Thumbnail({ article: { image, pictures }, isFirst }: Pick<EntryProps, "article" | "isFirst">) {
  if (!image?.file) return null;
  const { url, width, height } = image.file;
  const attributes: PictureAttributes = {
    class: "u-photo",
    src: url,
    alt: image.alternativeText ?? "",
    width,
    height,
    ...(isFirst ? { fetchpriority: "high" } : { loading: "lazy" }),
  };
  return raw(pictureHtml(attributes, pictures, isFirst ? FIRST_SIZES : THUMBNAIL_SIZES));
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
