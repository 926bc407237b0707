import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import { knownName } from "./namespaces.ts";
import type { GrammarRuleId } from "./rule-ids.ts";

/** What is wrong with a value or an element, without its place. */
export type Fault = { readonly rule: GrammarRuleId; readonly says: string };

/** A fault with its place for people: `line 12, <item><pubDate>: …`. */
export type PlacedFault = { readonly rule: GrammarRuleId; readonly text: string };

/** An element of the document, with what is above it. */
export type Place = {
  readonly element: XmlElement;
  /** As the tables name it: `item`, `media:content`. An unknown namespace leaves the local name. */
  readonly name: string;
  readonly parent?: Place;
  /** The namespaces in force, by prefix. The empty prefix is the default namespace. */
  readonly scope: Readonly<Record<string, string>>;
};

export function placeOf(element: XmlElement, parent: Place | undefined): Place {
  const declared = Object.entries(element.attributes).filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  const inherited = parent?.scope ?? {};
  const scope =
    declared.length === 0
      ? inherited
      : { ...inherited, ...Object.fromEntries(declared.map(([name, value]) => [name.slice(6), value])) };
  const name = knownName(element.namespace, element.name) ?? element.name;
  return { element, name, scope, ...(parent && { parent }) };
}

/** Returns what is wrong with a value. The value has no white space around it, unless the element says otherwise. */
export type ValueType = (value: string, place: Place) => Fault | undefined;

export function fault(rule: GrammarRuleId, says: string): Fault {
  return { rule, says };
}

/** A value as a finding quotes it. */
export function quote(value: string): string {
  return `"${value.length > 80 ? `${value.slice(0, 80)}…` : value}"`;
}
