/** Apple's podcast elements, as Apple's help for podcasters and the Podcast Standards Project (PSP-1) describe them. */
import { APPLE_CATEGORIES } from "../../../model/podcast-categories.ts";
import { elementsOf } from "../../../syntax/xml/xml-element.ts";
import { type Children, type ElementRule, many, needed, OPEN, once, textOnly } from "../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteUri, httpUrl, namedMailAddress } from "../values/addresses.ts";
import { rfc822 } from "../values/dates.ts";
import { duration, positiveInteger } from "../values/numbers.ts";
import { htmlIn } from "../values/plain-text.ts";
import { all, anyText, atMost, oneOf, oneOfAnyCase } from "../values/words.ts";
import { FORMER_CATEGORIES } from "./former-categories.ts";

const short: ValueType = (value, place) => atMost(255)(value, place) ?? htmlIn(value);

/** Apple reads these to the letter, so white space counts. */
const flag = (type: ValueType): ElementRule => ({
  text: (value, place) => type(value, place),
  check: ({ element }) => {
    const raw = element.children.filter((child) => typeof child === "string").join("");
    return raw === raw.trim() ? [] : [fault("value.boolean", `has white space around ${quote(raw.trim())}`)];
  },
});

const IMAGE: ElementRule = { required: { href: httpUrl } };

const EVERYWHERE: Children = {
  "itunes:author": once(textOnly(short)),
  "itunes:block": once(flag(oneOfAnyCase(["yes", "no", "clean"], "value.boolean"))),
  "itunes:explicit": once(flag(oneOfAnyCase(["true", "false"], "value.boolean"))),
  "itunes:keywords": once(textOnly(short)),
  "itunes:subtitle": once(textOnly(short)),
  "itunes:summary": once(textOnly(atMost(4_000))),
  "itunes:image": once(IMAGE),
  "itunes:title": once(textOnly(anyText)),
};

function categoryFault(known: readonly string[] | undefined, former: readonly string[] | undefined): ValueType {
  return (value) => {
    if (known?.includes(value)) return undefined;
    if (former?.includes(value))
      return fault("grammar.deprecated", `${quote(value)} is a category of Apple's former list`);
    return fault("itunes.category", `${quote(value)} is not in Apple's list of categories`);
  };
}

const CATEGORY: ElementRule = {
  required: { text: categoryFault(Object.keys(APPLE_CATEGORIES), Object.keys(FORMER_CATEGORIES)) },
  children: {
    "itunes:category": many((_, parent) => {
      const above = parent.element.attributes.text ?? "";
      return { required: { text: categoryFault(APPLE_CATEGORIES[above], FORMER_CATEGORIES[above]) } };
    }),
  },
};

export const ITUNES_IN_CHANNEL: Children = {
  ...EVERYWHERE,
  "itunes:owner": once({
    children: {
      "itunes:email": needed(textOnly(namedMailAddress)),
      "itunes:name": once(textOnly(all(atMost(255), anyText))),
    },
  }),
  "itunes:category": many(CATEGORY),
  "itunes:pubDate": once(textOnly(rfc822)),
  "itunes:new-feed-url": once(textOnly(absoluteUri)),
  "itunes:type": once(textOnly(oneOf(["episodic", "serial"]))),
  "itunes:complete": once(textOnly(oneOfAnyCase(["yes", "no"], "value.boolean"))),
  "itunes:applepodcastsverify": once(textOnly(anyText)),
};

export const ITUNES_IN_ITEM: Children = {
  ...EVERYWHERE,
  "itunes:duration": once(textOnly(duration)),
  "itunes:episode": once(textOnly(positiveInteger)),
  "itunes:season": once(textOnly(positiveInteger)),
  "itunes:episodeType": once(textOnly(oneOf(["full", "trailer", "bonus"]))),
  "itunes:isClosedCaptioned": once(textOnly(oneOfAnyCase(["yes", "no"], "value.boolean"))),
  "itunes:order": once(textOnly(positiveInteger)),
  "itunes:category": many(OPEN),
};

/** What Apple and PSP-1 require of a podcast. A feed is one if its channel has an element of Apple's. */
export function podcastFaults({ element }: Place): readonly Fault[] {
  const names = new Set(elementsOf(element).map(({ namespace, name }) => (namespace === "" ? name : `itunes:${name}`)));
  const isPodcast = elementsOf(element).some(
    ({ namespace }) => namespace === "http://www.itunes.com/dtds/podcast-1.0.dtd",
  );
  if (!isPodcast) return [];
  return ["language", "itunes:category", "itunes:explicit", "itunes:image"].flatMap((name) =>
    names.has(name) ? [] : [fault("itunes.complete", `has no <${name}>`)],
  );
}
