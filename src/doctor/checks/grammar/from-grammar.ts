import type { Check } from "../../finding.ts";
import { grammarFaults } from "../../grammar/document-grammar.ts";
import type { GrammarRuleId } from "../../grammar/rule-ids.ts";
import { rootOf } from "../../visit.ts";

/** A rule whose faults the tables of the grammar find. */
export type GrammarCheck = Omit<Check, "examine"> & { readonly id: GrammarRuleId };

export function fromGrammar(check: GrammarCheck): Check {
  return {
    ...check,
    examine: (visit) => {
      const root = rootOf(visit);
      return root && grammarFaults(root).flatMap(({ rule, text }) => (rule === check.id ? [text] : []));
    },
  };
}
