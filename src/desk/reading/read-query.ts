import { quoted } from "../../compile/content-fault.ts";
import { hintAt } from "../../compile/nearest.ts";
import type { Fault } from "../desk-problem.ts";

/** The parameters of a query, each once; those that are not known are faults, since a filter that is misspelt would show too much. */
export function readQuery<Name extends string>(
  query: URLSearchParams,
  known: readonly Name[],
): { readonly values: Readonly<Partial<Record<Name, string>>>; readonly faults: readonly Fault[] } {
  const values: Partial<Record<Name, string>> = {};
  const faults: Fault[] = [];
  for (const name of new Set(query.keys())) {
    const own = known.find((each) => each === name);
    const [value, ...more] = query.getAll(name);
    if (own === undefined)
      faults.push({ parameter: name, expected: `one of ${known.join(", ")}${hintAt(name, known)}` });
    else if (more.length > 0) faults.push({ parameter: name, expected: "it once" });
    else if (value !== undefined) values[own] = value;
  }
  return { values, faults };
}

/** A whole number in a parameter; undefined, and a fault reported, for anything else. */
export function wholeNumber(
  parameter: string,
  value: string | undefined,
  { least, most }: { readonly least: number; readonly most: number },
  faults: Fault[],
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  faults.push({ parameter, found: quoted(value), expected: `a whole number from ${least} to ${most}` });
  return undefined;
}
