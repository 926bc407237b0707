/** Really Simple Licensing 1.0 (RSL-SPEC-1.0): what automated systems may do with content, and for what in return. */
import { childrenNamed } from "../../../../syntax/xml/xml-element.ts";
import { type Children, type ElementRule, many, once, type RuleOf, some, textOnly } from "../../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../../grammar-fault.ts";
import { absoluteUri, mailAddress, uriReference } from "../../values/addresses.ts";
import { currency, isCountry } from "../../values/codes.ts";
import { rfc3339 } from "../../values/dates.ts";
import { float, positiveInteger } from "../../values/numbers.ts";
import { all, anyText, mediaType, notBlank, oneOf, trueFalse } from "../../values/words.ts";

/** Words between white space. Those with a prefix belong to extensions (section 3.4.1). */
function words(isKnown: (word: string) => boolean, list: string, former: readonly string[] = []): ValueType {
  return (value) => {
    if (value === "") return fault("value.blank", "is empty");
    if (value.includes(","))
      return fault("grammar.deprecated", `${quote(value)} has commas, as in RSL 0.9; use spaces`);
    for (const word of value.split(/\s+/)) {
      if (isKnown(word) || word.includes(":")) continue;
      return former.includes(word)
        ? fault("grammar.deprecated", `${quote(word)} is a word of RSL 0.9; use one of ${list}`)
        : fault("value.choice", `${quote(word)} is none of ${list}`);
    }
    return undefined;
  };
}

function someOf(list: readonly string[], former: readonly string[] = []): ValueType {
  return words((word) => list.includes(word), list.join(", "), former);
}

const USES: Readonly<Record<string, ValueType>> = {
  usage: someOf(
    ["all", "ai-all", "ai-train", "ai-input", "ai-index", "search"],
    ["train-ai", "train-genai", "ai-use", "ai-summarize", "ai-inference", "ai-search"],
  ),
  user: someOf(["commercial", "non-commercial", "education", "government", "personal"]),
  geo: words((word) => word === "EU" || isCountry(word), "the countries of ISO 3166 and EU"),
};

const LEGAL: Readonly<Record<string, ValueType>> = {
  warranty: someOf(["ownership", "authority", "no-infringement", "privacy-consent", "no-malware"]),
  disclaimer: someOf(["as-is", "no-warranty", "no-liability", "no-indemnity"]),
  attestation: trueFalse,
  contact: (value, place) => (value.includes(":") ? absoluteUri(value, place) : mailAddress(value, place)),
  proof: (value, place) => {
    const faults = value.split(/\s+/).flatMap((each) => absoluteUri(each, place) ?? []);
    return faults[0];
  },
};

/** The text of the element is as its `type` says. */
function typed(types: Readonly<Record<string, ValueType>>): RuleOf {
  const type = oneOf(Object.keys(types));
  return ({ attributes }) => ({ text: types[attributes.type ?? ""] ?? anyText, required: { type } });
}

const PAYMENTS = ["purchase", "subscription", "training", "crawl", "use", "contribution", "attribution", "free"];

const payment: ValueType = (value, place) =>
  value === "inference"
    ? fault("grammar.deprecated", '"inference" is a word of RSL 0.9; use "use"')
    : oneOf(PAYMENTS)(value, place);

const address = textOnly(all(notBlank, uriReference));

/** Unknown elements of RSL make a document invalid; those of other namespaces are ignored (section 3). */
const closed: Pick<ElementRule, "stranger"> = {
  stranger: (name) => (name?.startsWith("rsl:") ? "grammar.unknown-element" : undefined),
};

const PAYMENT: ElementRule = {
  ...closed,
  attributes: { type: payment },
  children: {
    "rsl:standard": once(textOnly(absoluteUri)),
    "rsl:custom": once(address),
    "rsl:amount": once({ text: float, required: { currency } }),
    "rsl:accepts": once({ text: anyText, required: { type: mediaType } }),
  },
};

const LICENSE: ElementRule = {
  ...closed,
  children: {
    "rsl:permits": many(typed(USES)),
    "rsl:prohibits": many(typed(USES)),
    "rsl:payment": once(PAYMENT),
    "rsl:reporting": many({
      text: anyText,
      required: { type: oneOf(["telemetry", "provenance", "audit"]), profile: absoluteUri },
      attributes: { endpoint: absoluteUri },
    }),
    "rsl:legal": many(typed(LEGAL)),
  },
  check: (place) => ["permits", "prohibits", "legal"].flatMap((name) => repeatedTypes(place, name)),
};

/** At most one of each type (sections 3.5, 3.6 and 3.13). */
function repeatedTypes({ element }: Place, name: string): readonly Fault[] {
  const types = childrenNamed(element, name, element.namespace).flatMap(({ attributes: { type } }) => type ?? []);
  const twice = new Set(types.filter((type, index) => types.indexOf(type) < index));
  return [...twice].map((type) =>
    fault("grammar.duplicate-element", `has two <rsl:${name}> of the type ${quote(type)}`),
  );
}

const CONTENT: ElementRule = {
  ...closed,
  required: { url: all(notBlank, uriReference) },
  attributes: { server: absoluteUri, encrypted: trueFalse, lastmod: rfc3339 },
  children: {
    "rsl:license": some(LICENSE),
    "rsl:alternate": many({ text: all(notBlank, uriReference), attributes: { type: mediaType } }),
    "rsl:schema": once({ text: anyText, attributes: { type: mediaType } }),
    "rsl:copyright": once({
      text: anyText,
      attributes: { type: oneOf(["person", "organization"]), contactEmail: mailAddress, contactUrl: uriReference },
    }),
    "rsl:terms": once(address),
  },
  check: ({ element: { attributes } }) =>
    attributes.encrypted === "true" && attributes.server === undefined
      ? [fault("grammar.missing-attribute", "is encrypted, and has no attribute server")]
      : [],
};

/** A document of its own. */
export const RSL: ElementRule = {
  ...closed,
  attributes: { "max-age": positiveInteger },
  children: { "rsl:content": some(CONTENT) },
};

export const RSL_IN_FEED: Children = { "rsl:content": many(CONTENT) };
