import type { Catalogue, ListedFeed } from "../../../model/catalogue.ts";
import type { Scope } from "../../../model/scope.ts";
import { FEEDS_PATH, OPML_PATH } from "../../../site/addresses.ts";
import { formatsOf } from "../../formats.ts";
import { OPML_MEDIA_TYPE } from "../../opml.ts";
import { type PageLanguage, pageLanguage } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { PageScripts } from "../parts/outside-scripts.tsx";
import { FeedAddressList } from "../parts/subscribe.tsx";

/** The page that lists every feed with its addresses, by section, tag and author. */
export function renderFeedsPage({ everything, feeds }: Catalogue): string {
  const { publication } = everything.head;
  const page = pageLanguage(publication.language);
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

function Group({ name, feeds, page }: GroupProps) {
  if (feeds.length === 0) return null;
  const number = new Intl.NumberFormat(page.tag);
  return (
    <section class="entries">
      <h2>{name}</h2>
      {feeds.map(({ scope, head: { addresses, name: feedName }, articles }) => (
        <div class="entry">
          <h3>
            <a href={addresses.html}>
              <bdi>{feedName}</bdi>
            </a>{" "}
            ({number.format(articles)})
          </h3>
          <FeedAddressList addresses={addresses} formats={formatsOf(scope)} class="facts" />
        </div>
      ))}
    </section>
  );
}
