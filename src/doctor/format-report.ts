import type { Finding, Level } from "./finding.ts";
import type { Report, Subject } from "./report.ts";
import { wrapText } from "./wrap-text.ts";

const COLUMNS = 80;

export type Style = "error" | "warning" | "note" | "heading";

export type Layout = {
  /** Names the rules that were kept, too. */
  readonly isVerbose: boolean;
  /** Colours a text, or leaves it. */
  readonly paint: (style: Style, text: string) => string;
};

/** A report for people, grouped by address. */
export function formatReport(report: Report, layout: Layout): string {
  const blocks = report.subjects.map((subject) => formatSubject(subject, report.findings, layout));
  return [...blocks, ...formatNotChecked(report), formatSum(report)].join("\n\n");
}

function formatSubject(subject: Subject, findings: readonly Finding[], layout: Layout): string {
  const { kind, format = kind, title, entries, bytes, compressedBytes, passed } = subject;
  const facts = [
    format,
    title === undefined ? undefined : `“${title}”`,
    entries === undefined ? undefined : `${entries} ${entries === 1 ? "entry" : "entries"}`,
    bytes === undefined ? undefined : `${bytes.toLocaleString("en")} bytes`,
    compressedBytes === undefined ? undefined : `${compressedBytes.toLocaleString("en")} compressed`,
  ];
  const own = findings.filter(({ where }) => where === subject.where);
  const kept = `${passed.length} rules kept`;
  return [
    layout.paint("heading", subject.where),
    ...wrapText(facts.filter(Boolean).join(" · "), "", COLUMNS),
    ...own.flatMap((finding) => ["", ...formatFinding(finding, layout)]),
    "",
    ...(layout.isVerbose ? wrapText(`${kept}: ${passed.join(", ")}`, "  ", COLUMNS) : [`  ${kept}`]),
  ].join("\n");
}

function formatFinding({ id, level, what, why, how }: Finding, { paint }: Layout): readonly string[] {
  return [
    `  ${paint(level, level.toUpperCase().padEnd(7))}  ${id}`,
    ...wrapText(what, "    What  ", COLUMNS),
    ...wrapText(why, "    Why   ", COLUMNS),
    ...wrapText(how, "    Mend  ", COLUMNS),
  ];
}

function formatNotChecked({ notChecked, requests }: Report): readonly string[] {
  if (notChecked.length === 0) return [];
  const byAddress = Map.groupBy(notChecked, ({ where }) => where);
  const intro = `Not everything was looked at (${requests} requests were made: a run has a limit, and stops asking a server that fails). Ask for these addresses by themselves:`;
  const rows = [...byAddress].flatMap(([where, parts]) => [
    `  ${where}`,
    ...wrapText(parts.map(({ what }) => what).join(", "), "    ", COLUMNS),
  ]);
  return [[...wrapText(intro, "", COLUMNS), ...rows].join("\n")];
}

function formatSum({ counts, requests }: Report): string {
  const count = (level: Level) => `${counts[level]} ${level}${counts[level] === 1 ? "" : "s"}`;
  return `${count("error")}, ${count("warning")}, ${count("note")} · ${requests} ${requests === 1 ? "request" : "requests"}`;
}
