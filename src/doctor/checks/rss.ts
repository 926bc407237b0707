import { ATOM, childrenOf, textOf, type XmlElement } from "../facts/xml-element.ts";
import type { Check } from "../finding.ts";
import { feedOf, type Visit } from "../visit.ts";

function channelOf(visit: Visit): XmlElement | undefined {
  const feed = feedOf(visit);
  return feed?.form === "rss" ? feed.channel : undefined;
}

/** The faults of all items, each behind the name a person knows the item by. */
function inItems(faults: (item: XmlElement) => readonly string[]): Check["examine"] {
  return (visit) => {
    const channel = channelOf(visit);
    return (
      channel &&
      childrenOf(channel, "item").flatMap((item, index) => {
        const name = textOf(item, "title") ?? textOf(item, "guid") ?? `item ${index + 1}`;
        return faults(item).map((fault) => `“${name.slice(0, 60)}” ${fault}`);
      })
    );
  };
}

const EMAIL = /[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+/;

export const RSS_CHECKS: readonly Check[] = [
  {
    id: "rss.channel",
    level: "error",
    summary: "The channel has a title, a link and a description.",
    why: "RSS 2.0 requires all three; validators and MSN reject the feed, and readers show a bare address for a name.",
    how: "Add the missing element to <channel>.",
    examine: (visit) => {
      const channel = channelOf(visit);
      return (
        channel &&
        ["title", "link", "description"].flatMap((name) =>
          textOf(channel, name) === undefined ? [`<channel> has no <${name}>`] : [],
        )
      );
    },
  },
  {
    id: "rss.item",
    level: "error",
    summary: "Each item has a title or a description.",
    why: "RSS 2.0 asks for one of them; readers show an empty line.",
    how: "Give the item a <title>.",
    examine: inItems((item) =>
      (textOf(item, "title") ?? textOf(item, "description")) === undefined ? ["has neither title nor description"] : [],
    ),
  },
  {
    id: "rss.guid",
    level: "warning",
    summary: "Each item has a guid.",
    why: "Without one readers tell items apart by link, title or a hash of both: an edited headline comes as a second article.",
    how: 'Add <guid isPermaLink="false"> with an id that never changes.',
    examine: inItems((item) => (textOf(item, "guid") === undefined ? ["has no guid"] : [])),
  },
  {
    id: "rss.permalink",
    level: "error",
    summary: "A guid that is not an address says so.",
    why: 'Without isPermaLink="false" readers open the guid as the article\'s address, which leads nowhere.',
    how: 'Write <guid isPermaLink="false">.',
    examine: inItems((item) => {
      const [guid] = childrenOf(item, "guid");
      if (!guid || guid.attributes.isPermaLink === "false") return [];
      return /^https?:\/\//i.test(guid.text.trim()) ? [] : [`has the guid "${guid.text.trim()}" as a permalink`];
    }),
  },
  {
    id: "rss.enclosure",
    level: "error",
    summary: "Each enclosure has an absolute url, a length in bytes and a type.",
    why: "RSS 2.0 requires all three; podcast apps skip an enclosure without a type, and show no size without a length.",
    how: 'Write <enclosure url="https://…" length="48213" type="audio/mpeg"/>.',
    examine: inItems((item) =>
      childrenOf(item, "enclosure").flatMap(({ attributes: { url = "", length = "", type = "" } }) => [
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
    why: "The specification does not allow for more (Best Practices Profile): some readers take the first, some the last.",
    how: "Name the others as <media:content>.",
    examine: inItems((item) => {
      const { length } = childrenOf(item, "enclosure");
      return length > 1 ? [`has ${length} enclosures`] : [];
    }),
  },
  {
    id: "rss.author",
    level: "warning",
    summary: "An author element holds an e-mail address.",
    why: "RSS 2.0 wants an address there; validators complain, and readers that read it as one drop the name.",
    how: "Name the author in <dc:creator>.",
    examine: inItems((item) =>
      childrenOf(item, "author").flatMap(({ text }) =>
        EMAIL.test(text.slice(0, 300)) ? [] : [`has the author "${text.trim()}"`],
      ),
    ),
  },
  {
    id: "rss.updated",
    level: "note",
    summary: "The channel has a lastBuildDate.",
    why: "Without it, programs that show when a feed last changed have to guess from its items.",
    how: "Add <lastBuildDate> with the time of the last change, not of the request.",
    examine: (visit) => {
      const channel = channelOf(visit);
      return channel && (textOf(channel, "lastBuildDate") === undefined ? ["<channel> has no <lastBuildDate>"] : []);
    },
  },
  {
    id: "rss.item-updated",
    level: "note",
    summary: "Items say when they were last changed.",
    why: "RSS has no element for it: readers that look for corrections miss them where <atom:updated> is not there.",
    how: "Add <atom:updated> to items.",
    examine: (visit) => {
      const channel = channelOf(visit);
      const items = channel && childrenOf(channel, "item");
      if (items === undefined || items.length === 0) return undefined;
      return items.some((item) => textOf(item, "updated", ATOM)) ? [] : ["no item has <atom:updated>"];
    },
  },
];
