/** The taxonomy module of RSS 1.0: what a channel or an item is about, as a bag of topics. */
import { type Children, type ElementRule, many, needed, OPEN, textOnly } from "../../element-rule.ts";
import { absoluteUri, uriReference } from "../../values/addresses.ts";

/** `rdf:resource`, or as the first drafts of RDF had it, `resource`. */
const LI: ElementRule = { attributes: { "rdf:resource": uriReference, resource: uriReference } };

const TOPICS: ElementRule = { children: { "rdf:Bag": needed({ children: { "rdf:li": many(LI) } }) } };

export const TAXONOMY: Children = {
  "taxo:topics": many(TOPICS),
  "taxo:topic": many({ ...OPEN, required: { "rdf:about": uriReference } }),
  "taxo:link": many(textOnly(absoluteUri)),
};
