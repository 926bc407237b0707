import { childrenNamed, type XmlElement } from "../../syntax/xml/xml-element.ts";
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

export const RSS_CHECKS: readonly Check[] = [
  {
    id: "rss.guid",
    level: "warning",
    summary: "Each item has a guid.",
    why: "Without a guid, readers identify items by link, title or a hash of both. They show an edited headline as a second article.",
    how: 'Add <guid isPermaLink="false"> with an id that never changes.',
    examine: inItems((item) => (textIn(item, "guid", NONE) === undefined ? ["has no guid"] : [])),
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
