/** RSS 0.90, 1.0 and 1.1, which are RDF. Each has a namespace of its own; the tables are made by its prefix. */
import { childrenNamed, elementsOf } from "../../../syntax/xml/xml-element.ts";
import { attributesOf } from "../attribute-names.ts";
import { type Children, type ElementRule, many, needed, OPEN, once, type RuleOf, textOnly } from "../element-rule.ts";
import { type Fault, fault, type Place, placeOf, quote } from "../grammar-fault.ts";
import { absoluteUri, uriReference } from "../values/addresses.ts";
import { plainText } from "../values/plain-text.ts";
import { anyText, notBlank, oneOf } from "../values/words.ts";
import { LINK } from "./atom-link.ts";
import { DC_DATE } from "./dublin-core.ts";
import { repeatedSyncIds, SYNC_IN_ITEM } from "./feedsync.ts";
import { GOOGLE_BASE_IN_ITEM } from "./google-base.ts";
import { ITUNES_IN_CHANNEL, ITUNES_IN_ITEM } from "./itunes.ts";
import { MEDIA_IN_CHANNEL, MEDIA_IN_ITEM } from "./media-rss.ts";
import { ANYWHERE, IN_CHANNEL, IN_ITEM } from "./modules.ts";

type Prefix = "rss090" | "rss1" | "rss11";

const about = { "rdf:about": uriReference };
/** Properties may say how RDF is to read them. */
const HINTS = { "rdf:parseType": anyText, "rdf:datatype": anyText };
const words: ElementRule = { text: plainText, attributes: HINTS };
const link: ElementRule = { text: absoluteUri, attributes: HINTS };
const open: ElementRule = { ...OPEN, text: anyText };

/** Names the elements of a table by the format's prefix. */
function prefixed(prefix: Prefix, children: Children): Children {
  return Object.fromEntries(Object.entries(children).map(([name, rule]) => [`${prefix}:${name}`, rule]));
}

const CHANNEL_MODULES: Children = {
  ...ANYWHERE,
  ...IN_CHANNEL,
  ...MEDIA_IN_CHANNEL,
  ...ITUNES_IN_CHANNEL,
  "dc:date": once(DC_DATE),
  "atom:link": many(LINK),
};

const ITEM_MODULES: Children = {
  ...ANYWHERE,
  ...IN_ITEM,
  ...MEDIA_IN_ITEM,
  ...ITUNES_IN_ITEM,
  ...GOOGLE_BASE_IN_ITEM,
  ...SYNC_IN_ITEM,
  "dc:date": many(DC_DATE),
  "atom:link": many(LINK),
  "content:encoded": once({ text: anyText, attributes: HINTS }),
  "content:items": once({
    children: {
      "rdf:Bag": once({
        children: {
          "rdf:li": many({
            children: {
              "content:item": many({ ...OPEN, attributes: about }),
            },
          }),
        },
      }),
    },
  }),
  "xhtml:body": many(open),
};

/** A reference in the channel to the image or the text input behind it. */
const REFERENCE: ElementRule = { required: { "rdf:resource": uriReference } };

const IMAGE = (prefix: Prefix): ElementRule => ({
  attributes: about,
  children: {
    ...CHANNEL_MODULES,
    ...prefixed(prefix, { title: needed(words), url: needed(link), link: needed(link) }),
  },
});

const TEXT_INPUT = (prefix: Prefix): ElementRule => ({
  attributes: about,
  children: {
    ...CHANNEL_MODULES,
    ...prefixed(prefix, {
      title: needed({ text: notBlank, attributes: HINTS }),
      description: needed({ text: notBlank, attributes: HINTS }),
      name: needed(textOnly(anyText)),
      link: needed(link),
    }),
  },
});

