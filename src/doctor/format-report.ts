import type { Finding, Level } from "./finding.ts";
import type { Report, Subject } from "./report.ts";

const MAX_COLUMNS = 80;

export type Style = "error" | "warning" | "note" | "heading";

export type Layout = {
  /** Whether to name the rules that passed. */
  readonly isVerbose: boolean;
  /** Colours a text, or returns it unchanged. */
  readonly paint: (style: Style, text: string) => string;
};

/** Formats a report for people, grouped by address. */
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
  const sum = `${passed.length} ${passed.length === 1 ? "rule" : "rules"} passed`;
  return [
    layout.paint("heading", subject.where),
    ...wrapText(facts.filter(Boolean).join(" · "), "", MAX_COLUMNS),
    ...own.flatMap((finding) => ["", ...formatFinding(finding, layout)]),
    "",
    ...(layout.isVerbose ? wrapText(`${sum}: ${passed.join(", ")}`, "  ", MAX_COLUMNS) : [`  ${sum}`]),
  ].join("\n");
}

function formatFinding({ id, level, what, why, how }: Finding, { paint }: Layout): readonly string[] {
  return [
    `  ${paint(level, level.toUpperCase().padEnd(7))}  ${id}`,
    ...wrapText(what, "    What  ", MAX_COLUMNS),
    ...wrapText(why, "    Why   ", MAX_COLUMNS),
    ...wrapText(how, "    Fix   ", MAX_COLUMNS),
  ];
}

function formatNotChecked({ notChecked, requests }: Report): readonly string[] {
  if (notChecked.length === 0) return [];
  const byAddress = Map.groupBy(notChecked, ({ where }) => where);
  const intro = `This run could not check everything. It made ${requests} requests: a run has a limit, and stops sending requests to a server that fails. Check these addresses separately:`;
  const rows = [...byAddress].flatMap(([where, parts]) => [
    `  ${where}`,
    ...wrapText(parts.map(({ what }) => what).join(", "), "    ", MAX_COLUMNS),
  ]);
  return [[...wrapText(intro, "", MAX_COLUMNS), ...rows].join("\n")];
}

function formatSum({ counts, requests }: Report): string {
  const count = (level: Level) => `${counts[level]} ${level}${counts[level] === 1 ? "" : "s"}`;
  return `${count("error")}, ${count("warning")}, ${count("note")} · ${requests} ${requests === 1 ? "request" : "requests"}`;
}

/**
 * Breaks text at spaces into lines of at most `max` columns. The first starts with `label`, the others are indented.
 */
export function wrapText(text: string, label: string, max: number): readonly string[] {
  const indent = " ".repeat(label.length);
  const lines: string[] = [];
  let line = label;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > max) {
      lines.push(line);
      [line, isEmpty] = [indent, true];
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
