import { wrapText } from "../../doctor/format-report.ts";
import type { Report } from "../../doctor/report.ts";

/** How one of several ended. `worst` is `unread` if it gave no answer or could not be read. */
export type Outcome = {
  readonly address: string;
  readonly worst: "unread" | "error" | "warning" | "clean";
  readonly counts: Report["counts"];
};

export function outcomeOf({ address, readable, counts }: Report): Outcome {
  const worst = !readable ? "unread" : counts.error > 0 ? "error" : counts.warning > 0 ? "warning" : "clean";
  return { address, worst, counts };
}

const TITLES: Readonly<Record<Outcome["worst"], string>> = {
  unread: "No answer, or not readable",
  error: "With errors",
  warning: "With warnings",
  clean: "Without errors and warnings",
};
const ORDER = ["unread", "error", "warning", "clean"] as const;

/** Sums up many reports for people: the addresses by how they ended, the worst first. */
export function summarize(outcomes: readonly Outcome[]): string {
  const groups = ORDER.flatMap((worst) => {
    const of = outcomes.filter((outcome) => outcome.worst === worst);
    if (of.length === 0) return [];
    // Those without a fault are counted, and not named again.
    const lines = worst === "clean" ? [] : of.map((outcome) => `  ${outcome.address}${detail(outcome)}`);
    return [[`${TITLES[worst]}: ${of.length}`, ...lines].join("\n")];
  });
  const total = (level: keyof Report["counts"]) => outcomes.reduce((sum, { counts }) => sum + counts[level], 0);
  const sum = `${outcomes.length} checked: ${plural(total("error"), "error")}, ${plural(total("warning"), "warning")}, ${plural(total("note"), "note")}`;
  return [...groups, ...wrapText(sum, "", 80)].join("\n\n");
}

function detail({ worst, counts }: Outcome): string {
  if (worst === "error") return ` (${plural(counts.error, "error")})`;
  return worst === "warning" ? ` (${plural(counts.warning, "warning")})` : "";
}

function plural(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
