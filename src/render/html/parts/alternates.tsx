import type { Article } from "../../../model/article.ts";
import type { Feed, FeedHead } from "../../../model/feed.ts";
import type { Publication } from "../../../model/publication.ts";
import { ALL, allOf } from "../../../model/selection.ts";
import { OPML_PATH } from "../../../site/addresses.ts";
import { documentAddresses, feedAddresses, pushAddresses } from "../../../site/feed-links.ts";
import { FEED_FORMAT_NAMES, FEED_FORMATS } from "../../formats.ts";
import { OPML_MEDIA_TYPE } from "../../opml.ts";
import { rslLink } from "../../rsl.ts";
import { sectionTitle } from "../../sections.ts";
import { labelsFor } from "../labels/labels-for.ts";

/** A feed that a page links to, so that programs discover it. */
export type Discoverable = Pick<FeedHead, "title" | "addresses">;

/** The feeds of a list's page: its own feed, then the feed of everything. */
export function feedsOfList({ title, addresses, publication }: FeedHead): readonly Discoverable[] {
  const everything = feedOfEverything(publication);
  return addresses.html === everything.addresses.html ? [everything] : [{ title, addresses }, everything];
}

/**
 * The feeds of an article's page: the feed of everything, which most readers subscribe to, then that of its section.
 */
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

/** A link from a page as a whole. It has a title only if people choose among several such links. */
export type PageLink = {
  readonly rel: "alternate" | "license" | "self" | "hub";
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
};

/**
 * The links that a page has for programs, in its head and in its `Link` header: these feeds in each format, the list of
 * all feeds, and the licence.
 */
export function pageLinks(feeds: readonly Discoverable[], publication: Publication): readonly PageLink[] {
  const all = publication.address + OPML_PATH;
  const terms = rslLink(publication);
  return [
    ...feeds.flatMap(({ title, addresses }) =>
      FEED_FORMAT_NAMES.map((format): PageLink => {
        const { label, mediaType } = FEED_FORMATS[format];
        return { rel: "alternate", href: addresses[format], type: mediaType, title: `${title} (${label})` };
      }),
    ),
    { rel: "alternate", href: all, type: OPML_MEDIA_TYPE, title: labelsFor(publication.language).allFeeds },
    ...(terms ? [{ rel: "license", ...terms } as const] : []),
  ];
}

/**
 * The links by which a client subscribes to the page itself: its address and its hub (WebSub section 4). Returns none
 * if the publication has no hub for it.
 */
export function pushLinks(feed: Feed): readonly PageLink[] {
  const { hub } = pushAddresses(feed);
  if (hub === undefined) return [];
  return [
    { rel: "self", href: documentAddresses(feed).html, type: "text/html" },
    { rel: "hub", href: hub },
  ];
}

type AlternatesProps = { feeds: readonly Discoverable[]; publication: Publication; more?: readonly PageLink[] };

export function Alternates({ feeds, publication, more = [] }: AlternatesProps) {
  return (
    <>
      {[...more, ...pageLinks(feeds, publication)].map(({ rel, href, type, title }) => (
        <link rel={rel} type={type} title={title} href={href} />
      ))}
    </>
  );
}
