/** OpenSearch 1.1: description documents, and the query element that may stand in feeds. */
import { type ElementRule, many, once, some, textOnly } from "../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteUri, mailAddress } from "../values/addresses.ts";
import { language } from "../values/codes.ts";
import { integer, nonNegativeInteger } from "../values/numbers.ts";
import { plainText } from "../values/plain-text.ts";
import { all, anyText, atMost, charset, mediaType, oneOf, oneOfAnyCase } from "../values/words.ts";

/** A name with a prefix must have a namespace. Returns undefined for a name without one. */
function prefixFault(name: string, { scope }: Place): Fault | "declared" | undefined {
  const [prefix = "", local] = name.split(":");
  if (local === undefined) return undefined;
  return prefix in scope
    ? "declared"
    : fault("value.template", `has the prefix ${quote(prefix)}, which is not declared`);
}

const ROLES = oneOf(["request", "example", "related", "correction", "subset", "superset"]);

const role: ValueType = (value, place) => {
  const prefixed = prefixFault(value, place);
  return prefixed === undefined ? ROLES(value, place) : prefixed === "declared" ? undefined : prefixed;
};

const PARAMETERS: readonly string[] = [
  ...["searchTerms", "count", "startIndex", "startPage", "language", "inputEncoding", "outputEncoding"],
];
const PARAMETER = /\{([^{}?]+)\??\}/g;

/** A URL in which parameters stand in braces. */
const template: ValueType = (value, place) => {
  for (const [, name = ""] of value.matchAll(PARAMETER)) {
    const prefixed = prefixFault(name, place);
    if (prefixed === "declared") continue;
    if (prefixed !== undefined) return prefixed;
    if (!PARAMETERS.includes(name))
      return fault("value.template", `has the parameter ${quote(name)}, which OpenSearch does not define`);
  }
  return absoluteUri(value.replace(PARAMETER, "x"), place);
};

/** Words in which all but letters, digits and `_.-~/` is escaped. White space stands between them. */
const encodedTerms: ValueType = (value) =>
  /[^\w.~/\s%+-]|%(?![0-9a-f]{2})/i.test(value)
    ? fault("value.template", `${quote(value)} is not escaped for URLs`)
    : undefined;

export const OPENSEARCH_QUERY: ElementRule = {
  required: { role },
  attributes: {
    title: all(atMost(256), plainText),
    totalResults: nonNegativeInteger,
    searchTerms: encodedTerms,
    count: nonNegativeInteger,
    startIndex: integer,
    startPage: integer,
    language,
    inputEncoding: charset,
    outputEncoding: charset,
    parameter: anyText,
  },
};

const short = (max: number) => once(textOnly(all(atMost(max), plainText)));
const encoding = many(textOnly(charset));

export const OPENSEARCH_DESCRIPTION: ElementRule = {
  children: {
    "opensearch:ShortName": { ...short(16), missing: "grammar.missing-element" },
    "opensearch:Description": { ...short(1_024), missing: "grammar.missing-element" },
    "opensearch:Url": some({
      required: { template, type: mediaType },
      attributes: { indexOffset: integer, pageOffset: integer, rel: anyText },
    }),
    "opensearch:Contact": once(textOnly(mailAddress)),
    "opensearch:Tags": short(256),
    "opensearch:LongName": short(48),
    "opensearch:Image": many({
      text: absoluteUri,
      attributes: { height: nonNegativeInteger, width: nonNegativeInteger, type: mediaType },
    }),
    "opensearch:Query": many(OPENSEARCH_QUERY),
    "opensearch:Developer": short(64),
    "opensearch:Attribution": short(256),
    "opensearch:SyndicationRight": once(textOnly(oneOfAnyCase(["open", "limited", "private", "closed"]))),
    "opensearch:AdultContent": once(textOnly(anyText)),
    "opensearch:Language": many(textOnly((value, place) => (value === "*" ? undefined : language(value, place)))),
    "opensearch:InputEncoding": encoding,
    "opensearch:OutputEncoding": encoding,
  },
};
