/** Creative Commons in RDF: the module `cc` of RSS 1.0, and ccREL, which continued it in a namespace of its own. */
import { elementsOf, ownText } from "../../../../syntax/xml/xml-element.ts";
import { attributesOf } from "../../attribute-names.ts";
import { type Children, type ElementRule, many, OPEN, textOnly } from "../../element-rule.ts";
import { type Fault, fault, type Place, quote, type ValueType } from "../../grammar-fault.ts";
import { absoluteUri, uriReference } from "../../values/addresses.ts";
import { isoDay } from "../../values/dates.ts";
import { orNothing } from "../../values/numbers.ts";
import { all, anyText } from "../../values/words.ts";

const OWN = /^http:\/\/(?:web\.resource\.org\/cc\/|creativecommons\.org\/ns#)(.*)$/;

/** An address; one in the module's namespace must be a word that it defines. */
function termOf(words: readonly string[]): ValueType {
  return all(absoluteUri, (value) => {
    const word = OWN.exec(value)?.[1];
    return word === undefined || words.includes(word)
      ? undefined
      : fault("value.choice", `${quote(value)} is none of ${words.join(", ")}`);
  });
}

function condition(...words: readonly string[]): ElementRule {
  return { required: { "rdf:resource": termOf(words) } };
}

/** An address as attribute, as text, or the description of a licence in it. */
const LICENCE: ElementRule = {
  text: orNothing(absoluteUri),
  attributes: { "rdf:resource": absoluteUri },
  children: { "cc:License": many(() => DESCRIPTION) },
  check: (place) => emptyLicence(place),
};

function emptyLicence(place: Place): readonly Fault[] {
  const { element } = place;
  const hasAddress = attributesOf(place).has("rdf:resource") || ownText(element).trim() !== "";
  const isDescribed = elementsOf(element).length > 0;
  return hasAddress || isDescribed ? [] : [fault("grammar.missing-attribute", "has no attribute rdf:resource")];
}

/** An address as attribute or as text. */
const LINK: ElementRule = { text: orNothing(absoluteUri), attributes: { "rdf:resource": uriReference } };

const DESCRIPTION: ElementRule = { ...OPEN, attributes: { "rdf:about": uriReference } };

export const CREATIVE_COMMONS: Children = {
  "cc:license": many(LICENCE),
  "cc:License": many(DESCRIPTION),
  "cc:Work": many(DESCRIPTION),
  "cc:permits": many(condition("Reproduction", "Distribution", "DerivativeWorks", "Sharing")),
  "cc:requires": many(condition("Notice", "Attribution", "ShareAlike", "SourceCode", "Copyleft", "LesserCopyleft")),
  "cc:prohibits": many(condition("CommercialUse", "HighIncomeNationUse")),
  "cc:attributionName": many(textOnly(anyText)),
  "cc:attributionURL": many(LINK),
  "cc:morePermissions": many(LINK),
  "cc:useGuidelines": many(LINK),
  "cc:legalcode": many(LINK),
  "cc:jurisdiction": many(LINK),
  "cc:derivativeWork": many(LINK),
  "cc:deprecatedOn": many({ text: isoDay, attributes: { "rdf:datatype": anyText } }),
};
