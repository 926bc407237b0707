import type { Feed } from "../../../model/feed.ts";
import { documentAddresses } from "../../../site/feed-links.ts";
import { feedDescription } from "../../feed-description.ts";
import { FEED_FORMATS, type FeedFormat, formatsOf } from "../../formats.ts";
import { type PageLanguage, pageOf } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { Entries } from "../parts/entries.tsx";
import { isFrontPage } from "../parts/is-front-page.ts";
import { FeedAddress, FeedLink } from "../parts/subscribe.tsx";
import { feedHeading } from "./list-page.tsx";

/** How many of the entries the page shows. */
const MAX_ENTRIES = 24;

/**
 * The page that a person gets who opens a feed's address in a browser: it says what a feed is and how to use it, and
 * lists the newest entries.
 */
export function renderFeedPage(feed: Feed, format: FeedFormat): string {
  const { publication, title } = feed;
  const page = pageOf(publication);
  const { label } = FEED_FORMATS[format];
  return renderDocument({
    page,
    publication,
    title: `${title} (${label})`,
    description: feedDescription(feed),
    kind: "inner",
    isIndexed: false,
    hasSubscribe: false,
    head: <Alternates feeds={feedsOfList(feed)} publication={publication} />,
    children: (
      <div class="column h-feed">
        <h1 class="p-name">
          <bdi>{title}</bdi> <span class="form">{label}</span>
        </h1>
        <FeedNote feed={feed} format={format} label={label} page={page} />
        <Entries feed={feed} entries={feed.entries.slice(0, MAX_ENTRIES)} page={page} />
      </div>
    ),
  });
}

type FeedNoteProps = { feed: Feed; format: FeedFormat; label: string; page: PageLanguage };

function FeedNote({ feed, format, label, page }: FeedNoteProps) {
  const { labels } = page;
  const addresses = documentAddresses(feed);
  const others = formatsOf(feed.selection.scope).filter((other) => other !== format);
  return (
    <section class="subscribe" aria-label={labels.feedAddress}>
      <p>
        {labels.feedIs(label)} {labels.feedHow}
      </p>
      {format !== "podcast" && <p>{labels.feedAdvice}</p>}
      <p>
        <FeedAddress address={addresses[format]} />
      </p>
      <ul class="links">
        <li>
          <a href={withRaw(addresses[format])}>{labels.rawFeed}</a>
        </li>
        {others.length > 0 && (
          <li>
            {labels.otherForms}:{" "}
            {others.map((other, place) => (
              <>
                {place > 0 && " · "}
                <FeedLink addresses={addresses} format={other} />
              </>
            ))}
          </li>
        )}
        <li>
          <a href={addresses.html}>{isFrontPage(feed) ? labels.frontPage : <bdi>{feedHeading(feed, page)}</bdi>}</a>
        </li>
      </ul>
    </section>
  );
}

/** The same address with the parameter `raw`, which asks for the feed itself. */
function withRaw(address: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}raw`;
}
