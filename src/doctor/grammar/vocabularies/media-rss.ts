/** Media RSS 1.5.1. */
import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { elementsOf } from "../../../syntax/xml/xml-element.ts";
import { type Children, type ElementRule, many, OPEN, once, textOnly } from "../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteUri } from "../values/addresses.ts";
import { country, language } from "../values/codes.ts";
import { rfc822 } from "../values/dates.ts";
import { float, nonNegativeInteger, playTime, positiveInteger } from "../values/numbers.ts";
import { plainText } from "../values/plain-text.ts";
import { anyText, mediaType, oneOf, trueFalseAnyCase } from "../values/words.ts";
import { DUBLIN_CORE_ANYWHERE } from "./dublin-core.ts";
import { PLACES } from "./geography.ts";

const TEXT_TYPE = oneOf(["plain", "html"]);

/** Plain text, unless the type says that it is HTML. */
function typedText(attributes: ElementRule["attributes"] = {}): (element: XmlElement) => ElementRule {
  return ({ attributes: { type } }) => ({
    text: type === "html" ? anyText : plainText,
    attributes: { type: TEXT_TYPE, ...attributes },
  });
}

/** The specification's own schemes, `urn:simple` and its like, are shorter than a URN may be. */
const scheme: ValueType = (value, place) => (/^urn:[a-z-]+$/.test(value) ? undefined : absoluteUri(value, place));

const SIZE = { width: positiveInteger, height: positiveInteger };

/** MD5 and SHA-1 in hexadecimal digits, as the specification's examples write them. */
const HASH: ElementRule = {
  text: (value, { element }) => {
    const length = element.attributes.algo === "sha-1" ? 40 : 32;
    const isHash = /^[0-9A-Za-z]+$/.test(value) && value.length === length;
    return isHash ? undefined : fault("value.hash", `${quote(value)} has not the ${length} digits of such a hash`);
  },
  attributes: { algo: oneOf(["md5", "sha-1"], "value.hash") },
};

/** The schemes of the specification, with their values. */
const RATINGS: Readonly<Record<string, readonly string[]>> = {
  "urn:simple": ["adult", "nonadult"],
  "urn:mpaa": ["g", "m", "nc-17", "pg", "pg-13", "r", "x"],
  "urn:v-chip": [
    ...["14+", "18+", "c", "c8", "g", "pg"],
    ...["tv-14", "tv-g", "tv-ma", "tv-pg", "tv-y", "tv-y7", "tv-y7-fv"],
  ],
};
/** A label of the Internet Content Rating Association: `r (nz 1 sz 1 vz 1)`. */
const ICRA = /^r \((?:[nsvlocx][a-z] [01])(?: [nsvlocx][a-z] [01])*\)$/;
const ICRA_CODES = /^(?:[nsvlocx]z|n[a-c]|s[a-f]|v[a-j]|l[a-c]|o[a-h]|c[ab]|x[a-e])$/;

function isIcra(value: string): boolean {
  const codes = value
    .slice(3, -1)
    .split(/ [01] ?/)
    .filter(Boolean);
  return ICRA.test(value) && codes.every((code) => ICRA_CODES.test(code));
}

const RATING: ElementRule = {
  text: (value, { element }) => {
    const scheme = element.attributes.scheme || "urn:simple";
    const isRight = scheme === "urn:icra" ? isIcra(value) : (RATINGS[scheme]?.includes(value) ?? true);
    return isRight ? undefined : fault("value.choice", `${quote(value)} is no rating of ${scheme}`);
  },
  attributes: { scheme },
};

const RESTRICTION: ElementRule = {
  text: (value, place) => {
    const { type } = place.element.attributes;
    if (type === undefined || type === "sharing")
      return ["", "all", "none"].includes(value) || type === "sharing"
        ? undefined
        : fault("value.choice", `${quote(value)} is neither all nor none`);
    for (const each of value.split(/\s+/)) {
      const found = type === "country" ? country(each.toUpperCase(), place) : absoluteUri(each, place);
      if (found && (type === "country" || type === "uri")) return found;
    }
    return undefined;
  },
  required: { relationship: oneOf(["allow", "deny"]) },
  attributes: { type: oneOf(["country", "uri", "sharing"]) },
};

const TIMES = { start: playTime, end: playTime };
const number = { attributes: { average: float, count: nonNegativeInteger, min: float, max: float } };

