/** RSS 0.91, 0.92 and 2.0, with the modules that may stand in a channel and an item. */
import { childrenNamed, elementsOf, ownText } from "../../../syntax/xml/xml-element.ts";
import { type Children, type ElementRule, many, needed, OPEN, once, some, textOnly } from "../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteUri, httpUrl, rssPerson, uriReference } from "../values/addresses.ts";
import { language } from "../values/codes.ts";
import { rfc822, rfc3339 } from "../values/dates.ts";
import { hour, imageHeight, imageWidth, nonNegativeInteger, positiveInteger } from "../values/numbers.ts";
import { damage, plainText } from "../values/plain-text.ts";
import { anyText, fieldName, mediaType, notBlank, oneOf } from "../values/words.ts";
import { CATEGORY as ATOM_CATEGORY, ATOM_ID, DELETED_ENTRY, PERSON } from "./atom.ts";
import { LINK } from "./atom-link.ts";
import { content, textConstruct } from "./atom-text.ts";
import { DC_DATE } from "./dublin-core.ts";
import { historyFaults } from "./feed-history.ts";
import { repeatedSyncIds, SYNC_IN_CHANNEL, SYNC_IN_ITEM } from "./feedsync.ts";
import { GOOGLE_BASE_IN_ITEM } from "./google-base.ts";
import { ITUNES_IN_CHANNEL, ITUNES_IN_ITEM, podcastFaults } from "./itunes.ts";
import { MEDIA_IN_CHANNEL, MEDIA_IN_ITEM } from "./media-rss.ts";
import { ANYWHERE, IN_CHANNEL, IN_ITEM } from "./modules.ts";
import { PODCAST_IN_CHANNEL, PODCAST_IN_ITEM } from "./podcast.ts";
import { toldTwice } from "./told-twice.ts";

const link = textOnly(absoluteUri);
const words = textOnly(plainText);
const date = textOnly(rfc822);
const person = textOnly(rssPerson);

/** Two elements of a list say the same. */
function repeated(place: Place, name: string, same: (value: string) => string): readonly Fault[] {
  const seen = new Set<string>();
  return childrenNamed(place.element, name).flatMap((each) => {
    const value = same(ownText(each).trim());
    if (seen.has(value)) return [fault("value.repeated", `names ${quote(value)} twice`)];
    seen.add(value);
    return [];
  });
}

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const IMAGE: ElementRule = {
  children: {
    ...ANYWHERE,
    "dc:date": many(DC_DATE),
    title: needed(words),
    link: needed(link),
    url: needed(link),
    description: once(words),
    width: once(textOnly(imageWidth)),
    height: once(textOnly(imageHeight)),
  },
};

const TEXT_INPUT: ElementRule = {
  children: {
    ...ANYWHERE,
    "dc:date": many(DC_DATE),
    title: needed(textOnly(notBlank)),
    description: needed(textOnly(notBlank)),
    name: needed(textOnly(fieldName)),
    link: needed(link),
  },
};

const CLOUD: ElementRule = {
  required: {
    domain: anyText,
    port: positiveInteger,
    path: anyText,
    registerProcedure: anyText,
    protocol: anyText,
  },
};

const category = many({ text: notBlank, attributes: { domain: anyText } });

/** Elements of Atom that RSS may use: RSS has none for these, or a weaker one. */
const FROM_ATOM: Children = {
  "atom:author": many(PERSON),
  "atom:category": many(ATOM_CATEGORY),
  "atom:contributor": many(PERSON),
  "atom:id": once(ATOM_ID),
  "atom:link": many(LINK),
  "atom:rights": once(textConstruct),
  "atom:subtitle": once(textConstruct),
  "atom:title": once(textConstruct),
  "atom:updated": once(textOnly(rfc3339)),
};

const isPermalink = (place: Place) => place.element.attributes.isPermaLink !== "false";

/** A guid is the address of the article, unless it says that it is not. */
const guid: ValueType = (value, place) => {
  if (!isPermalink(place)) return undefined;
  const wrong = uriReference(value, place);
  if (wrong?.rule === "value.uri-characters") return wrong;
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(value) && wrong === undefined;
  return isAddress && !/^(?:tag|urn):/i.test(value)
    ? undefined
    : fault("rss.permalink", `is ${quote(value)}, which is no address, and is a permalink`);
};

