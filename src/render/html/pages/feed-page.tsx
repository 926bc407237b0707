import type { Feed } from "../../../model/feed.ts";
import { documentAddresses } from "../../../site/addresses.ts";
import { type PageLanguage, pageLanguage } from "../page-language.ts";
import { Alternates, feedsOfList } from "../parts/alternates.tsx";
import { renderDocument } from "../parts/document.tsx";
import { Entries } from "../parts/entries.tsx";
import { FeedAddress } from "../parts/feed-address.tsx";
import { FEED_FORM_ORDER, FEED_FORMS, type FeedForm } from "../parts/feed-forms.ts";
import { FeedLink } from "../parts/feed-link.tsx";

/** What a person sees who opens a feed's address in a browser: what it is, how to use it, and what is in it. */
export function renderFeedPage(feed: Feed, form: FeedForm): string {
  const { description, publication, title } = feed;
  const page = pageLanguage(publication.language);
  const { name } = FEED_FORMS[form];
  return renderDocument({
    page,
    publication,
    title: `${title} (${name})`,
    description,
    kind: "inner",
    isIndexed: false,
    hasSubscribe: false,
    head: <Alternates feeds={feedsOfList(feed)} publication={publication} />,
    children: (
      <div class="column h-feed">
        <h1 class="p-name">
          <bdi>{title}</bdi> <span class="form">{name}</span>
        </h1>
        <FeedNote feed={feed} form={form} name={name} page={page} />
        <Entries feed={feed} page={page} />
      </div>
    ),
  });
}

type FeedNoteProps = { feed: Feed; form: FeedForm; name: string; page: PageLanguage };

function FeedNote({ feed, form, name, page }: FeedNoteProps) {
  const { labels } = page;
  const addresses = documentAddresses(feed);
  return (
    <section class="subscribe" aria-label={labels.feedAddress}>
      <p>
        {labels.feedIs(name)} {labels.feedHow}
      </p>
      <p>
        <FeedAddress address={addresses[form]} />
      </p>
      <ul class="links">
        <li>
          <a href={withRaw(addresses[form])}>{labels.rawFeed}</a>
        </li>
        <li>
          {labels.otherForms}:{" "}
          {FEED_FORM_ORDER.filter((other) => other !== form).map((other, place) => (
            <>
              {place > 0 && " · "}
              <FeedLink addresses={addresses} form={other} />
            </>
          ))}
        </li>
        <li>
          <a href={addresses.html}>{labels.frontPage}</a>
        </li>
      </ul>
    </section>
  );
}

/** The same address with the word that asks for the feed itself. */
function withRaw(address: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}raw`;
}
