import type { Link } from "./links.ts";

/** The media types by which readers find feeds. JSON Feed 1 used `application/json`. */
const FEED_MEDIA_TYPES: readonly string[] = [
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/json",
  "application/rdf+xml",
];

/**
 * Types that say nothing, or that no register knows. A link that has one is a feed's if its address or title says so.
 */
const VAGUE_TYPES: readonly string[] = [
  "application/atom",
  "application/rss",
  "application/x-atom+xml",
  "application/x-rss+xml",
  "application/x.atom+xml",
  "application/xml",
  "text/rss",
  "text/xml",
];
const SAYS_FEED = /(?:\b|[_?&=])(?:atom|feeds?|rdf|rss[12]?)(?:\b|_)/i;

/** Interfaces for programs: WordPress, oEmbed, Drupal and others announce them as other forms of a page. */
const INTERFACE =
  /\/wp-json(?:\/|$)|[?&]rest_route=|\/oembed|\/jsonapi(?:\/|$)|[?&]_format=|\/graphql(?:\/|$)|manifest\.json/i;

/** Addresses of feeds of comments: WordPress, Blogger, Drupal, Typepad, Discourse and those that follow them. */
const COMMENTS_PATH =
  /\/(?:comments|replies)(?:\/|[-_.]|$)|[?&]feed=comments|[?&]withcomments=|comments?[-_.](?:feed|rss|atom)/i;
/** Titles of such feeds. Titles in other languages are compared with one another, see `commentsEnding`. */
const COMMENTS_TITLE = /\b(?:comments|replies|commentaires|comentarios|comentários|commenti|kommentare?|reacties)\b/i;

export function isFeedType(type: string | undefined): boolean {
  return type !== undefined && FEED_MEDIA_TYPES.includes(type);
}

/**
 * The links that lead to feeds of the page's site, in document order: `alternate` with a type of feeds (RSS
 * autodiscovery), or `feed`. Links to interfaces for programs and to feeds of comments are left out.
 */
export function feedLinksIn(links: readonly Link[]): readonly Link[] {
  return feedsAndComments(links).feeds;
}

/** The links that lead to feeds, those of comments apart. */
export function feedsAndComments(links: readonly Link[]): {
  readonly feeds: readonly Link[];
  readonly comments: readonly Link[];
} {
  const all = links.filter(isFeedLink);
  const ending = commentsEnding(all);
  const comments = new Set(all.filter((link) => isCommentsFeed(link, ending)));
  return { feeds: all.filter((link) => !comments.has(link)), comments: [...comments] };
}

/**
 * The same links, the most useful first: the feed of the section that the page is of, then document order.
 *
 * @param page the address of the page
 */
export function feedsByUse(links: readonly Link[], page: string): readonly Link[] {
  const folder = URL.parse(".", page);
  const isOfSection = ({ href }: Link) => folder !== null && folder.pathname !== "/" && href.startsWith(folder.href);
  return [...links.filter(isOfSection), ...links.filter((link) => !isOfSection(link))];
}

function isFeedLink({ rel, type, href, title = "" }: Link): boolean {
  if (INTERFACE.test(href) || rel.includes("stylesheet")) return false;
  if (rel.includes("feed")) return true;
  if (!rel.includes("alternate")) return false;
  return isFeedType(type) || (type !== undefined && VAGUE_TYPES.includes(type) && SAYS_FEED.test(`${href} ${title}`));
}

/**
 * How titles of comment feeds end on this site, in its own language. WordPress ends the title of the feed of all
 * comments and that of a post's comments in the same words, as "Harbour » Kommentar-Feed".
 */
function commentsEnding(feeds: readonly Link[]): string | undefined {
  const all = feeds.find(({ href, title }) => title !== undefined && COMMENTS_PATH.test(href));
  const ending = all?.title
    ?.split(/[»|–—:]/)
    .at(-1)
    ?.trim();
  const isOwn = feeds.every((link) => link === all || COMMENTS_PATH.test(link.href) || link.title?.trim() !== ending);
  return ending && isOwn ? ending : undefined;
}

function isCommentsFeed({ href, title = "" }: Link, ending: string | undefined): boolean {
  if (COMMENTS_PATH.test(href) || COMMENTS_TITLE.test(title)) return true;
  return (
    ending !== undefined &&
    title.trim().endsWith(ending) &&
    /[\s»]/.test(title.trim().slice(0, -ending.length).slice(-1))
  );
}
