import { ALL_CHECKS } from "./all-checks.ts";
import { FORM_NAMES } from "./facts/feed-facts.ts";
import { examine, type Finding } from "./finding.ts";
import { safeLine } from "./safe-line.ts";
import { answerOf, probed, type Visit } from "./visit.ts";

/**
 * What a run found: the output of `--json`. Under `version` 1, fields may be added, but not renamed or removed. The
 * text has no control characters.
 */
export type Report = {
  readonly version: 1;
  /** The address that the run was started with. */
  readonly address: string;
  /** Whether the address gave any answer. */
  readonly readable: boolean;
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
  readonly findings: readonly Finding[];
  readonly subjects: readonly Subject[];
  /** What was not checked because of the limits of a run. */
  readonly notChecked: readonly { readonly where: string; readonly what: string }[];
  /** The number of requests. */
  readonly requests: number;
};

/** An address that was checked. */
export type Subject = {
  readonly where: string;
  readonly kind: "feed" | "page" | "other" | "unreachable";
  /** `RSS`, `Atom`, `JSON Feed`, `RSS 1.0`; `OPML` and its like for a document beside feeds. */
  readonly format?: string;
  readonly title?: string;
  readonly entries?: number;
  /** The length of the decoded body. */
  readonly bytes?: number;
  /** The length of the body as it is sent to a reader that accepts gzip. */
  readonly compressedBytes?: number;
  /** The ids of the rules that the address passes. */
  readonly passed: readonly string[];
  /** The ids of the rules that do not apply, or could not be checked. */
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
    readable: visits[0]?.plain.ok === true,
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
  if (reading.kind === "document") return { where, kind: "other", format: reading.name, bytes };
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
