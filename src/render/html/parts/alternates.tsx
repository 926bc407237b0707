import type { Article } from "../../../model/article.ts";
import type { Feed, FeedHead } from "../../../model/feed.ts";
import { podcastOf } from "../../../model/podcast.ts";
import type { Publication } from "../../../model/publication.ts";
import { EVERYTHING, PODCAST, type PodcastScope, type Scope } from "../../../model/scope.ts";
import { ALL, allOf } from "../../../model/selection.ts";
import { OPML_PATH } from "../../../site/addresses.ts";
import { documentAddresses, feedAddresses, pushAddresses } from "../../../site/feed-links.ts";
import { FEED_FORMAT_NAMES, FEED_FORMATS } from "../../formats.ts";
import { OPML_MEDIA_TYPE } from "../../opml.ts";
import { rslLink } from "../../rsl.ts";
import { sectionTitle } from "../../sections.ts";
import { labelsFor } from "../labels/labels-for.ts";

/** A feed that a page links to, so that programs discover it. */
export type Discoverable = Pick<FeedHead, "title" | "addresses"> & { readonly scope: Scope };

/**
 * The podcast beside the feed of a scope, if the publication has one there. It comes after the feeds of articles: a
 * reader that takes the first link it finds is to get the articles.
 */
export function podcastBeside(scope: Scope, publication: Publication): { address: string; title: string } | undefined {
  if (scope.kind !== "everything" && scope.kind !== "section") return undefined;
  const own: PodcastScope = scope.kind === "everything" ? PODCAST : { kind: "podcast", section: scope.slug };
  const podcast = podcastOf(publication, own);
  if (!podcast) return undefined;
  const above = scope.kind === "everything" ? publication.title : sectionTitle(scope.slug, publication);
  return { address: feedAddresses(publication.address, allOf(own)).podcast, title: podcast.title ?? above };
}

/** The feeds of a list's page: its own feed, then the feed of everything. The page about a podcast is in its list. */
export function feedsOfList({ title, addresses, publication, selection }: FeedHead): readonly Discoverable[] {
  const { scope } = selection;
  if (scope.kind === "podcast") return feedsOfSection(scope.section, publication).toReversed();
  const everything = feedOfEverything(publication);
  return addresses.html === everything.addresses.html ? [everything] : [{ title, addresses, scope }, everything];
}

/**
 * The feeds of an article's page: the feed of everything, which most readers subscribe to, then that of its section.
 */
export function feedsOfArticle({ section }: Article, publication: Publication): readonly Discoverable[] {
  return feedsOfSection(section, publication);
}

function feedsOfSection(section: string | undefined, publication: Publication): readonly Discoverable[] {
  const everything = feedOfEverything(publication);
  if (section === undefined) return [everything];
  const title = `${sectionTitle(section, publication)} — ${publication.title}`;
  const scope: Scope = { kind: "section", slug: section };
  return [everything, { title, addresses: feedAddresses(publication.address, allOf(scope)), scope }];
}

function feedOfEverything({ address, title }: Publication): Discoverable {
  return { title, addresses: feedAddresses(address, ALL), scope: EVERYTHING };
}

/** A link from a page as a whole. It has a title only if people choose among several such links. */
export type PageLink = {
  readonly rel: "alternate" | "license" | "self" | "hub";
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
};

/**
 * The links that a page has for programs, in its head and in its `Link` header: these feeds in each format, the
 * podcasts beside them, the list of all feeds, and the licence.
 */
export function pageLinks(feeds: readonly Discoverable[], publication: Publication): readonly PageLink[] {
  const all = publication.address + OPML_PATH;
  const terms = rslLink(publication);
  const podcasts = feeds.flatMap(({ scope }) => podcastBeside(scope, publication) ?? []);
  const { label: podcastLabel, mediaType: podcastType } = FEED_FORMATS.podcast;
  return [
    ...feeds.flatMap(({ title, addresses }) =>
      FEED_FORMAT_NAMES.map((format): PageLink => {
        const { label, mediaType } = FEED_FORMATS[format];
        return { rel: "alternate", href: addresses[format], type: mediaType, title: `${title} (${label})` };
      }),
    ),
    ...podcasts.map(
      ({ address, title }): PageLink => ({
        rel: "alternate",
        href: address,
        type: podcastType,
        title: `${title} (${podcastLabel})`,
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
