/** `atom:link` (RFC 4287 section 4.2.7), which RSS uses too. */
import { attributesOf } from "../attribute-names.ts";
import { type ElementRule, OPEN } from "../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../grammar-fault.ts";
import { absoluteIri, iriReference } from "../values/addresses.ts";
import { language } from "../values/codes.ts";
import { rfc3339 } from "../values/dates.ts";
import { nonNegativeInteger } from "../values/numbers.ts";
import { plainText } from "../values/plain-text.ts";
import { anyText, mediaType } from "../values/words.ts";

/** Relations of IANA's registry that feeds use. Others are IRIs (RFC 8288 section 2.1). */
const RELATIONS: ReadonlySet<string> = new Set(
  `about acl alternate amphtml appendix archives author blocked-by bookmark canonical chapter collection contents
  convertedfrom copyright create-form current describedby describes disclosure duplicate edit edit-form edit-media
  enclosure external first glossary help hosts hub icon index item last latest-version license me memento monitor
  next next-archive nofollow original payment predecessor-version prefetch preload prerender prev prev-archive preview
  previous profile related replies search section self service shortlink start status stylesheet subsection
  successor-version tag terms-of-service timegate type up version-history via webmention working-copy`.split(/\s+/),
);

const relation: ValueType = (value, place) => {
  const short = value.replace("http://www.iana.org/assignments/relation/", "");
  const isKnown = RELATIONS.has(short.toLowerCase()) || absoluteIri(value, place) === undefined;
  return isKnown ? undefined : fault("atom.relation", `${quote(value)} is neither registered nor an IRI`);
};

/** RFC 4685 section 5: only a link to replies counts them. */
function threadingFaults(place: Place): readonly Fault[] {
  const names = [...attributesOf(place).keys()].filter((name) => name === "thr:count" || name === "thr:updated");
  return place.element.attributes.rel === "replies"
    ? []
    : names.map((name) => fault("grammar.unexpected-attribute", `has ${name}, which belongs to rel="replies"`));
}

export const LINK: ElementRule = {
  ...OPEN,
  text: anyText,
  required: { href: iriReference },
  attributes: {
    rel: relation,
    type: mediaType,
    hreflang: language,
    title: plainText,
    length: nonNegativeInteger,
    "thr:count": nonNegativeInteger,
    "thr:updated": rfc3339,
  },
  check: (place) => [...threadingFaults(place), ...strayFaults(place)],
};

/** Anything may stand in a link, but its own attributes are these. */
function strayFaults(place: Place): readonly Fault[] {
  return [...attributesOf(place).keys()].flatMap((name) => {
    // A draft of RFC 4685 had `thr:when`.
    const isStray = name.includes(":") ? name === "thr:when" : !KNOWN.has(name);
    return isStray
      ? [fault("grammar.unexpected-attribute", `has the attribute ${name}, which is not defined there`)]
      : [];
  });
}

const KNOWN: ReadonlySet<string> = new Set(["href", "rel", "type", "hreflang", "title", "length"]);
