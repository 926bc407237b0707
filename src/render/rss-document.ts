import type { Article } from "../model/article.ts";
import { authorsOf } from "../model/credit.ts";
import type { Feed } from "../model/feed.ts";
import type { MediaFile } from "../model/media-file.ts";
import type { Publication } from "../model/publication.ts";
import { instantOf } from "../model/timestamp.ts";
import { documentAddresses, pushAddresses } from "../site/feed-links.ts";
import { escapeHtml } from "../syntax/html.ts";
import { formatRfc822 } from "../syntax/rfc822-date.ts";
import { type AttributeValues, children, empty, html, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { archiveMark, articleLinks, atomPerson, feedLinks, isArchive } from "./atom-elements.ts";
import { contentHtml } from "./content-html.ts";
import { feedDescription } from "./feed-description.ts";
import { extensions, RssLibraryFeed } from "./feed-library.ts";
import { GENERATOR } from "./generator.ts";
import { declareNamespaces } from "./namespaces.ts";
import { entriesWithNotices } from "./retraction-notice.ts";
import { rslItem } from "./rsl.ts";
import { sectionOf } from "./sections.ts";
import { shownSummary } from "./shown-summary.ts";

export const RSS_MEDIA_TYPE = "application/rss+xml";

/** `ttl`, in minutes: how long a reader may cache the feed. */
const TIME_TO_LIVE = 60;

type Elements = Readonly<Record<string, XmlNode | readonly XmlNode[] | undefined>>;

/**
 * What differs between the feed of articles and the podcast. `namespaces` are declared on the root, where podcast
 * directories look for theirs, and `channelNamespaces` on the channel. `channel` and `item` are elements beside those
 * that every RSS feed of ours has.
 */
export type RssVariant = {
  readonly form: "rss" | "podcast";
  readonly namespaces: AttributeValues;
  readonly channelNamespaces: AttributeValues;
  readonly image: MediaFile | undefined;
  readonly channel: Elements;
  readonly item: (article: Article) => Elements;
};

/**
 * RSS 2.0, by the RSS Board's specification and Best Practices Profile, with Dublin Core and Atom's elements for what
 * RSS has no element of its own.
 *
 * Titles, names and tags are plain text, escaped once for XML. The Profile prefers `&#x3C;` for careless readers. It is
 * the same text to a parser, and the serializer cannot write it; text that is escaped twice would show `&lt;` in every
 * correct reader.
 */
export function rssDocument(feed: Feed, variant: RssVariant): string {
  const { publication, title } = feed;
  const { form, image } = variant;
  const self = documentAddresses(feed);
  const editor = publication.people.find((person) => person.email !== undefined);

  // An option reserves an element's position before the items. An extension of the same name then replaces its content.
  const rss = new RssLibraryFeed({
    title,
    link: self.html,
    description: feedDescription(feed),
    updated: new Date(instantOf(feed.updated)),
    docs: "https://www.rssboard.org/rss-specification",
    generator: GENERATOR,
    language: publication.language,
    ttl: TIME_TO_LIVE,
    feed: self[form],
    ...(publication.rights !== undefined && { copyright: publication.rights }),
    ...(image && { image: image.url }),
  });
  // RSL 1.0 (section 4.7) looks for its namespace on the root.
  rss.namespaces = { ...variant.namespaces, ...declareNamespaces(publication.rsl !== undefined && "rsl") };
  const elements = extensions({
    _attributes: {
      // The package declares `dc` itself, but only for a feed that has contents.
      ...variant.channelNamespaces,
      ...declareNamespaces(feed.selection.content === "summary" && "dc", isArchive(feed) && "fh"),
      "xml:lang": publication.language,
    },
    title: text(title),
    description: text(feedDescription(feed)),
    lastBuildDate: text(formatRfc822(feed.updated)),
    image: image && { url: text(image.url), title: text(title), link: text(self.html) },
    copyright: publication.rights === undefined ? undefined : text(publication.rights),
    cloud: cloud(feed),
    managingEditor: editor && text(`${editor.email} (${editor.name})`),
    "atom:link": feedLinks(feed, form, RSS_MEDIA_TYPE),
    "atom:author": publication.people.map((person) => atomPerson(person, "atom:")),
    "fh:archive": archiveMark(feed),
    ...variant.channel,
  });
  for (const element of elements) rss.addExtension(element);
  for (const article of entriesWithNotices(feed)) rss.addElements(rssItem(article, feed, variant));
  return rss.write(feed.selection.content === "full");
}

/** The element must name a port, also if the address does not. */
const DEFAULT_PORTS: Readonly<Record<string, string>> = { "https:": "443", "http:": "80" };

/**
 * `cloud`, for readers that know rssCloud and not WebSub. The service speaks one of its protocols, `http-post`. RSS 2.0
 * has no other word for it over TLS, so the port tells. Only XML-RPC and SOAP have a procedure to name.
 */
function cloud(feed: Feed): XmlNode | undefined {
  const address = pushAddresses(feed).cloud;
  if (address === undefined) return undefined;
  const { hostname, port, pathname, protocol } = new URL(address);
  return empty({
    domain: hostname,
    port: port || DEFAULT_PORTS[protocol],
    path: pathname,
    registerProcedure: "",
    protocol: "http-post",
  });
}

/**
 * One article.
 *
 * - `description` is HTML by the specification, so the plain summary is escaped once more.
 * - RSS's `author` must be an e-mail address, so names are in `dc:creator`.
 * - RSS's `source` must be a feed, so the agency is in `dc:source`.
 */
function rssItem(article: Article, { publication, selection }: Feed, variant: RssVariant): XmlNode {
  const language = article.language === publication.language ? undefined : article.language;
  return {
    // For XML parsers; `dc:language` below is for readers that know RSS only.
    ...(language !== undefined && empty({ "xml:lang": language })),
    ...children({
      title: text(article.title),
      link: text(article.url),
      guid: text(article.id, { isPermaLink: "false" }),
      pubDate: text(formatRfc822(article.published)),
      description: html(escapeHtml(shownSummary(article, selection))),
      "content:encoded": selection.content === "full" ? html(contentHtml(article)) : undefined,
      "atom:updated": text(article.updated),
      "dc:creator": authorsOf(article).map(({ name }) => text(name)),
      "dc:source": article.agency && text(article.agency.name),
      "dc:coverage": article.dateline === undefined ? undefined : text(article.dateline),
      "dc:language": language === undefined ? undefined : text(language),
      "dc:rights": article.rights === undefined ? undefined : text(article.rights),
      category: categories(article, publication),
      ...variant.item(article),
      "atom:link": articleLinks(article),
      "rsl:content": rslItem(article.url, publication),
    }),
  };
}

/**
 * The section, then the tags. The section has no `domain`: clients that read the element as text throw if it has
 * attributes (rss-parser of npm). The channel says which names are sections.
 */
function categories(article: Article, publication: Publication): XmlNode[] {
  const section = sectionOf(article, publication);
  return [...(section ? [text(section.title)] : []), ...article.tags.map((tag) => text(tag))];
}
