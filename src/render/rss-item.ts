import type { Item } from "feed";
import type { Article } from "../model/article.ts";
import { authorsOf } from "../model/credit.ts";
import type { Feed } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { instantOf, toRfc822 } from "../model/timestamp.ts";
import { articleLinks } from "./atom-links.ts";
import { contentHtml } from "./content-html.ts";
import { escapeHtml } from "./escape-html.ts";
import { extensions } from "./feed-library.ts";
import { enclosuresOf, mediaContents } from "./media-rss.ts";
import { podcastEpisode, recordingOf } from "./podcast-episode.ts";
import { rslItem } from "./rsl.ts";
import { sectionOf, sectionScheme } from "./section-category.ts";
import { empty, html, text, type XmlElement } from "./xml-element.ts";

/**
 * One article as an RSS item.
 *
 * `description` is HTML by the specification, so the plain summary is escaped once more. `author` wants an e-mail address for everyone, so names
 * are in `dc:creator`. RSS's own `source` must be a feed, so the agency is in `dc:source`. `enclosure` may stand once only
 * (Best Practices Profile), and is what can be played where there is such a thing, since podcast players look nowhere else: the other files, and what
 * `enclosure` cannot say of this one, are in `media:content`.
 */
export function rssItem(article: Article, { publication, selection }: Feed): Item {
  const isFull = selection.content === "full";
  const language = article.language === publication.language ? undefined : article.language;
  return {
    title: article.title,
    link: article.url,
    date: new Date(instantOf(article.published)),
    description: PLACE_HOLDER,
    ...(isFull && { content: PLACE_HOLDER }),
    extensions: extensions({
      // For XML's own readers; `dc:language` below says it to those who know RSS only.
      ...(language !== undefined && empty({ "xml:lang": language })),
      title: text(article.title),
      guid: text(article.id, { isPermaLink: "false" }),
      pubDate: text(toRfc822(article.published)),
      description: html(escapeHtml(article.summary)),
      "content:encoded": isFull ? html(contentHtml(article)) : undefined,
      "atom:updated": text(article.updated),
      "dc:creator": authorsOf(article).map(({ name }) => text(name)),
      "dc:source": article.agency && text(article.agency.name),
      "dc:coverage": article.dateline === undefined ? undefined : text(article.dateline),
      "dc:language": language === undefined ? undefined : text(language),
      "dc:rights": article.rights === undefined ? undefined : text(article.rights),
      category: categories(article, publication),
      enclosure: enclosure(article),
      ...podcastEpisode(article),
      "media:content": mediaContents(article),
      "atom:link": articleLinks(article),
      "rsl:content": rslItem(article.url, publication),
    }),
  };
}

/** Any text will do: it holds the element's place before the extensions, and makes the library declare `content:` and `dc:`. */
const PLACE_HOLDER = " ";

function categories(article: Article, publication: Publication): XmlElement[] {
  const section = sectionOf(article, publication);
  return [
    ...(section ? [text(section.title, { domain: sectionScheme(publication) })] : []),
    ...article.tags.map((tag) => text(tag)),
  ];
}

function enclosure(article: Article): XmlElement | undefined {
  const file = (recordingOf(article) ?? enclosuresOf(article)[0])?.file;
  return file && empty({ url: file.url, length: file.length, type: file.mediaType });
}
