/** Compares an XML document with the tables of the grammar. */
import { elementsOf, ownText, type XmlElement } from "../../syntax/xml/xml-element.ts";
import { attributeName, attributesOf } from "./attribute-names.ts";
import { type Children, type ElementRule, OPEN } from "./element-rule.ts";
import { type Fault, fault, type Place, type PlacedFault, placeOf, quote } from "./grammar-fault.ts";
import { knownName, meantNamespace } from "./namespaces.ts";
import type { GrammarRuleId } from "./rule-ids.ts";
import { iriReference } from "./values/addresses.ts";
import { xmlLanguage } from "./values/codes.ts";
import { ANYWHERE_AT_ALL, isMisnamed } from "./vocabularies/anywhere/anywhere.ts";

/** What differs between the formats beside their tables. */
export type Dialect = {
  /** The prefix of the elements and attributes that may not stand inside of foreign elements. */
  readonly core?: string;
  /** What an element without a namespace is: one of the format, or a stranger that may stand anywhere. */
  readonly bare: "own" | "foreign";
  /** Whether any attribute with a prefix may stand anywhere (RFC 4287 section 6). */
  readonly hasForeignAttributes: boolean;
  /** Whether attributes of RDF are read, and foreign elements may stand in text. */
  readonly isRdf: boolean;
};

/** A hostile document may have a fault for each byte, and a report names only the first ones. */
const MAX_FAULTS = 5_000;

type Task = { readonly place: Place; readonly rule: ElementRule };

/** Without recursion: a hostile document decides how deep it is. */
export function examineTree(root: XmlElement, rule: ElementRule, dialect: Dialect): readonly PlacedFault[] {
  const found: PlacedFault[] = [];
  const waiting: Task[] = [{ place: placeOf(root, undefined), rule }];
  for (let task = waiting.pop(); task !== undefined && found.length < MAX_FAULTS; task = waiting.pop()) {
    const { place } = task;
    for (const each of faultsOf(task, dialect)) found.push({ rule: each.rule, text: `${nameOf(place)}: ${each.says}` });
    for (const next of tasksIn(task, dialect, found).toReversed()) waiting.push(next);
  }
  return found;
}

/** `line 12, <item><title>`. The root is left out, since it says nothing. */
function nameOf({ element, name, parent }: Place): string {
  const line = element.line === undefined ? "" : `line ${element.line}, `;
  const above = parent?.parent === undefined ? "" : `<${parent.name}>`;
  return `${line}${above}<${name}>`;
}

function faultsOf({ place, rule }: Task, dialect: Dialect): readonly Fault[] {
  const { element } = place;
  return [
    ...namespaceFaults(element),
    ...attributeFaults(place, rule, dialect),
    ...textFaults(place, rule, dialect),
    ...countFaults(place, rule),
    ...(rule.check?.(place) ?? []),
  ];
}

/** Faults of the namespaces that the element declares itself. */
function namespaceFaults({ attributes }: XmlElement): readonly Fault[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) return [];
    const meant = meantNamespace(value);
    return meant === undefined
      ? []
      : [fault("grammar.namespace", `${name} is ${quote(value)}, and should be ${quote(meant)}`)];
  });
}

function attributeFaults(place: Place, rule: ElementRule, dialect: Dialect): readonly Fault[] {
  const { attributes = {}, required = {}, isOpen = false } = rule;
  const present = new Set<string>();
  const faults: Fault[] = [];
  for (const [written, value] of Object.entries(place.element.attributes)) {
    if (written === "xmlns" || written.startsWith("xmlns:")) continue;
    const name = attributeName(written, place);
    if (name === undefined) continue;
    present.add(name);
    const type = attributes[name] ?? required[name];
    if (name === "xml:lang" || name === "xml:base") {
      const wrong = (name === "xml:lang" ? xmlLanguage : iriReference)(value.trim(), place);
      if (wrong) faults.push({ ...wrong, says: `${name} ${wrong.says}` });
    } else if (type !== undefined) {
      const wrong = type(value, place);
      if (wrong) faults.push({ ...wrong, says: `${written} ${wrong.says}` });
    } else if (isOpen ? isCore(name, dialect) : !isGeneral(name, dialect)) {
      faults.push(fault("grammar.unexpected-attribute", `has the attribute ${written}, which is not defined there`));
    }
  }
  for (const name of Object.keys(required))
    if (!present.has(name))
      faults.push(fault(rule.missingAttribute ?? "grammar.missing-attribute", `has no attribute ${name}`));
  return faults;
}

/** `xml:space` and `xml:id` may stand anywhere, and RDF's own attributes in RDF. */
function isGeneral(name: string, { isRdf, hasForeignAttributes }: Dialect): boolean {
  return (
    name.startsWith("xml:") ||
    (hasForeignAttributes && name.includes(":")) ||
    (isRdf && /^rdf:(?:parseType|datatype|resource|about|ID|nodeID)$/.test(name))
  );
}

