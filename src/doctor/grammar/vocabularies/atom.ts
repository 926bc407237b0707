/** Atom 1.0 (RFC 4287), with deleted entries (RFC 6721), threading (RFC 4685) and feed history (RFC 5005). */
import { childNamed, childrenNamed, elementsOf, type XmlElement } from "../../../syntax/xml/xml-element.ts";
import { ATOM } from "../../facts/xml-names.ts";
import { type Children, type ElementRule, many, needed, OPEN, once, textOnly } from "../element-rule.ts";
import { type Fault, fault, type Place, quote } from "../grammar-fault.ts";
import { absoluteIri, iriReference, mailAddress } from "../values/addresses.ts";
import { rfc3339 } from "../values/dates.ts";
import { plainText } from "../values/plain-text.ts";
import { anyText, notBlank } from "../values/words.ts";
import { LINK } from "./atom-link.ts";
import { content, needsSummary, textConstruct } from "./atom-text.ts";
import { DC_DATE } from "./dublin-core.ts";
import { historyFaults } from "./feed-history.ts";
import { repeatedSyncIds, SYNC_IN_CHANNEL, SYNC_IN_ITEM } from "./feedsync.ts";
import { GOOGLE_BASE_IN_ITEM } from "./google-base.ts";
import { ITUNES_IN_CHANNEL, ITUNES_IN_ITEM } from "./itunes.ts";
import { MEDIA_IN_CHANNEL, MEDIA_IN_ITEM } from "./media-rss.ts";
import { ANYWHERE, IN_CHANNEL, IN_ITEM } from "./modules.ts";
import { PODCAST_IN_CHANNEL, PODCAST_IN_ITEM } from "./podcast.ts";

/** Ids, dates and addresses are read to the letter: white space around them is part of them. */
const EXACT_DATE: ElementRule = { text: rfc3339, isExact: true };
const EXACT_IRI: ElementRule = { text: iriReference, isExact: true };
export const ATOM_ID: ElementRule = {
  text: (value, place) => {
    const wrong = absoluteIri(value, place);
    return wrong?.rule === "value.uri-absolute" ? { ...wrong, rule: "atom.id" } : wrong;
  },
  isExact: true,
};

const name: ElementRule = { text: (value, place) => notBlank(value, place) ?? plainText(value, place) };

export const PERSON: ElementRule = {
  children: {
    "atom:name": needed(name),
    "atom:uri": once({ text: iriReference }),
    "atom:email": once(textOnly(mailAddress)),
  },
};

export const CATEGORY: ElementRule = {
  ...OPEN,
  text: anyText,
  required: { term: anyText },
  attributes: { scheme: iriReference, label: plainText },
};

const GENERATOR: ElementRule = { text: notBlank, attributes: { uri: iriReference, version: anyText } };

export const METADATA: Children = {
  "atom:author": many(PERSON),
  "atom:category": many(CATEGORY),
  "atom:contributor": many(PERSON),
  "atom:generator": once(GENERATOR),
  "atom:icon": once(EXACT_IRI),
  "atom:id": once(ATOM_ID),
  "atom:link": many(LINK),
  "atom:logo": once(EXACT_IRI),
  "atom:rights": once(textConstruct),
  "atom:subtitle": once(textConstruct),
  "atom:title": once(textConstruct),
  "atom:updated": once(EXACT_DATE),
};

const DC = { "dc:date": once(DC_DATE) };

const SOURCE: ElementRule = { children: { ...ANYWHERE, ...DC, ...METADATA }, check: (place) => linkFaults(place) };

export const ENTRY: ElementRule = {
  children: {
    ...ANYWHERE,
    ...DC,
    ...IN_ITEM,
    ...MEDIA_IN_ITEM,
    ...GOOGLE_BASE_IN_ITEM,
    ...ITUNES_IN_ITEM,
    ...PODCAST_IN_ITEM,
    ...SYNC_IN_ITEM,
    "atom:author": many(PERSON),
    "atom:category": many(CATEGORY),
    "atom:content": once(content),
    "atom:contributor": many(PERSON),
    "atom:id": needed(ATOM_ID, "atom.entry"),
    "atom:link": many(LINK),
    "atom:published": once(EXACT_DATE),
    "atom:rights": once(textConstruct),
    "atom:source": once(SOURCE),
    "atom:summary": once(textConstruct),
    "atom:title": needed(textConstruct, "atom.entry"),
    "atom:updated": needed(EXACT_DATE, "atom.entry"),
    "xhtml:body": many(OPEN),
    "app:collection": many(OPEN),
    "app:workspace": many(OPEN),
    "app:categories": many(OPEN),
  },
  check: entryFaults,
};

