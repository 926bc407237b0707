import type { Catalogue, ListedFeed } from "../../../model/catalogue.ts";
import type { Scope } from "../../../model/scope.ts";
import { FEEDS_PATH, OPML_PATH } from "../../../site/addresses.ts";
import { formatsOf } from "../../formats.ts";
import { OPML_MEDIA_TYPE } from "../../opml.ts";
import { type PageLanguage, pageOf } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";
import { FeedLink } from "../parts/subscribe.tsx";
import { COPY_SCRIPT_PATH } from "../script/copy-script.ts";

/** The page that lists every feed with its addresses, by section, tag and author. */
export function renderFeedsPage({ everything, feeds }: Catalogue): string {
  const { publication } = everything.head;
  const page = pageOf(publication);
  const { labels } = page;
  const ofKind = (kind: Scope["kind"]) => feeds.filter(({ scope }) => scope.kind === kind);
  return renderDocument({
    page,
    publication,
    title: `${labels.allFeeds} — ${publication.title}`,
    description: labels.allFeedsHow,
    kind: "inner",
    isIndexed: true,
    hasSubscribe: false,
    head: (
      <>
        <link rel="canonical" href={publication.address + FEEDS_PATH} />
        <Alternates feeds={feedsOfList(everything.head)} publication={publication} />
        <PageScripts publication={publication} hasPlayers={false} />
        <script src={COPY_SCRIPT_PATH} defer data-copy={labels.copy} data-copied={labels.copied} />
      </>
    ),
    children: (
      <div class="column">
        <h1>{labels.allFeeds}</h1>
        <p>
          {labels.allFeedsHow}{" "}
          <a href={publication.address + OPML_PATH} type={OPML_MEDIA_TYPE}>
            <bdi>OPML</bdi>
          </a>
        </p>
        <p>{labels.feedAdvice}</p>
        <Group name={labels.latest} feeds={[everything]} page={page} />
        <Group name={labels.podcast} feeds={ofKind("podcast")} page={page} />
        <Group name={labels.sections} feeds={ofKind("section")} page={page} />
        <Group name={labels.tags} feeds={ofKind("tag")} page={page} />
        <Group name={labels.authors} feeds={ofKind("author")} page={page} />
      </div>
    ),
  });
}

type GroupProps = { name: string; feeds: readonly ListedFeed[]; page: PageLanguage };

/** A table with a row a feed. The script `copy-script.ts` puts a button after each of the addresses. */
function Group({ name, feeds, page }: GroupProps) {
  if (feeds.length === 0) return null;
  const { labels, tag } = page;
  const number = new Intl.NumberFormat(tag);
  return (
    <div class="wide">
      <table class="feeds">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.feed}</th>
            <th scope="col" class="right">
              {labels.articleCount}
            </th>
            <th scope="col">{labels.feedAddress}</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map(({ scope, head: { addresses, name: feedName }, articles }) => (
            <tr>
              <th scope="row">
                <a href={addresses.html}>
                  <bdi>{feedName}</bdi>
                </a>
              </th>
              <td class="right">{number.format(articles)}</td>
              <td>
                <ul class="forms">
                  {formatsOf(scope).map((format) => (
                    <li class="copyable">
                      <FeedLink addresses={addresses} format={format} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
