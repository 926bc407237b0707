import { childrenNamed, ownText, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { ATOM, textIn } from "../facts/xml-names.ts";
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
      childrenNamed(feed, "entry", ATOM).flatMap((entry, index) => {
        const name = textIn(entry, "title", ATOM) ?? textIn(entry, "id", ATOM) ?? `entry ${index + 1}`;
        return faults(entry).map((fault) => `“${name.slice(0, 60)}” ${fault}`);
      })
    );
  };
}

function missing(element: XmlElement, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => (textIn(element, name, ATOM) === undefined ? [`has no <${name}>`] : []));
}

const hasAuthor = (element: XmlElement) =>
  childrenNamed(element, "author", ATOM).some((author) => textIn(author, "name", ATOM) !== undefined);

const TEXT_TYPES: readonly string[] = ["text", "html", "xhtml"];

/** Types are `text`, `html` and `xhtml`. A content element may also have a media type (RFC 4287 section 4.1.3.1). */
function typeFaults(entry: XmlElement): readonly string[] {
  return ["title", "summary", "rights", "content"].flatMap((name) =>
    childrenNamed(entry, name, ATOM).flatMap(({ attributes: { type = "text" } }) => {
      const isMedia = name === "content" && /^[\w.+-]+\/[\w.+-]+/.test(type);
      return TEXT_TYPES.includes(type) || isMedia ? [] : [`has a <${name}> of type "${type}"`];
    }),
  );
}

export const ATOM_CHECKS: readonly Check[] = [
  {
    id: "atom.feed",
    level: "error",
    summary: "The feed has an id, a title and an updated date.",
    why: "RFC 4287 section 4.1.1 requires them. Readers that identify feeds by id cannot store this one, and validators reject it.",
    how: "Add the missing element to <feed>.",
    examine: (visit) => {
      const feed = atomOf(visit);
      return feed && missing(feed, ["id", "title", "updated"]).map((fault) => `<feed> ${fault}`);
    },
  },
  {
    id: "atom.entry",
    level: "error",
    summary: "Each entry has an id, a title and an updated date.",
    why: "RFC 4287 section 4.1.2 requires them. Without an id, readers show every edit as a new entry. Without an updated date, they see no edit.",
    how: "Add the missing element to the entry.",
    examine: inEntries((entry) => missing(entry, ["id", "title", "updated"])),
  },
  {
    id: "atom.author",
    level: "warning",
    summary: "The feed or every entry names an author.",
    why: "RFC 4287 section 4.1.1 requires an author. Validators reject the feed, and readers show the entry without an author.",
    how: "Add <author><name>…</name></author> to <feed>.",
    examine: (visit) => {
      const feed = atomOf(visit);
      if (feed === undefined || hasAuthor(feed)) return feed && [];
      return inEntries((entry) => {
        const isNamed = hasAuthor(entry) || childrenNamed(entry, "source", ATOM).some(hasAuthor);
        return isNamed ? [] : ["has no author, and neither has the feed"];
      })(visit);
    },
  },
  {
    id: "atom.id",
    level: "warning",
    summary: "Ids are absolute URIs.",
    why: "RFC 4287 section 4.2.6 requires a URI. Readers that merge feeds confuse entries with plain numbers as ids.",
    how: "Use a tag: URI (RFC 4151) or a urn:uuid:, and never change it.",
    examine: (visit) => {
      const feed = atomOf(visit);
      const isUri = (id: string | undefined) => id === undefined || /^[a-z][a-z0-9+.-]*:\S+$/i.test(id);
      if (feed === undefined) return undefined;
      const own = textIn(feed, "id", ATOM);
      return [feed, ...childrenNamed(feed, "entry", ATOM)].flatMap((element) => {
        const id = textIn(element, "id", ATOM);
        return isUri(id) ? [] : [`"${id}" is not a URI${id === own ? " (the id of the feed)" : ""}`];
      });
    },
  },
  {
    id: "atom.entry-content",
    level: "error",
    summary: "Each entry has content or a link to it.",
    why: "RFC 4287 section 4.1.2 requires one of them. Otherwise readers have nothing to show and nothing to open.",
    how: 'Add <link rel="alternate" href="…"/> or <content>.',
    examine: inEntries((entry) => {
      const hasContent = childrenNamed(entry, "content", ATOM).length > 0;
      const hasLink = childrenNamed(entry, "link", ATOM).some(
        ({ attributes: { rel = "alternate" } }) => rel === "alternate",
      );
      return hasContent || hasLink ? [] : ["has neither content nor an alternate link"];
    }),
  },
  {
    id: "atom.type",
    level: "error",
    summary: "Every text has the type text, html or xhtml.",
    why: "If a reader does not know the type, it shows the markup as text or drops it.",
    how: 'Set type="html" and escape the markup.',
    examine: inEntries(typeFaults),
  },
  {
    id: "atom.undeclared-html",
    level: "warning",
    summary: "Content with markup has the type html.",
    why: "Without a type, content is plain text (RFC 4287 section 3.1.1), so readers that follow the standard show the tags.",
    how: 'Set the type: <content type="html">.',
    examine: inEntries((entry) =>
      ["title", "summary", "content"].flatMap((name) =>
        childrenNamed(entry, name, ATOM).flatMap((element) =>
          (element.attributes.type ?? "text") === "text" &&
          /<(?:p|a|br|img|div|b|i|em|strong|ul)[\s/>]/i.test(ownText(element))
            ? [`has tags in a <${name}> that is plain text`]
            : [],
        ),
      ),
    ),
  },
];