export const DELETED_ENTRY: ElementRule = {
  ...OPEN,
  required: { ref: absoluteIri, when: rfc3339 },
  children: { "at:by": once(PERSON), "at:comment": once(textConstruct), "atom:link": many(LINK) },
};

export const ATOM_FEED: ElementRule = {
  children: {
    ...ANYWHERE,
    ...DC,
    ...IN_CHANNEL,
    ...MEDIA_IN_CHANNEL,
    ...ITUNES_IN_CHANNEL,
    ...PODCAST_IN_CHANNEL,
    ...SYNC_IN_CHANNEL,
    ...METADATA,
    "atom:id": needed(ATOM_ID, "atom.feed"),
    "atom:title": needed(textConstruct, "atom.feed"),
    "atom:updated": needed(EXACT_DATE, "atom.feed"),
    "atom:entry": many(ENTRY),
    "at:deleted-entry": many(DELETED_ENTRY),
    "app:collection": many(OPEN),
    "app:workspace": many(OPEN),
    "app:categories": many(OPEN),
  },
  attributes: { "indexing:index": anyText },
  check: (place) => [
    ...authorFaults(place),
    ...orderFaults(place),
    ...linkFaults(place),
    ...historyFaults(place),
    ...repeatedSyncIds(place.element),
  ],
};

/** The metadata of a feed stands before its entries, as the schema of RFC 4287 (appendix B) has it. */
function orderFaults({ element }: Place): readonly Fault[] {
  const own = elementsOf(element).filter(({ namespace }) => namespace === ATOM);
  const first = own.findIndex(({ name: each }) => each === "entry");
  if (first === -1) return [];
  return own
    .slice(first)
    .flatMap(({ name: each, line }) =>
      each === "entry" ? [] : [fault("grammar.order", `has <${each}>${line ? ` (line ${line})` : ""} behind an entry`)],
    );
}

/** Section 4.1.1 and 4.1.2: no two alternates have the same type and language. */
function linkFaults({ element }: Place): readonly Fault[] {
  const seen = new Set<string>();
  return childrenNamed(element, "link", ATOM).flatMap(({ attributes }) => {
    const { rel = "alternate", type = "", hreflang = "" } = attributes;
    if (rel !== "alternate" && rel !== `${RELATIONS}alternate`) return [];
    const key = JSON.stringify([type.toLowerCase(), hreflang.toLowerCase()]);
    if (seen.has(key))
      return [fault("atom.links", `has two alternates of the type ${quote(type)} and language ${quote(hreflang)}`)];
    seen.add(key);
    return [];
  });
}

const RELATIONS = "http://www.iana.org/assignments/relation/";

const hasAuthor = (element: XmlElement | undefined) =>
  element !== undefined && childNamed(element, "author", ATOM) !== undefined;

const isNamed = (entry: XmlElement) => hasAuthor(entry) || hasAuthor(childNamed(entry, "source", ATOM));

function authorFaults({ element }: Place): readonly Fault[] {
  if (hasAuthor(element)) return [];
  return childrenNamed(element, "entry", ATOM).flatMap((entry) =>
    isNamed(entry)
      ? []
      : [fault("atom.author", `has no author, and neither has the entry${entry.line ? ` (line ${entry.line})` : ""}`)],
  );
}

function entryFaults(place: Place): readonly Fault[] {
  const { element } = place;
  const body = childNamed(element, "content", ATOM);
  // The feed judges its entries, so that its own author is looked for once.
  const isAlone = place.parent === undefined && !isNamed(element);
  const hasAlternate = childrenNamed(element, "link", ATOM).some(({ attributes: { rel = "alternate" } }) =>
    [rel, rel.replace(RELATIONS, "")].includes("alternate"),
  );
  return [
    ...linkFaults(place),
    ...historyFaults(place),
    ...(isAlone ? [fault("atom.author", "has no author")] : []),
    ...(body || hasAlternate ? [] : [fault("atom.entry-content", "has neither content nor an alternate link")]),
    ...(body && needsSummary(body) && !childNamed(element, "summary", ATOM)
      ? [fault("atom.summary", "has content that readers cannot show, and no <summary>")]
      : []),
  ];
}
