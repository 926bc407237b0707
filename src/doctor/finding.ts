import { safeLine } from "./safe-line.ts";
import type { Visit } from "./visit.ts";

/** error: some readers fail, miss or repeat entries. warning: it works, at a price or not for all. note: worth knowing. */
export type Level = "error" | "warning" | "note";

/** One thing wrong at one address. Free of control characters, whatever the address answered. */
export type Finding = {
  readonly id: string;
  readonly level: Level;
  readonly where: string;
  readonly what: string;
  /** Which readers, concretely. */
  readonly why: string;
  readonly how: string;
};

/** One rule. What it says of itself stands for all its findings; only `what` depends on the address. */
export type Check = {
  /** `group.rule`, and stable: programs and CI name it. */
  readonly id: string;
  readonly level: Level;
  /** The rule, as it is when kept. */
  readonly summary: string;
  readonly why: string;
  readonly how: string;
  /** What is wrong, most telling first; empty where all is well; nothing where the rule does not apply or could not be looked at. */
  readonly examine: (visit: Visit) => readonly string[] | undefined;
};

export type Verdict =
  | { readonly kind: "passed" }
  | { readonly kind: "skipped" }
  | { readonly kind: "found"; readonly finding: Finding };

/** An entry's fault is often every entry's: this many are told. */
const MAX_TOLD = 3;

export function examine(check: Check, visit: Visit): Verdict {
  const faults = check.examine(visit);
  if (faults === undefined) return { kind: "skipped" };
  if (faults.length === 0) return { kind: "passed" };
  const told = faults.slice(0, MAX_TOLD).map((fault) => safeLine(fault));
  const rest = faults.length - told.length;
  const what = told.join("; ") + (rest > 0 ? `; and ${rest} more` : "");
  const { id, level, why, how } = check;
  return { kind: "found", finding: { id, level, where: safeLine(visit.address, 2_000), what, why, how } };
}
