import { safeLine } from "./safe-line.ts";
import type { Visit } from "./visit.ts";

/**
 * error: some readers fail, or miss or repeat entries. warning: it works, but costs more or not for all readers. note:
 * worth knowing.
 */
export type Level = "error" | "warning" | "note";

/** A fault of one address. The text has no control characters, whatever the address answered. */
export type Finding = {
  readonly id: string;
  readonly level: Level;
  readonly where: string;
  readonly what: string;
  /** Why it matters, and to which readers. */
  readonly why: string;
  readonly how: string;
};

/** A rule. Its texts are the same in all its findings; `what` and `advise` alone depend on the address. */
export type Check = {
  /** `group.rule`. It is stable, because programs refer to it. */
  readonly id: string;
  readonly level: Level;
  /** What is true of an address that passes. */
  readonly summary: string;
  readonly why: string;
  readonly how: string;
  /** Returns advice about this very address, which follows `how`. */
  readonly advise?: (visit: Visit) => string | undefined;
  /** The rule is about what a server does. A file on disk has none. */
  readonly isOfExchange?: true;
  /**
   * Returns the faults, the most important first, or an empty list if there is none. Returns undefined if the rule does
   * not apply, or could not be checked.
   */
  readonly examine: (visit: Visit) => readonly string[] | undefined;
};

export type Verdict =
  | { readonly kind: "passed" }
  | { readonly kind: "skipped" }
  | { readonly kind: "found"; readonly finding: Finding };

/** Often all entries have the same fault, so a finding names the first ones only. */
const MAX_NAMED = 3;
const MAX_ADVICE = 1_000;

export function examine(check: Check, visit: Visit): Verdict {
  const faults = check.isOfExchange && visit.file ? undefined : check.examine(visit);
  if (faults === undefined) return { kind: "skipped" };
  if (faults.length === 0) return { kind: "passed" };
  const named = faults.slice(0, MAX_NAMED).map((fault) => safeLine(fault));
  const rest = faults.length - named.length;
  const what = named.join("; ") + (rest > 0 ? `; and ${rest} more` : "");
  const { id, level, why } = check;
  const advice = check.advise?.(visit);
  const how = advice === undefined ? check.how : `${check.how} ${safeLine(advice, MAX_ADVICE)}`;
  return { kind: "found", finding: { id, level, where: safeLine(visit.address, 2_000), what, why, how } };
}
