/** Dublin Core: the elements 1.1 and the terms, as the RSS 1.0 modules dc and dcterms use them. */
import { isInRdf } from "../document-form.ts";
import { type Children, type ElementRule, many, OPEN, once, type RuleOf, textOnly } from "../element-rule.ts";
import { uriReference } from "../values/addresses.ts";
import { language } from "../values/codes.ts";
import { w3cdtf } from "../values/dates.ts";
import { positiveInteger } from "../values/numbers.ts";
import { anyText } from "../values/words.ts";

/** A reference to something: in RDF an attribute, elsewhere the text. */
const IN_RDF: ElementRule = {
  required: { "rdf:resource": uriReference },
  attributes: { "dc:title": anyText },
};
const ELSEWHERE: ElementRule = { text: anyText, attributes: { "rdf:resource": uriReference, "dc:title": anyText } };
export const resource: RuleOf = (_, parent) => (isInRdf(parent) ? IN_RDF : ELSEWHERE);

const text = textOnly(anyText);
const onceText = once(text);

/** `dc:creator` and its like may describe a person in RDF. */
const DESCRIBED: RuleOf = (_, parent) => (isInRdf(parent) ? IN_RDF_TEXT : text);
const IN_RDF_TEXT: ElementRule = { ...OPEN, text: anyText };

/** Where the format has an element of its own for it, the module is listed there. */
export const DUBLIN_CORE_ANYWHERE: Children = {
  "dc:title": onceText,
  "dc:description": onceText,
  "dc:publisher": many(DESCRIBED),
  "dc:contributor": many(DESCRIBED),
  "dc:creator": many(DESCRIBED),
  "dc:subject": many(DESCRIBED),
  "dc:type": onceText,
  "dc:format": onceText,
  "dc:identifier": many(text),
  "dc:source": onceText,
  "dc:language": once(textOnly(language)),
  "dc:relation": many(text),
  "dc:coverage": many(text),
  "dc:rights": onceText,
  "dcterms:alternative": many(text),
  "dcterms:abstract": onceText,
  "dcterms:tableOfContents": once(resource),
  "dcterms:created": once(textOnly(w3cdtf)),
  "dcterms:issued": once(textOnly(w3cdtf)),
  "dcterms:modified": once(textOnly(w3cdtf)),
  "dcterms:dateAccepted": onceText,
  "dcterms:dateCopyrighted": onceText,
  "dcterms:dateSubmitted": onceText,
  "dcterms:extent": once(textOnly(positiveInteger)),
  "dcterms:audience": many(text),
  "dcterms:mediator": onceText,
  ...Object.fromEntries(
    [
      "isVersionOf",
      "hasVersion",
      "isReplacedBy",
      "replaces",
      "isRequiredBy",
      "requires",
      "isPartOf",
      "hasPart",
      "isReferencedBy",
      "references",
      "isFormatOf",
      "hasFormat",
      "conformsTo",
    ].map((name) => [`dcterms:${name}`, many(resource)]),
  ),
  ...Object.fromEntries(
    [
      "valid",
      "available",
      "spatial",
      "temporal",
      "accessRights",
      "accrualMethod",
      "accrualPeriodicity",
      "accrualPolicy",
      "bibliographicCitation",
      "educationLevel",
      "instructionalMethod",
      "license",
      "provenance",
      "rightsHolder",
    ].map((name) => [`dcterms:${name}`, many({ ...OPEN, text: anyText })]),
  ),
};

export const DC_DATE = textOnly(w3cdtf);
