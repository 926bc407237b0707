import type { XmlElement } from "../../../syntax/xml/xml-element.ts";
import { ATOM } from "../../facts/xml-names.ts";
import type { Check } from "../../finding.ts";
import { grammarFaults } from "../../grammar/document-grammar.ts";
import type { GrammarRuleId } from "../../grammar/rule-ids.ts";
import { rootOf } from "../../visit.ts";

/** A rule whose faults the tables of the grammar find. */
export type GrammarCheck = Omit<Check, "examine"> & { readonly id: GrammarRuleId };

/** A rule of one format does not apply to a document of another, unless that uses an element of it. */
function applies(id: GrammarRuleId, { name, namespace }: XmlElement): boolean {
  if (id.startsWith("atom.") || id.startsWith("history.")) return namespace === ATOM;
  return !id.startsWith("rss.") || ["rss", "RDF", "Channel"].includes(name);
}

export function fromGrammar(check: GrammarCheck): Check {
  return {
    ...check,
    examine: (visit) => {
      const root = rootOf(visit);
      if (root === undefined) return undefined;
      const faults = grammarFaults(root).flatMap(({ rule, text }) => (rule === check.id ? [text] : []));
      return faults.length > 0 || applies(check.id, root) ? faults : undefined;
    },
  };
}
