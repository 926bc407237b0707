import type { Article } from "../model/article.ts";
import { authorsOf, contributingAgency } from "../model/credit.ts";
import type { Feed } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { isPlayable } from "../model/recording.ts";
import { children, empty, html, serialize, text, type XmlNode } from "../syntax/xml/write-xml.ts";
import { archiveMark, articleLinks, atomPerson, deletedEntry, feedLinks, isArchive } from "./atom-elements.ts";
import { contentHtml } from "./content-html.ts";
import { feedDescription } from "./feed-description.ts";
import { GENERATOR } from "./generator.ts";
import { mediaElements } from "./media-rss.ts";
import { declareNamespaces, NAMESPACES } from "./namespaces.ts";
import { entriesWithNotices } from "./retraction-notice.ts";
import { sectionOf, sectionScheme } from "./sections.ts";
import { shownSummary } from "./shown-summary.ts";

export const ATOM_MEDIA_TYPE = "application/atom+xml";

/** Atom 1.0 (RFC 4287), with Media RSS and Dublin Core for what Atom has no element. */
export function renderAtom(feed: Feed): string {
  return serialize({ feed: feedElement(feed) });
}

function feedElement(feed: Feed): XmlNode {
  const { publication } = feed;
  const scheme = sectionScheme(publication);
  // Some readers show the logo and not the icon.
  const logo = publication.logo ?? publication.icon;
  // At least one author, which then also holds for an entry that has none (RFC 4287 section 4.1.2).
  const authors = publication.people.length > 0 ? publication.people : [{ name: publication.title }];
  return {
    ...empty({
      xmlns: NAMESPACES.atom,
      ...declareNamespaces("dc", "media", isArchive(feed) && "fh", feed.withdrawals.length > 0 && "at"),
      "xml:lang": publication.language,
    }),
    ...children({
      id: text(feed.id),
      title: text(feed.title, { type: "text" }),
      subtitle: text(feedDescription(feed), { type: "text" }),
      updated: text(feed.updated),
      author: authors.map((person) => atomPerson(person)),
      link: feedLinks(feed, "atom", ATOM_MEDIA_TYPE),
      category: publication.sections.map(({ slug, title }) => empty({ term: slug, scheme, label: title })),
      icon: publication.icon && text(publication.icon.url),
      logo: logo && text(logo.url),
      rights: publication.rights === undefined ? undefined : text(publication.rights, { type: "text" }),
      generator: text(GENERATOR),
      "fh:archive": archiveMark(feed),
      "at:deleted-entry": feed.withdrawals.map((each) => deletedEntry(each)),
      entry: entriesWithNotices(feed).map((article) => entryElement(article, feed)),
    }),
  };
}

/** One article. `xml:lang` is on the entry, so that it applies to title, summary and content. */
function entryElement(article: Article, { publication, selection }: Feed): XmlNode {
  const agency = contributingAgency(article);
  const summary = shownSummary(article, selection);
  const language = article.language === publication.language ? undefined : article.language;
  return {
    ...(language !== undefined && empty({ "xml:lang": language })),
    ...children({
      id: text(article.id),
      title: text(article.title, { type: "text" }),
      published: text(article.published),
      updated: text(article.updated),
      author: authorsOf(article).map((person) => atomPerson(person)),
      contributor: agency && atomPerson(agency),
      link: [
        empty({ rel: "alternate", href: article.url, type: "text/html", hreflang: article.language }),
        ...enclosures(article),
        ...articleLinks(article),
      ],
      category: categories(article, publication),
      rights: article.rights === undefined ? undefined : text(article.rights, { type: "text" }),
      "dc:coverage": article.dateline === undefined ? undefined : text(article.dateline),
      summary: summary === "" ? undefined : text(summary, { type: "text" }),
      content: selection.content === "full" ? html(contentHtml(article), { type: "html" }) : undefined,
      ...mediaElements(article),
    }),
  };
}

/** What can be played only, as in RSS. */
function enclosures({ attachments }: Article): XmlNode[] {
  return attachments
    .filter(isPlayable)
    .map(({ file, title }) =>
      empty({ rel: "enclosure", href: file.url, type: file.mediaType, length: file.length || undefined, title }),
    );
}

function categories(article: Article, publication: Publication): XmlNode[] {
  const section = sectionOf(article, publication);
  return [
    ...(section ? [empty({ term: section.slug, scheme: sectionScheme(publication), label: section.title })] : []),
    ...article.tags.map((tag) => empty({ term: tag })),
  ];
}
