/** Which tables a document follows. */
import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import type { ElementRule } from "./element-rule.ts";
import { type Dialect, examineTree } from "./examine-tree.ts";
import type { PlacedFault } from "./grammar-fault.ts";
import { knownName } from "./namespaces.ts";
import { RSL } from "./vocabularies/anywhere/rsl.ts";
import { ATOM_FEED, ENTRY } from "./vocabularies/atom.ts";
import { OPENSEARCH_DESCRIPTION } from "./vocabularies/opensearch.ts";
import { OPML } from "./vocabularies/opml.ts";
import { RSS_11, rdfRule } from "./vocabularies/rdf.ts";
import { RSS } from "./vocabularies/rss.ts";
import { CATEGORIES, SERVICE } from "./vocabularies/service.ts";

const ATOM_DIALECT: Dialect = { bare: "foreign", hasForeignAttributes: true, isRdf: false };
const PLAIN: Dialect = { bare: "own", hasForeignAttributes: false, isRdf: false };
const RDF_DIALECT: Dialect = { bare: "foreign", hasForeignAttributes: false, isRdf: true };

type Grammar = { readonly rule: (root: XmlElement) => ElementRule; readonly dialect: Dialect };

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  rss: { rule: () => RSS, dialect: PLAIN },
  "rdf:RDF": { rule: (root) => rdfRule(root), dialect: RDF_DIALECT },
  "rss11:Channel": { rule: () => RSS_11, dialect: { ...RDF_DIALECT, core: "rss11" } },
  "atom:feed": { rule: () => ATOM_FEED, dialect: ATOM_DIALECT },
  "atom:entry": { rule: () => ENTRY, dialect: ATOM_DIALECT },
  "app:service": { rule: () => SERVICE, dialect: ATOM_DIALECT },
  "app:categories": { rule: () => CATEGORIES, dialect: ATOM_DIALECT },
  "rsl:rsl": { rule: () => RSL, dialect: { ...PLAIN, bare: "foreign" } },
  opml: { rule: () => OPML, dialect: PLAIN },
  outlineDocument: { rule: () => ({ ...OPML, required: {} }), dialect: PLAIN },
  "opensearch:OpenSearchDescription": { rule: () => OPENSEARCH_DESCRIPTION, dialect: PLAIN },
};

function grammarOf({ namespace, name }: XmlElement): Grammar | undefined {
  const known = knownName(namespace, name);
  return known !== undefined && Object.hasOwn(GRAMMARS, known) ? GRAMMARS[known] : undefined;
}

export function hasGrammar(root: XmlElement): boolean {
  return grammarOf(root) !== undefined;
}

/** All rules ask about the same document, so each is examined once. */
const examined = new WeakMap<XmlElement, readonly PlacedFault[]>();

/** All faults of a document, in the order of the document. Empty if no table describes it. */
export function grammarFaults(root: XmlElement): readonly PlacedFault[] {
  const known = examined.get(root);
  if (known) return known;
  const grammar = grammarOf(root);
  const faults = grammar ? examineTree(root, grammar.rule(root), grammar.dialect) : [];
  examined.set(root, faults);
  return faults;
}