export const RSS_ITEM: ElementRule = {
  children: {
    ...ANYWHERE,
    ...IN_ITEM,
    ...MEDIA_IN_ITEM,
    ...GOOGLE_BASE_IN_ITEM,
    ...ITUNES_IN_ITEM,
    ...PODCAST_IN_ITEM,
    ...SYNC_IN_ITEM,
    ...FROM_ATOM,
    "atom:content": once(content),
    "atom:summary": once(textConstruct),
    "atom:published": once(textOnly(rfc3339)),
    "dc:date": many(DC_DATE),
    "content:encoded": once(textOnly(damage)),
    "content:items": once(OPEN),
    "xhtml:body": many({ ...OPEN, text: anyText }),
    title: once(words),
    link: once(link),
    description: once(textOnly(damage)),
    author: once(person),
    category,
    comments: once(link),
    enclosure: many({
      required: { url: httpUrl, length: nonNegativeInteger, type: mediaType },
      missingAttribute: "rss.enclosure",
    }),
    guid: once({ text: guid, attributes: { isPermaLink: oneOf(["true", "false"], "value.boolean") } }),
    pubDate: once(date),
    source: once({ text: plainText, required: { url: absoluteUri } }),
  },
  check: (place) => [
    ...(childrenNamed(place.element, "title", place.element.namespace).length +
      childrenNamed(place.element, "description", place.element.namespace).length ===
    0
      ? [fault("rss.item", "has neither a title nor a description")]
      : []),
    ...toldTwice(place),
  ],
};

export const RSS_CHANNEL: ElementRule = {
  children: {
    ...ANYWHERE,
    ...IN_CHANNEL,
    ...MEDIA_IN_CHANNEL,
    ...ITUNES_IN_CHANNEL,
    ...PODCAST_IN_CHANNEL,
    ...SYNC_IN_CHANNEL,
    ...FROM_ATOM,
    "atom:generator": once(OPEN),
    "atom:icon": once(link),
    "atom:logo": once(link),
    "at:deleted-entry": many(DELETED_ENTRY),
    "dc:date": once(DC_DATE),
    title: needed(words, "rss.channel"),
    link: needed(link, "rss.channel"),
    description: needed(words, "rss.channel"),
    language: once(textOnly(language)),
    copyright: once(words),
    managingEditor: once(person),
    webMaster: once(person),
    pubDate: once(date),
    lastBuildDate: once(date),
    category,
    generator: once(textOnly(anyText)),
    docs: once(link),
    cloud: once(CLOUD),
    ttl: once(textOnly(positiveInteger)),
    image: once(IMAGE),
    rating: once(textOnly(anyText)),
    textInput: once(TEXT_INPUT),
    skipHours: once({
      children: { hour: { ...some(textOnly(hour)), max: 24 } },
      check: (place) => repeated(place, "hour", (value) => String(Number(value) % 24)),
    }),
    skipDays: once({
      children: { day: { ...some(textOnly(oneOf(DAYS, "value.hour-day"))), max: 7 } },
      check: (place) => repeated(place, "day", (value) => value),
    }),
    item: many(RSS_ITEM),
  },
  attributes: { "indexing:index": oneOf(["yes", "no"]) },
  check: (place) => [
    ...historyFaults(place),
    ...podcastFaults(place),
    ...repeatedSyncIds(place.element),
    ...toldTwice(place),
  ],
};

const version: ValueType = (value) =>
  /^(?:0\.9[0-4]?|2\.0(?:\.\d+)?)$/.test(value)
    ? undefined
    : fault("rss.version", `${quote(value)} is no version of RSS`);

export const RSS: ElementRule = {
  required: { version },
  children: {
    channel: needed(RSS_CHANNEL),
    "access:restriction": IN_CHANNEL["access:restriction"] ?? once(OPEN),
  },
  check: ({ element }) =>
    elementsOf(element).some(({ name }) => name === "item")
      ? [fault("grammar.unknown-element", "has <item> beside <channel>, and not in it")]
      : [],
};
