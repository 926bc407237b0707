/** The smaller modules, by where they may stand. */
import { isInRdf, rootOf } from "../document-form.ts";
import { type Children, type ElementRule, many, OPEN, once, type RuleOf, textOnly } from "../element-rule.ts";
import { fault } from "../grammar-fault.ts";
import { absoluteIri, absoluteUri, httpUrl, iriReference, namedMailAddress } from "../values/addresses.ts";
import { language } from "../values/codes.ts";
import { iso8601, rfc822, rfc3339, w3cdtf } from "../values/dates.ts";
import { float, integer, integers, nonNegativeInteger, positiveInteger } from "../values/numbers.ts";
import { plainText } from "../values/plain-text.ts";
import { anyText, mediaType, oneOf, oneOfAnyCase, yesNo } from "../values/words.ts";
import { DUBLIN_CORE_ANYWHERE, resource } from "./dublin-core.ts";
import { PLACES } from "./geography.ts";
import { OPENSEARCH_QUERY } from "./opensearch.ts";

const uri = textOnly(absoluteUri);
const text = textOnly(anyText);
const onceUri = once(uri);
const count = once(textOnly(nonNegativeInteger));

const OPML_HEAD: Children = {
  "opml:dateCreated": once(textOnly(rfc822)),
  "opml:dateModified": once(textOnly(rfc822)),
  "opml:ownerName": once(text),
  "opml:ownerEmail": once(textOnly(namedMailAddress)),
  "opml:ownerId": once(textOnly(httpUrl)),
};

/** RFC 4685 section 3. */
const IN_REPLY_TO: ElementRule = {
  ...OPEN,
  required: { ref: absoluteIri },
  attributes: { href: iriReference, source: iriReference, type: mediaType },
};

const LINK_ATTRIBUTES = {
  "l:lang": language,
  "l:title": anyText,
  "l:type": anyText,
};

export const ANYWHERE: Children = {
  ...DUBLIN_CORE_ANYWHERE,
  ...PLACES,
  ...OPML_HEAD,
  "l:link": many({
    required: { "l:rel": absoluteUri, "rdf:resource": absoluteUri },
    attributes: { ...LINK_ATTRIBUTES, "dc:title": anyText },
  }),
  "rdfs:seeAlso": many(resource),
  "cp:server": many(resource),
  "thr:in-reply-to": many(IN_REPLY_TO),
  "feedburner:awareness": onceUri,
  "creativeCommons:license": many(uri),
};

/** `robots`, with the words that search engines know. */
const META: ElementRule = {
  required: {
    name: oneOfAnyCase(["robots"]),
    content: oneOfAnyCase([
      ...["all", "none", "index", "noindex", "follow", "nofollow"],
      ...["index,follow", "index,nofollow", "noindex,follow", "noindex,nofollow"],
      ...["follow,index", "follow,noindex", "nofollow,index", "nofollow,noindex"],
    ]),
  },
};

const LIST_VALUE = { ns: iriReference, element: anyText, label: anyText, default: oneOf(["true", "false"]) };
const LIST_INFO: ElementRule = {
  children: {
    "cf:sort": many({ attributes: { ...LIST_VALUE, "data-type": oneOf(["date", "number", "text"]) }, text: anyText }),
    "cf:group": many({ attributes: LIST_VALUE, text: anyText }),
  },
};

const FLARE: RuleOf = (_, parent) => {
  // FeedBurner's own feeds of RSS have addresses of any kind there.
  const address = rootOf(parent).name === "atom:feed" ? iriReference : anyText;
  return { text: anyText, required: { href: address, src: address } };
};

export const IN_CHANNEL: Children = {
  "admin:generatorAgent": once(resource),
  "admin:errorReportsTo": once(resource),
  "blogChannel:blogRoll": onceUri,
  "blogChannel:mySubscriptions": onceUri,
  "blogChannel:blink": onceUri,
  "blogChannel:changes": onceUri,
  "sy:updatePeriod": once(textOnly(oneOf(["hourly", "daily", "weekly", "monthly", "yearly"]))),
  "sy:updateFrequency": once(textOnly(positiveInteger)),
  "sy:updateBase": once(textOnly(w3cdtf)),
  "wiki:interwiki": many({ ...OPEN, text: anyText }),
  "cf:listinfo": once(LIST_INFO),
  "cf:treatAs": once(textOnly(oneOf(["list"]))),
  "feedburner:browserFriendly": once(textOnly(plainText)),
  "feedburner:emailServiceId": once(text),
  "feedburner:feedFlare": many(FLARE),
  "feedburner:info": many({ required: { uri: iriReference } }),
  "feedburner:feedburnerHostname": onceUri,
  "opensearch:totalResults": count,
  "opensearch:startIndex": once(textOnly(integer)),
  "opensearch:itemsPerPage": count,
  "opensearch:Query": many(OPENSEARCH_QUERY),
  "xhtml:div": many(OPEN),
  "xhtml:meta": many(META),
  "access:restriction": many({ required: { relationship: oneOf(["allow", "deny"]) } }),
  "fh:archive": once({}),
  "fh:complete": once({}),
};

const trackback: RuleOf = (_, parent) => (isInRdf(parent) ? { required: { "rdf:resource": absoluteUri } } : uri);

export const IN_ITEM: Children = {
  "annotate:reference": once(resource),
  "ag:source": once(text),
  "ag:sourceURL": onceUri,
  "ag:timestamp": once(textOnly(iso8601)),
  "ev:startdate": once(textOnly(iso8601)),
  "ev:enddate": once(textOnly(iso8601)),
  "ev:location": many({ ...OPEN, text: anyText }),
  "ev:organizer": many({ ...OPEN, text: anyText }),
  "ev:type": once(text),
  "feedburner:origEnclosureLink": onceUri,
  "feedburner:origLink": onceUri,
  "slash:comments": count,
  "slash:section": many(text),
  "slash:department": many(text),
  "slash:hit_parade": once(textOnly(integers)),
  "thr:total": count,
  "thr1:children": many(OPEN),
  "wfw:comment": onceUri,
  "wfw:commentRss": onceUri,
  "wfw:commentRSS": once({
    text: absoluteUri,
    check: () => [fault("grammar.deprecated", "is written <wfw:commentRss>")],
  }),
  "wiki:diff": many(text),
  "wiki:history": many(text),
  "wiki:importance": many(text),
  "wiki:status": many(text),
  "wiki:version": many(text),
  "trackback:ping": once(trackback),
  "trackback:about": many(trackback),
  "l:permalink": many({
    required: { "rdf:resource": absoluteUri },
    attributes: { "l:type": mediaType, "dc:title": anyText },
  }),
  "conversationsNetwork:introMilliseconds": count,
  "conversationsNetwork:image": once(textOnly(httpUrl)),
  "conversationsNetwork:ratingAverage": once(textOnly(float)),
  "conversationsNetwork:ratingCount": count,
  "conversationsNetwork:ratingIndividual": once(textOnly(positiveInteger)),
  "conversationsNetwork:ratingTimestamp": once(textOnly(iso8601)),
  "app:edited": once(textOnly(rfc3339)),
  "app:control": once({ ...OPEN, children: { "app:draft": once(textOnly(yesNo)) } }),
};