const DESCRIPTIONS: Children = {
  "media:adult": once({
    text: trueFalseAnyCase,
    check: () => [fault("grammar.deprecated", "is replaced by <media:rating>")],
  }),
  "media:rating": many(RATING),
  "media:title": once(typedText()),
  "media:description": once(typedText()),
  "media:keywords": many(textOnly(anyText)),
  "media:thumbnail": many({ required: { url: absoluteUri }, attributes: { ...SIZE, time: playTime } }),
  "media:category": many({ text: plainText, attributes: { scheme: absoluteUri, label: plainText } }),
  "media:hash": many(HASH),
  "media:player": many({ required: { url: absoluteUri }, attributes: SIZE }),
  "media:credit": many({ text: anyText, attributes: { role: anyText, scheme }, check: creditFaults }),
  "media:copyright": once({ text: plainText, attributes: { url: absoluteUri } }),
  "media:text": many(typedText({ lang: language, ...TIMES })),
  "media:restriction": many(RESTRICTION),
  "media:community": many({
    children: {
      "media:starRating": once(number),
      "media:statistics": once({ attributes: { views: nonNegativeInteger, favorites: nonNegativeInteger } }),
      "media:tags": once(textOnly(anyText)),
    },
  }),
  "media:comments": many({ children: { "media:comment": many(textOnly(anyText)) } }),
  "media:responses": many({ children: { "media:response": many(textOnly(anyText)) } }),
  "media:backLinks": many({ children: { "media:backLink": many(textOnly(anyText)) } }),
  "media:embed": many({
    required: { url: absoluteUri },
    attributes: SIZE,
    children: { "media:param": many({ text: anyText, required: { name: anyText } }) },
  }),
  "media:status": many({ attributes: { state: oneOf(["active", "blocked", "deleted"]), reason: anyText } }),
  "media:price": many({ ...OPEN, attributes: { type: oneOf(["rent", "purchase", "package", "subscription"]) } }),
  "media:license": many({ text: anyText, attributes: { type: mediaType, href: absoluteUri } }),
  "media:subTitle": many({ attributes: { type: mediaType, lang: language, href: absoluteUri } }),
  "media:peerLink": many({ attributes: { type: mediaType, href: absoluteUri } }),
  "media:location": many({ ...OPEN, attributes: { description: anyText, ...TIMES } }),
  "media:rights": many({ attributes: { status: oneOf(["userCreated", "official"]) } }),
  "media:scenes": many(OPEN),
};

/** Roles are lower case, and those of the default scheme are EBU's. */
function creditFaults({ element: { attributes } }: Place): readonly Fault[] {
  const { role, scheme = "urn:ebu" } = attributes;
  if (role === undefined || role === "") return [];
  const isRight = scheme === "urn:ebu" ? EBU_ROLES.has(role) : role === role.toLowerCase();
  return isRight ? [] : [fault("value.choice", `role ${quote(role)} is none of ${scheme}`)];
}

/** The roles of the European Broadcasting Union, as its Media Information Group lists them. */
const EBU_ROLES: ReadonlySet<string> = new Set(
  `actor, adaptor, anchor person, animal trainer, animator, announcer, armourer, art director, artist, performer,
  artist/performer, assistant camera, assistant chief lighting technician, assistant director, assistant producer,
  assistant visual editor, author, broadcast assistant, broadcast journalist, camera operator, carpenter, casting,
  causeur, chief lighting technician, choir, choreographer, clapper loader, commentary or commentator,
  commissioning broadcaster, composer, computer programmer, conductor, consultant, continuity checker, correspondent,
  costume designer, dancer, dialogue coach, director, director of photography, distribution company, draughtsman,
  dresser, dubber, editor, editor/producer, ensemble, executive producer, expert, fight director, floor manager,
  focus puller, foley artist, foley editor, foley mixer, graphic assistant, graphic designer, greensman, grip,
  hairdresser, illustrator, interviewed guest, interviewer, key character, key grip, key talents, leadman, librettist,
  lighting director, lighting technician, location manager, lyricist, make up artist, manufacturer, matte artist,
  music arranger, music group, musician, news reader, orchestra, owner, participant, photographer, post, producer,
  production assistant, production company, production department, production manager, production secretary,
  programme production researcher, programme proposal, property manager, publishing company, puppeteer,
  pyrotechnician, reporter, rigger, runner, scenario, scenic operative, script supervisor, second assistant camera,
  second assistant director, second unit director, set designer, set dresser, sign language, singer, sound designer,
  sound mixer, sound recordist, special effects, stunts, subtitles, technical director, term, translation,
  transportation manager, treatment, treatment proposal, treatment/programme proposal, vision mixer, visual editor,
  visual effects, wardrobe, witness`
    .split(",")
    .map((role) => role.trim().replace(/\s+/g, " ")),
);

const CONTENT: ElementRule = {
  attributes: {
    ...SIZE,
    url: absoluteUri,
    fileSize: positiveInteger,
    type: mediaType,
    medium: oneOf(["image", "audio", "video", "document", "executable"]),
    isDefault: trueFalseAnyCase,
    expression: oneOf(["sample", "full", "nonstop"]),
    bitrate: float,
    framerate: float,
    samplingrate: float,
    channels: nonNegativeInteger,
    duration: float,
    lang: language,
  },
  children: { ...DESCRIPTIONS, ...DUBLIN_CORE_ANYWHERE, ...PLACES },
};

/** A group is for several files of one thing. */
function groupFaults({ element }: Place): readonly Fault[] {
  const count = elementsOf(element).filter(({ name }) => name === "content").length;
  return count < 2
    ? [fault("media.group", `has ${count === 1 ? "one" : "no"} <media:content>, which needs no group`)]
    : [];
}

export const MEDIA_IN_CHANNEL: Children = { ...DESCRIPTIONS, "media:pubDate": once(textOnly(rfc822)) };

export const MEDIA_IN_ITEM: Children = {
  ...DESCRIPTIONS,
  "media:content": many(CONTENT),
  "media:group": many({ children: { ...DESCRIPTIONS, "media:content": many(CONTENT) }, check: groupFaults }),
};
