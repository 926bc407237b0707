import { ALL_CHECKS } from "./all-checks.ts";
import { FORM_NAMES } from "./facts/feed-facts.ts";
import { examine, type Finding } from "./finding.ts";
import { safeLine } from "./safe-line.ts";
import { answerOf, probed, type Visit } from "./visit.ts";

/**
 * What a run found: the whole of `--json`, and stable. Fields may be added under `version` 1; none is renamed or removed. All text is free of
 * control characters.
 */
export type Report = {
  readonly version: 1;
  /** As it was asked for. */
  readonly address: string;
  /** Whether the address brought any answer at all. */
  readonly readable: boolean;
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
  readonly findings: readonly Finding[];
  readonly subjects: readonly Subject[];
  /** What the limits of a run left out. */
  readonly notChecked: readonly { readonly where: string; readonly what: string }[];
  /** How many requests were made. */
  readonly requests: number;
};

/** One address that was looked at. */
export type Subject = {
  readonly where: string;
  readonly kind: "feed" | "page" | "other" | "unreachable";
  /** `RSS`, `Atom`, `JSON Feed`, `RSS 1.0`. */
  readonly format?: string;
  readonly title?: string;
  readonly entries?: number;
  /** Of the body, decoded. */
  readonly bytes?: number;
  /** Of the body on the wire, for a reader that accepts gzip. */
  readonly compressedBytes?: number;
  /** Ids of the rules that were kept. */
  readonly passed: readonly string[];
  /** Ids of the rules that do not apply, or could not be looked at. */
  readonly skipped: readonly string[];
};

export function reportOn(
  address: string,
  visits: readonly Visit[],
  run: Pick<Report, "notChecked" | "requests">,
): Report {
  const examined = visits.map((visit) => ({
    visit,
    verdicts: ALL_CHECKS.map((check) => ({ id: check.id, verdict: examine(check, visit) })),
  }));
  const findings = examined.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ verdict }) => (verdict.kind === "found" ? [verdict.finding] : [])),
  );
  const count = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length;
  return {
    version: 1,
    address: safeLine(address, 2_000),
    readable: visits[0]?.plain.kind === "answer",
    counts: { error: count("error"), warning: count("warning"), note: count("note") },
    findings,
    subjects: examined.map(({ visit, verdicts }) => {
      const idsOf = (kind: string) => verdicts.flatMap(({ id, verdict }) => (verdict.kind === kind ? [id] : []));
      return { ...describeSubject(visit), passed: idsOf("passed"), skipped: idsOf("skipped") };
    }),
    notChecked: run.notChecked.map(({ where, what }) => ({ where: safeLine(where, 2_000), what: safeLine(what) })),
    requests: run.requests,
  };
}

function describeSubject(visit: Visit): Omit<Subject, "passed" | "skipped"> {
  const { reading } = visit;
  const answer = answerOf(visit);
  const where = safeLine(visit.address, 2_000);
  if (answer === undefined) return { where, kind: "unreachable" };
  const bytes = answer.body.length;
  if (reading.kind !== "feed") return { where, kind: reading.kind === "page" ? "page" : "other", bytes };
  const { feed } = reading;
  const compressed = probed(visit, "gzip");
  return {
    where,
    kind: "feed",
    format: FORM_NAMES[feed.form],
    ...(feed.title !== undefined && { title: safeLine(feed.title) }),
    entries: feed.entries.length,
    bytes,
    ...(compressed?.headers["content-encoding"] !== undefined && { compressedBytes: compressed.wireBytes }),
  };
}