function isCore(name: string, { core }: Dialect): boolean {
  return core !== undefined && name.startsWith(`${core}:`);
}

function textFaults(place: Place, rule: ElementRule, { isRdf }: Dialect): readonly Fault[] {
  const { text, isExact, isOpen, children } = rule;
  const raw = ownText(place.element);
  const trimmed = raw.trim();
  if (text === undefined)
    return isOpen || trimmed === "" ? [] : [fault("grammar.unexpected-text", `contains the text ${quote(trimmed)}`)];
  if (children === undefined && elementsOf(place.element).length > 0) {
    const isLiteral = isRdf && attributesOf(place).get("rdf:parseType") === "Literal";
    return trimmed === "" || isLiteral ? [] : [fault("grammar.unexpected-text", "mixes text and elements")];
  }
  if (isExact && raw !== trimmed) return [fault("value.white-space", `has white space around ${quote(trimmed)}`)];
  return [text(isExact ? raw : trimmed, place) ?? []].flat();
}

function countFaults(place: Place, { children }: ElementRule): readonly Fault[] {
  if (children === undefined) return [];
  const counts = new Map<string, number>();
  for (const child of elementsOf(place.element)) {
    const name = knownName(child.namespace, child.name);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.entries(children).flatMap(([name, { max, missing, duplicate }]) => {
    const count = counts.get(name) ?? 0;
    if (count === 0) return missing === undefined ? [] : [fault(missing, `has no <${name}>`)];
    if (max === undefined || count <= max) return [];
    const says = max === 1 ? `has ${count} <${name}>, and may have one` : `has ${count} <${name}>, and may have ${max}`;
    return [fault(duplicate ?? "grammar.duplicate-element", says)];
  });
}

/** The children, each with its rule. A child that no rule allows is a fault, and is not read. */
function tasksIn({ place, rule }: Task, dialect: Dialect, found: PlacedFault[]): readonly Task[] {
  return elementsOf(place.element).flatMap((element) => {
    const next = placeOf(element, place);
    const name = knownName(element.namespace, element.name);
    const allowed = ruleFor(name, element, rule, place) ?? anywhereRule(name, element, { rule, place }, dialect);
    if (allowed) return [{ place: next, rule: allowed }];
    const id = strangerFault(name, { rule, place }, dialect);
    if (id === undefined) return [{ place: next, rule: rule.isInherited ? rule : OPEN }];
    const says =
      id === "grammar.no-namespace" ? "has no namespace, and stands in one that has" : "is not defined there";
    found.push({ rule: id, text: `${nameOf(next)}: ${says}` });
    return [];
  });
}

function ruleFor(
  name: string | undefined,
  element: XmlElement,
  { children }: ElementRule,
  parent: Place,
): ElementRule | undefined {
  const child = name === undefined ? undefined : ownEntry(children, name);
  return typeof child?.rule === "function" ? child.rule(element, parent) : child?.rule;
}

/** The rule of an element that may stand in any element, but not in a text. */
function anywhereRule(
  name: string | undefined,
  element: XmlElement,
  { rule, place }: Task,
  { isRdf }: Dialect,
): ElementRule | undefined {
  const isText = rule.text !== undefined && rule.children === undefined && !rule.isOpen;
  return isText && !isRdf ? undefined : ruleFor(name, element, { children: ANYWHERE_AT_ALL }, place);
}

/** A document may name an element `constructor`. */
function ownEntry(children: Children | undefined, name: string) {
  return children !== undefined && Object.hasOwn(children, name) ? children[name] : undefined;
}

/** Namespaces whose elements may stand anywhere: no table says what they contain. */
const UNCHECKED = /^(?:rdf|rdfs|xhtml|svg|mathml|xlink|cp|indexing|xrds|xrd):/;

function strangerFault(name: string | undefined, { rule, place }: Task, dialect: Dialect): GrammarRuleId | undefined {
  if (name !== undefined && isMisnamed(name)) return "grammar.unknown-element";
  return rule.stranger ? rule.stranger(name, place) : faultOfStranger(name, rule, dialect);
}

function faultOfStranger(name: string | undefined, rule: ElementRule, dialect: Dialect): GrammarRuleId | undefined {
  const { isOpen = false, text, children } = rule;
  if (isOpen) {
    if (name === undefined) return undefined;
    if (isCore(name, dialect)) return "grammar.unknown-element";
    return name.includes(":") || dialect.bare === "foreign" ? undefined : "grammar.no-namespace";
  }
  // Nothing may stand in text, except a description in RDF.
  if (text !== undefined && children === undefined) return dialect.isRdf ? undefined : "grammar.unknown-element";
  if (name === undefined || UNCHECKED.test(name)) return undefined;
  return !name.includes(":") && dialect.bare === "foreign" ? undefined : "grammar.unknown-element";
}
