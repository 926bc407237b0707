import type { XmlElement } from "../../syntax/xml/xml-element.ts";
import type { Fault, Place, ValueType } from "./grammar-fault.ts";
import type { GrammarRuleId } from "./rule-ids.ts";

/** What may stand in an element. What is not named may not stand there, except in unknown namespaces. */
export type ElementRule = {
  /** The type of its text. Absent if it has none. */
  readonly text?: ValueType;
  /** The white space around the text belongs to it. */
  readonly isExact?: true;
  /** Attributes that may be absent, and those that may not. */
  readonly attributes?: Readonly<Record<string, ValueType>>;
  readonly required?: Readonly<Record<string, ValueType>>;
  /** The rule that reports an absent attribute, if it is one of its own. */
  readonly missingAttribute?: GrammarRuleId;
  readonly children?: Readonly<Record<string, ChildRule>>;
  /** Anything may stand in it. */
  readonly isOpen?: true;
  /**
   * Judges a child that `children` does not name, by its name in the tables. Returns the rule that it breaks.
   */
  readonly stranger?: (name: string | undefined, parent: Place) => GrammarRuleId | undefined;
  /** Strangers have this rule too, and not the one for open elements. */
  readonly isInherited?: true;
  /** What a table cannot say. */
  readonly check?: (place: Place) => readonly Fault[];
};

/** A function where the rule depends on the element, or the element may stand in others of its kind. */
export type RuleOf = ElementRule | ((element: XmlElement, parent: Place) => ElementRule);

export type ChildRule = {
  readonly rule: RuleOf;
  /** Absent if there may be any number. */
  readonly max?: number;
  /** The rule that reports that there is none. Absent if there need not be one. */
  readonly missing?: GrammarRuleId;
  /** The rule that reports too many, if it is one of its own. */
  readonly duplicate?: GrammarRuleId;
};

export type Children = Readonly<Record<string, ChildRule>>;

/** At most one. */
export function once(rule: RuleOf): ChildRule {
  return { rule, max: 1 };
}

/** Exactly one. */
export function needed(rule: RuleOf, missing: GrammarRuleId = "grammar.missing-element"): ChildRule {
  return { rule, max: 1, missing };
}

/** Any number. */
export function many(rule: RuleOf): ChildRule {
  return { rule };
}

/** One or more. */
export function some(rule: RuleOf, missing: GrammarRuleId = "grammar.missing-element"): ChildRule {
  return { rule, missing };
}

/** An element with text only. */
export function textOnly(text: ValueType): ElementRule {
  return { text };
}

/** An element in which anything may stand. */
export const OPEN: ElementRule = { isOpen: true };
