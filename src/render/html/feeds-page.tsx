import { FEEDS_PATH, OPML_PATH } from "../../model/addresses.ts";
import type { Catalogue, ListedFeed } from "../../model/catalogue.ts";
import { Alternates } from "./alternates.tsx";
import { renderDocument } from "./document.tsx";
import { FeedAddress } from "./feed-address.tsx";
import { FEED_FORM_ORDER } from "./feed-forms.ts";
import { FeedLink } from "./feed-link.tsx";
import { pageLanguage } from "./page-language.ts";

/** Every feed with its addresses, for a person who wants to follow a part. */
export function renderFeedsPage({ everything, feeds }: Catalogue): string {
  const { publication } = everything.head;
  const page = pageLanguage(publication.language);
  const { labels } = page;
  const groups = [
    { kind: "section", name: labels.sections },
    { kind: "tag", name: labels.tags },
    { kind: "author", name: labels.authors },
  ].map(({ kind, name }) => ({ name, feeds: feeds.filter(({ scope }) => scope.kind === kind) }));
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
        <Alternates feeds={[everything.head]} />
      </>
    ),
    children: (
      <div class="h-feed">
        <h1>{labels.allFeeds}</h1>
        <p>
          {labels.allFeedsHow}{" "}
          <a href={publication.address + OPML_PATH} type="text/x-opml">
            <bdi>OPML</bdi>
          </a>
        </p>
        <div class="subscribe">
          <Addresses feeds={[everything]} tag={page.tag} />
        </div>
        {groups
          .filter((group) => group.feeds.length > 0)
          .map((group) => (
            <section class="subscribe">
              <h2>{group.name}</h2>
              <Addresses feeds={group.feeds} tag={page.tag} />
            </section>
          ))}
      </div>
    ),
  });
}

function Addresses({ feeds, tag }: { feeds: readonly ListedFeed[]; tag: string }) {
  const number = new Intl.NumberFormat(tag);
  return (
    <ul>
      {feeds.map(({ head: { addresses, name }, articles }) => (
        <li>
          <a href={addresses.html}>
            <bdi>{name}</bdi>
          </a>{" "}
          ({number.format(articles)}){" "}
          {FEED_FORM_ORDER.map((form) => (
            <>
              {" · "}
              <FeedLink addresses={addresses} form={form} />
            </>
          ))}
          <FeedAddress address={addresses.rss} />
        </li>
      ))}
    </ul>
  );
}
