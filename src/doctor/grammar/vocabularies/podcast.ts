/** The podcast namespace ("Podcasting 2.0") with its elements and the types of their attributes. */
import { type Children, type ElementRule, many, needed, OPEN, once, some, textOnly } from "../element-rule.ts";
import { fault, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteUri, httpUrl } from "../values/addresses.ts";
import { language } from "../values/codes.ts";
import { iso8601, rfc3339 } from "../values/dates.ts";
import { decimal, float, nonNegativeInteger, positiveInteger } from "../values/numbers.ts";
import { anyText, atMost, mediaType, oneOf, trueFalse, yesNo } from "../values/words.ts";

const guid: ValueType = (value) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(value)
    ? undefined
    : fault("value.id-urn", `${quote(value)} is not a UUID (RFC 9562)`);

const geo: ValueType = (value) =>
  /^geo:-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?)?(?:;.*)?$/.test(value)
    ? undefined
    : fault("value.coordinates", `${quote(value)} is not a geo: URI (RFC 5870)`);

const PERSON: ElementRule = {
  text: anyText,
  attributes: { role: anyText, group: anyText, img: httpUrl, href: httpUrl },
};
const IMAGES: ElementRule = { attributes: { srcset: anyText, href: httpUrl, alt: anyText } };
const RECIPIENT: ElementRule = {
  required: { type: anyText, address: anyText, split: nonNegativeInteger },
  attributes: { name: anyText, customKey: anyText, customValue: anyText, fee: trueFalse },
};
const VALUE: ElementRule = {
  required: { type: anyText, method: anyText },
  attributes: { suggested: float },
  children: {
    "podcast:valueRecipient": some(RECIPIENT),
    "podcast:valueTimeSplit": many({
      ...OPEN,
      required: { startTime: float, duration: float },
      attributes: { remoteStartTime: float, remotePercentage: float },
      children: { "podcast:valueRecipient": many(RECIPIENT), "podcast:remoteItem": many(OPEN) },
    }),
  },
};
const REMOTE_ITEM: ElementRule = {
  required: { feedGuid: guid },
  attributes: { feedUrl: httpUrl, itemGuid: anyText, medium: anyText, title: anyText, feedImg: httpUrl },
};
const INTEGRITY: ElementRule = { required: { type: oneOf(["sri", "pgp-signature"]), value: anyText } };

const ENCLOSURE: ElementRule = {
  required: { type: mediaType },
  attributes: {
    length: nonNegativeInteger,
    bitrate: float,
    height: positiveInteger,
    lang: language,
    title: anyText,
    rel: anyText,
    codecs: anyText,
    default: trueFalse,
  },
  children: {
    "podcast:source": some({ required: { uri: absoluteUri }, attributes: { contentType: mediaType } }),
    "podcast:integrity": many(INTEGRITY),
  },
};

const BOTH: Children = {
  "podcast:person": many(PERSON),
  "podcast:location": many({
    text: atMost(128),
    attributes: { geo, osm: anyText, rel: anyText, country: anyText },
  }),
  "podcast:license": once({ text: atMost(128), attributes: { url: httpUrl } }),
  "podcast:value": many(VALUE),
  "podcast:images": once(IMAGES),
  "podcast:image": many({ ...OPEN, attributes: {} }),
  "podcast:txt": many({ text: atMost(4_000), attributes: { purpose: anyText } }),
  "podcast:chat": once({
    required: { server: anyText, protocol: anyText },
    attributes: { accountId: anyText, space: anyText, embedUrl: httpUrl },
  }),
  "podcast:funding": many({ text: atMost(128), required: { url: absoluteUri } }),
  "podcast:socialInteract": many({
    required: { protocol: anyText },
    attributes: { uri: absoluteUri, accountId: anyText, accountUrl: httpUrl, priority: nonNegativeInteger },
  }),
};

const IN_ITEM: Children = {
  ...BOTH,
  "podcast:transcript": many({
    required: { url: httpUrl, type: mediaType },
    attributes: { language, rel: oneOf(["captions"]) },
  }),
  "podcast:chapters": once({ required: { url: httpUrl, type: mediaType } }),
  "podcast:soundbite": many({ text: atMost(128), required: { startTime: float, duration: float } }),
  "podcast:season": once({ text: nonNegativeInteger, attributes: { name: atMost(128) } }),
  "podcast:episode": once({ text: decimal, attributes: { display: atMost(32) } }),
  "podcast:alternateEnclosure": many(ENCLOSURE),
  "podcast:contentLink": many({ text: anyText, required: { href: httpUrl } }),
};

export const PODCAST_IN_ITEM: Children = IN_ITEM;

const MEDIA = ["podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course", "mixed"];

export const PODCAST_IN_CHANNEL: Children = {
  ...BOTH,
  "podcast:locked": once({ text: yesNo, attributes: { owner: anyText } }),
  "podcast:guid": once(textOnly(guid)),
  "podcast:medium": once(textOnly(oneOf([...MEDIA, ...MEDIA.map((medium) => `${medium}L`)]))),
  "podcast:trailer": many({
    text: anyText,
    required: { url: httpUrl, pubdate: anyText },
    attributes: { length: nonNegativeInteger, type: mediaType, season: nonNegativeInteger },
  }),
  "podcast:block": many({ text: yesNo, attributes: { id: anyText } }),
  "podcast:remoteItem": many(REMOTE_ITEM),
  "podcast:podroll": once({ children: { "podcast:remoteItem": some(REMOTE_ITEM) } }),
  "podcast:publisher": once({ children: { "podcast:remoteItem": needed(REMOTE_ITEM) } }),
  "podcast:updateFrequency": once({
    text: atMost(128),
    attributes: { complete: trueFalse, dtstart: iso8601, rrule: anyText },
  }),
  "podcast:podping": once({ attributes: { usesPodping: trueFalse } }),
  "podcast:liveItem": many({
    ...OPEN,
    required: { status: oneOf(["pending", "live", "ended"]), start: rfc3339 },
    attributes: { end: rfc3339 },
    children: IN_ITEM,
  }),
};
