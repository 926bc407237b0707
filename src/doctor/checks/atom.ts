import { ATOM, childrenOf, textOf, type XmlElement } from "../facts/xml-element.ts";
import type { Check } from "../finding.ts";
import { feedOf, type Visit } from "../visit.ts";

function atomOf(visit: Visit): XmlElement | undefined {
  const feed = feedOf(visit);
  return feed?.form === "atom" ? feed.feed : undefined;
}

function inEntries(faults: (entry: XmlElement) => readonly string[]): Check["examine"] {
  return (visit) => {
    const feed = atomOf(visit);
    return (
      feed &&
      childrenOf(feed, "entry", ATOM).flatMap((entry, index) => {
        const name = textOf(entry, "title", ATOM) ?? textOf(entry, "id", ATOM) ?? `entry ${index + 1}`;
        return faults(entry).map((fault) => `“${name.slice(0, 60)}” ${fault}`);
      })
    );
  };
}

function missing(element: XmlElement, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => (textOf(element, name, ATOM) === undefined ? [`has no <${name}>`] : []));
}

const hasAuthor = (element: XmlElement) =>
  childrenOf(element, "author", ATOM).some((author) => textOf(author, "name", ATOM) !== undefined);

const TEXT_TYPES: readonly string[] = ["text", "html", "xhtml"];

/** `text`, `html`, `xhtml` everywhere; a content element may have a media type too (RFC 4287 section 4.1.3.1). */
function typeFaults(entry: XmlElement): readonly string[] {
  return ["title", "summary", "rights", "content"].flatMap((name) =>
    childrenOf(entry, name, ATOM).flatMap(({ attributes: { type = "text" } }) => {
      const isMedia = name === "content" && /^[\w.+-]+\/[\w.+-]+/.test(type);
      return TEXT_TYPES.includes(type) || isMedia ? [] : [`has a <${name}> of type "${type}"`];
    }),
  );
}

export const ATOM_CHECKS: readonly Check[] = [
  {
    id: "atom.feed",
    level: "error",
    summary: "The feed has an id, a title and an updated.",
    why: "RFC 4287 section 4.1.1 requires them; readers that know feeds by id cannot keep this one, validators reject it.",
    how: "Add the missing element to <feed>.",
    examine: (visit) => {
      const feed = atomOf(visit);
      return feed && missing(feed, ["id", "title", "updated"]).map((fault) => `<feed> ${fault}`);
    },
  },
  {
    id: "atom.entry",
    level: "error",
    summary: "Each entry has an id, a title and an updated.",
    why: "RFC 4287 section 4.1.2 requires them; without an id every edit makes a duplicate, without updated none is seen.",
    how: "Add the missing element to the entry.",
    examine: inEntries((entry) => missing(entry, ["id", "title", "updated"])),
  },
  {
    id: "atom.author",
    level: "warning",
    summary: "The feed, or every entry, names an author.",
    why: "RFC 4287 section 4.1.1 requires one; validators reject the feed, and readers show the entry as nobody's.",
    how: "Add <author><name>…</name></author> to <feed>.",
    examine: (visit) => {
      const feed = atomOf(visit);
      if (feed === undefined || hasAuthor(feed)) return feed && [];
      return inEntries((entry) => {
        const isNamed = hasAuthor(entry) || childrenOf(entry, "source", ATOM).some(hasAuthor);
        return isNamed ? [] : ["has no author, nor has the feed"];
      })(visit);
    },
  },
  {
    id: "atom.id",
    level: "warning",
    summary: "Ids are absolute URIs.",
    why: "RFC 4287 section 4.2.6 wants a URI; bare numbers collide where a reader merges feeds.",
    how: "Use a tag: URI (RFC 4151) or a urn:uuid:, and never change it.",
    examine: (visit) => {
      const feed = atomOf(visit);
      const isUri = (id: string | undefined) => id === undefined || /^[a-z][a-z0-9+.-]*:\S+$/i.test(id);
      if (feed === undefined) return undefined;
      const own = textOf(feed, "id", ATOM);
      return [feed, ...childrenOf(feed, "entry", ATOM)].flatMap((element) => {
        const id = textOf(element, "id", ATOM);
        return isUri(id) ? [] : [`"${id}" is no URI${id === own ? " (the feed's own)" : ""}`];
      });
    },
  },
  {
    id: "atom.entry-content",
    level: "error",
    summary: "Each entry has content, or a link to where it is.",
    why: "RFC 4287 section 4.1.2 requires one of them; readers have nothing to show and nothing to open.",
    how: 'Add <link rel="alternate" href="…"/> or <content>.',
    examine: inEntries((entry) => {
      const hasContent = childrenOf(entry, "content", ATOM).length > 0;
      const hasLink = childrenOf(entry, "link", ATOM).some(
        ({ attributes: { rel = "alternate" } }) => rel === "alternate",
      );
      return hasContent || hasLink ? [] : ["has neither content nor an alternate link"];
    }),
  },
  {
    id: "atom.type",
    level: "error",
    summary: "Every text says what it is: text, html or xhtml.",
    why: "Readers show markup as text, or drop it, where the type is one they do not know.",
    how: 'Write type="html" and escape the markup.',
    examine: inEntries(typeFaults),
  },
  {
    id: "atom.undeclared-html",
    level: "warning",
    summary: "Content that holds markup is typed as html.",
    why: "Without a type it is plain text (RFC 4287 section 3.1.1): readers that follow the specification show the tags.",
    how: 'Write <content type="html">.',
    examine: inEntries((entry) =>
      ["title", "summary", "content"].flatMap((name) =>
        childrenOf(entry, name, ATOM).flatMap(({ attributes: { type = "text" }, text }) =>
          type === "text" && /<(?:p|a|br|img|div|b|i|em|strong|ul)[\s/>]/i.test(text)
            ? [`has tags in a <${name}> that is plain text`]
            : [],
        ),
      ),
    ),
  },
];
