import { childrenNamed, ownText, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { ATOM, NONE, textIn } from "../facts/xml-names.ts";
import type { Check } from "../finding.ts";
import { feedOf, type Visit } from "../visit.ts";

function channelOf(visit: Visit): XmlElement | undefined {
  const feed = feedOf(visit);
  return feed?.form === "rss" ? feed.channel : undefined;
}

/** Reports the faults of all items, each with a name of the item for people. */
function inItems(faults: (item: XmlElement) => readonly string[]): Check["examine"] {
  return (visit) => {
    const channel = channelOf(visit);
    return (
      channel &&
      childrenNamed(channel, "item", NONE).flatMap((item, index) => {
        const name = textIn(item, "title", NONE) ?? textIn(item, "guid", NONE) ?? `item ${index + 1}`;
        return faults(item).map((fault) => `“${name.slice(0, 60)}” ${fault}`);
      })
    );
  };
}

const EMAIL = /[^\s@()<>]@[^\s@()<>]+\.[^\s@()<>]/;

export const RSS_CHECKS: readonly Check[] = [
  {
    id: "rss.channel",
    level: "error",
    summary: "The channel has a title, a link and a description.",
    why: "RSS 2.0 requires all three. Validators and MSN reject the feed, and readers show the address as its name.",
    how: "Add the missing element to <channel>.",
    examine: (visit) => {
      const channel = channelOf(visit);
      return (
        channel &&
        ["title", "link", "description"].flatMap((name) =>
          textIn(channel, name, NONE) === undefined ? [`<channel> has no <${name}>`] : [],
        )
      );
    },
  },
  {
    id: "rss.item",
    level: "error",
    summary: "Each item has a title or a description.",
    why: "RSS 2.0 requires one of them. Otherwise readers show an empty line.",
    how: "Give the item a <title>.",
    examine: inItems((item) =>
      (textIn(item, "title", NONE) ?? textIn(item, "description", NONE)) === undefined
        ? ["has neither a title nor a description"]
        : [],
    ),
  },
  {
    id: "rss.guid",
    level: "warning",
    summary: "Each item has a guid.",
    why: "Without a guid, readers identify items by link, title or a hash of both. They show an edited headline as a second article.",
    how: 'Add <guid isPermaLink="false"> with an id that never changes.',
    examine: inItems((item) => (textIn(item, "guid", NONE) === undefined ? ["has no guid"] : [])),
  },
  {
    id: "rss.permalink",
    level: "error",
    summary: 'A guid that is not an address has isPermaLink="false".',
    why: 'Without isPermaLink="false", readers open the guid as the address of the article, which leads nowhere.',
    how: 'Write <guid isPermaLink="false">.',
    examine: inItems((item) => {
      const [guid] = childrenNamed(item, "guid", NONE);
      if (!guid || guid.attributes.isPermaLink === "false") return [];
      const text = ownText(guid).trim();
      return /^https?:\/\//i.test(text) ? [] : [`has the guid "${text}" as a permalink`];
    }),
  },
  {
    id: "rss.enclosure",
    level: "error",
    summary: "Each enclosure has an absolute url, a length in bytes and a type.",
    why: "RSS 2.0 requires all three. Podcast apps skip an enclosure without a type, and show no size without a length.",
    how: 'Write <enclosure url="https://…" length="48213" type="audio/mpeg"/>.',
    examine: inItems((item) =>
      childrenNamed(item, "enclosure", NONE).flatMap(({ attributes: { url = "", length = "", type = "" } }) => [
        ...(/^https?:\/\//i.test(url) ? [] : [`has an enclosure with the url "${url}"`]),
        ...(/^\d+$/.test(length) ? [] : [`has an enclosure with the length "${length}"`]),
        ...(/^[\w.+-]+\/[\w.+-]+/.test(type) ? [] : [`has an enclosure with the type "${type}"`]),
      ]),
    ),
  },
  {
    id: "rss.one-enclosure",
    level: "note",
    summary: "No item has more than one enclosure.",
    why: "The RSS Best Practices Profile advises against more. Some readers use the first, some the last.",
    how: "Write the others as <media:content>.",
    examine: inItems((item) => {
      const { length } = childrenNamed(item, "enclosure", NONE);
      return length > 1 ? [`has ${length} enclosures`] : [];
    }),
  },
  {
    id: "rss.author",
    level: "warning",
    summary: "An author element contains an e-mail address.",
    why: "RSS 2.0 requires an e-mail address there. Validators reject the element, and some readers drop the name.",
    how: "Write the author into <dc:creator>.",
    examine: inItems((item) =>
      childrenNamed(item, "author", NONE).flatMap((author) => {
        const text = ownText(author);
        return EMAIL.test(text.slice(0, 300)) ? [] : [`has the author "${text.trim()}"`];
      }),
    ),
  },
  {
    id: "rss.updated",
    level: "note",
    summary: "The channel has a lastBuildDate.",
    why: "Without it, programs that show the last change of a feed must guess it from the items.",
    how: "Add <lastBuildDate> with the time of the last change, not of the request.",
    examine: (visit) => {
      const channel = channelOf(visit);
      return (
        channel && (textIn(channel, "lastBuildDate", NONE) === undefined ? ["<channel> has no <lastBuildDate>"] : [])
      );
    },
  },
  {
    id: "rss.item-updated",
    level: "note",
    summary: "Items have the date of their last change.",
    why: "RSS has no element for it. Readers that look for corrections miss them without <atom:updated>.",
    how: "Add <atom:updated> to items.",
    examine: (visit) => {
      const channel = channelOf(visit);
      const items = channel && childrenNamed(channel, "item", NONE);
      if (items === undefined || items.length === 0) return undefined;
      return items.some((item) => textIn(item, "updated", ATOM)) ? [] : ["no item has <atom:updated>"];
    },
  },
];
