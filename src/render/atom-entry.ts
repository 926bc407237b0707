import type { Article } from "../model/article.ts";
import { authorsOf, contributingAgency } from "../model/credit.ts";
import type { Feed } from "../model/feed.ts";
import type { Publication } from "../model/publication.ts";
import { articleLinks } from "./atom-links.ts";
import { atomPerson } from "./atom-person.ts";
import { contentHtml } from "./content-html.ts";
import { enclosuresOf, mediaContents } from "./media-rss.ts";
import { sectionOf, sectionScheme } from "./section-category.ts";
import { children, empty, html, text, type XmlElement } from "./xml-element.ts";

/** One article as an Atom entry. `xml:lang` stands on the entry, where it holds for title, summary and content alike. */
export function atomEntry(article: Article, { publication, selection }: Feed): XmlElement {
  const agency = contributingAgency(article);
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
      summary: article.summary === "" ? undefined : text(article.summary, { type: "text" }),
      content: selection.content === "full" ? html(contentHtml(article), { type: "html" }) : undefined,
      "media:content": mediaContents(article),
    }),
  };
}

function enclosures(article: Article): XmlElement[] {
  return enclosuresOf(article).map(({ file, title }) =>
    empty({ rel: "enclosure", href: file.url, type: file.mediaType, length: file.length, title }),
  );
}

function categories(article: Article, publication: Publication): XmlElement[] {
  const section = sectionOf(article, publication);
  return [
    ...(section ? [empty({ term: section.slug, scheme: sectionScheme(publication), label: section.title })] : []),
    ...article.tags.map((tag) => empty({ term: tag })),
  ];
}
