import { ALL_CHECKS } from "./all-checks.ts";
import { FORM_NAMES } from "./facts/feed-facts.ts";
import { subscriptionsIn } from "./facts/subscriptions.ts";
import { examine, type Finding } from "./finding.ts";
import { safeLine } from "./safe-line.ts";
import { answerOf, probed, type Visit } from "./visit.ts";

/**
 * What the doctor found at one address: a line of the output of `--json`. Under `version` 1, fields may be added, but
 * not renamed or removed. The text has no control characters.
 */
export type Report = {
  readonly version: 1;
  /** The address or file that the doctor was started with. */
  readonly address: string;
  /** Where the document came from: a web address, a file on disk, or standard input. */
  readonly source: "address" | "file" | "input";
  /** The OPML document that named the address. Absent if the person did. */
  readonly list?: string;
  /** Whether the address gave any answer, or the file could be read. */
  readonly readable: boolean;
  readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
  readonly findings: readonly Finding[];
  readonly subjects: readonly Subject[];
  /** What was not checked because of the limits of a run. */
  readonly notChecked: readonly { readonly where: string; readonly what: string }[];
  /** The number of requests. */
  readonly requests: number;
  /** Only of an OPML document: the feeds that it names, in its order. Each has a report of its own. */
  readonly subscriptions?: readonly string[];
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
  run: Pick<Report, "source" | "notChecked" | "requests" | "list">,
): Report {
  const [first] = visits;
  const subscriptions = first && subscriptionsOf(first);
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
    source: run.source,
    ...(run.list !== undefined && { list: safeLine(run.list, 2_000) }),
    readable: first?.plain.ok === true,
    counts: { error: count("error"), warning: count("warning"), note: count("note") },
    findings,
    subjects: examined.map(({ visit, verdicts }) => {
      const idsOf = (kind: string) => verdicts.flatMap(({ id, verdict }) => (verdict.kind === kind ? [id] : []));
      return { ...describeSubject(visit), passed: idsOf("passed"), skipped: idsOf("skipped") };
    }),
    notChecked: run.notChecked.map(({ where, what }) => ({ where: safeLine(where, 2_000), what: safeLine(what) })),
    requests: run.requests,
    ...(subscriptions && { subscriptions: subscriptions.map((each) => safeLine(each, 2_000)) }),
  };
}

function subscriptionsOf(visit: Visit): readonly string[] | undefined {
  const { reading, file } = visit;
  if (reading.kind !== "document" || reading.name !== "OPML" || !reading.root) return undefined;
  return subscriptionsIn(reading.root, file?.isPlaced === false ? undefined : answerOf(visit)?.url);
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
