import { feedAddresses } from "../../model/addresses.ts";
import type { Article } from "../../model/article.ts";
import type { FeedHead } from "../../model/feed.ts";
import type { Publication } from "../../model/publication.ts";
import { ALL, allOf } from "../../model/selection.ts";
import { FEED_FORM_ORDER, FEED_FORMS } from "./feed-forms.ts";
import { sectionTitle } from "./section-title.ts";

/** A feed that a page leads to. */
export type Discoverable = Pick<FeedHead, "title" | "addresses">;

/** A list leads to its own feed, then to that of everything. */
export function feedsOfList({ title, addresses, publication }: FeedHead): readonly Discoverable[] {
  const everything = feedOfEverything(publication);
  return addresses.html === everything.addresses.html ? [everything] : [{ title, addresses }, everything];
}

/** An article leads to the feed of everything, which is what most subscribe to, then to that of its section. */
export function feedsOfArticle({ section }: Article, publication: Publication): readonly Discoverable[] {
  const everything = feedOfEverything(publication);
  if (section === undefined) return [everything];
  const title = `${sectionTitle(section, publication)} — ${publication.title}`;
  return [
    everything,
    { title, addresses: feedAddresses(publication.address, allOf({ kind: "section", slug: section })) },
  ];
}

function feedOfEverything({ address, title }: Publication): Discoverable {
  return { title, addresses: feedAddresses(address, ALL) };
}

/** Autodiscovery links, for the page's head and for its `Link` header alike. */
export function alternateLinks(feeds: readonly Discoverable[]) {
  return feeds.flatMap(({ title, addresses }) =>
    FEED_FORM_ORDER.map((form) => {
      const { name, mediaType } = FEED_FORMS[form];
      return { href: addresses[form], type: mediaType, title: `${title} (${name})` };
    }),
  );
}

export function Alternates({ feeds }: { feeds: readonly Discoverable[] }) {
  return (
    <>
      {alternateLinks(feeds).map(({ href, type, title }) => (
        <link rel="alternate" type={type} title={title} href={href} />
      ))}
    </>
  );
}
