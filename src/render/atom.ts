import { Feed as LibraryFeed } from "feed";
import type { Feed, Withdrawal } from "../model/feed.ts";
import { atomEntry } from "./atom-entry.ts";
import { ATOM_NAMESPACE, feedLinks } from "./atom-links.ts";
import { atomPerson } from "./atom-person.ts";
import { DUBLIN_CORE_NAMESPACE } from "./dublin-core.ts";
import { archiveMark, historyNamespace } from "./feed-history.ts";
import { serialize } from "./feed-library.ts";
import { GENERATOR } from "./generator.ts";
import { MEDIA_NAMESPACE } from "./media-rss.ts";
import { sectionScheme } from "./section-category.ts";
import { children, empty, text, type XmlElement } from "./xml-element.ts";

/** Atom 1.0 (RFC 4287), with Media RSS and Dublin Core where Atom has no element. */
export function renderAtom(feed: Feed): string {
  return new AtomLibraryFeed(feed).atom1();
}

/** `atom1()` reads no extensions, so it is replaced whole: a tree of our own for the library's serializer. */
class AtomLibraryFeed extends LibraryFeed {
  readonly #feed: Feed;

  constructor(feed: Feed) {
    super({ title: feed.title });
    this.#feed = feed;
  }

  override atom1(): string {
    return serialize({ feed: feedElement(this.#feed) });
  }
}

/** Deleted entries (RFC 6721 section 3). */
const TOMBSTONES_NAMESPACE = "http://purl.org/atompub/tombstones/1.0";

function feedElement(feed: Feed): XmlElement {
  const { publication } = feed;
  const scheme = sectionScheme(publication);
  // Always one author at least: an entry with none of its own then has the feed's (RFC 4287 section 4.1.2).
  const authors = publication.people.length > 0 ? publication.people : [{ name: publication.title }];
  return {
    ...empty({
      xmlns: ATOM_NAMESPACE,
      "xmlns:dc": DUBLIN_CORE_NAMESPACE,
      "xmlns:media": MEDIA_NAMESPACE,
      ...historyNamespace(feed),
      ...(feed.withdrawals.length > 0 && { "xmlns:at": TOMBSTONES_NAMESPACE }),
      "xml:lang": publication.language,
    }),
    ...children({
      id: text(feed.id),
      title: text(feed.title, { type: "text" }),
      subtitle: text(feed.description, { type: "text" }),
      updated: text(feed.updated),
      author: authors.map((person) => atomPerson(person)),
      link: feedLinks(feed, "atom", "application/atom+xml"),
      category: publication.sections.map(({ slug, title }) => empty({ term: slug, scheme, label: title })),
      icon: publication.icon && text(publication.icon.url),
      logo: publication.logo && text(publication.logo.url),
      rights: publication.rights === undefined ? undefined : text(publication.rights, { type: "text" }),
      generator: text(GENERATOR),
      "fh:archive": archiveMark(feed),
      "at:deleted-entry": feed.withdrawals.map(deletedEntry),
      entry: feed.entries.map((article) => atomEntry(article, feed)),
    }),
  };
}

function deletedEntry({ id, language, time, reason, url }: Withdrawal): XmlElement {
  return {
    ...empty({ ref: id, when: time }),
    ...children({
      link: empty({ rel: "alternate", href: url, type: "text/html" }),
      "at:comment": reason === undefined ? undefined : text(reason, { "xml:lang": language }),
    }),
  };
}