const ITEM = (prefix: Prefix): ElementRule => ({
  attributes: about,
  children: {
    ...ITEM_MODULES,
    ...prefixed(prefix, {
      title: needed(words),
      link: needed(link),
      description: once({ ...open, attributes: HINTS }),
      ...(prefix === "rss11" && { image: once(IMAGE(prefix)) }),
    }),
  },
});

/** `rdf:resource`, or as the first drafts had it, `resource`. */
const LI: ElementRule = { attributes: { "rdf:resource": uriReference, resource: uriReference } };

/** With `rdf:about`, the channel lists its items (RSS 1.0 section 5.3). */
const CHANNEL: ElementRule = {
  required: about,
  children: {
    ...CHANNEL_MODULES,
    ...prefixed("rss1", {
      title: needed(words, "rss.channel"),
      link: needed(link, "rss.channel"),
      description: needed(words, "rss.channel"),
      image: once(REFERENCE),
      textinput: once(REFERENCE),
      items: needed({ children: { "rdf:Seq": once({ children: { "rdf:li": many(LI) } }) } }),
    }),
  },
};

const CHANNEL_090: ElementRule = {
  children: {
    ...CHANNEL_MODULES,
    ...prefixed("rss090", {
      title: needed(words, "rss.channel"),
      link: needed(link, "rss.channel"),
      description: needed(words, "rss.channel"),
    }),
  },
};

function rdf(prefix: "rss1" | "rss090", channel: RuleOf): ElementRule {
  return {
    children: {
      ...prefixed(prefix, {
        channel: needed(channel),
        image: many(IMAGE(prefix)),
        item: many(ITEM(prefix)),
        textinput: many(TEXT_INPUT(prefix)),
      }),
    },
    stranger: (name) =>
      name?.startsWith(`${prefix}:`) || name?.includes(":") === false ? "grammar.unknown-element" : undefined,
    check: (place) => [...repeatedAbouts(place), ...repeatedSyncIds(place.element)],
  };
}

/** An item and the channel, or two channels, have one identity. Two items are for `entries.unique-ids`. */
function repeatedAbouts(place: Place): readonly Fault[] {
  const seen = new Map<string, string>();
  return elementsOf(place.element).flatMap((each) => {
    const id = attributesOf(placeOf(each, place)).get("rdf:about");
    if (id === undefined || (each.name !== "item" && each.name !== "channel")) return [];
    const before = seen.get(id);
    seen.set(id, each.name);
    return before === undefined || (before === "item" && each.name === "item")
      ? []
      : [fault("value.repeated", `has two elements with the rdf:about ${quote(id)}`)];
  });
}

export const RSS_1 = rdf("rss1", CHANNEL);
export const RSS_090 = rdf("rss090", CHANNEL_090);

/** Which of the two an `rdf:RDF` is, by the namespace of its channel or items. */
export function rdfRule({ children }: Place["element"]): ElementRule {
  const is090 = children.some(
    (child) => typeof child !== "string" && /netscape\.com\/rdf\/simple\/0\.9/.test(child.namespace),
  );
  return is090 ? RSS_090 : RSS_1;
}

/** RSS 1.1: the channel is the root, and the items stand in it. */
export const RSS_11: ElementRule = {
  attributes: about,
  children: {
    ...CHANNEL_MODULES,
    ...prefixed("rss11", {
      title: needed(words, "rss.channel"),
      link: needed(link, "rss.channel"),
      description: needed(words, "rss.channel"),
      image: once({
        attributes: HINTS,
        children: {
          ...CHANNEL_MODULES,
          ...prefixed("rss11", { title: needed(words), url: needed(link), link: once(link) }),
        },
      }),
      items: needed({
        required: { "rdf:parseType": oneOf(["Collection"]) },
        children: prefixed("rss11", { item: many(ITEM("rss11")) }),
      }),
    }),
  },
  check: ({ element }) =>
    childrenNamed(element, "item", element.namespace).length > 0
      ? [fault("grammar.unknown-element", "has <item> beside <items>, and not in it")]
      : [],
};
