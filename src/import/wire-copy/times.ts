import { instantOf, type Timestamp } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { readDateTime } from "./date-time.ts";
import type { WireCopyFault } from "./fault.ts";
import { resolveTime } from "./resolve-time.ts";
import type { PrintedTime } from "./times-line.ts";

/** `zone` is the zone of times that have none. `published` replaces the copy's own time of publication. */
export type TimesContext = { readonly zone?: string | undefined; readonly published?: string | undefined };

/** The times of an article. `unplaced` are printed times that no field takes; `notes` say what was guessed. */
export type Times = {
  readonly published: Timestamp;
  readonly updated?: Timestamp;
  readonly unplaced: readonly string[];
  readonly notes: readonly string[];
};

/** Reads the times of an article from those that the copy prints. The first of each kind counts. */
export function readTimes(
  printed: readonly PrintedTime[],
  { zone, published: given }: TimesContext,
): Result<Times, WireCopyFault> {
  const notes: string[] = [];
  const labelled = printed.filter(({ label }) => label !== "");
  const first = labelled.find(({ isUpdate }) => !isUpdate) ?? printed.find(({ isUpdate }) => !isUpdate);
  const update = printed.find(({ isUpdate }) => isUpdate);
  const publication = given === undefined ? first : { isUpdate: false, label: "--published", text: given };
  if (!publication) return err({ kind: "no published time" });
  if (publication.label === "") notes.push(`published: took "${publication.text}", which has no label`);

  const published = readTime(publication, zone);
  if (!published.ok) return published;
  const updated = update && readTime(update, zone);
  if (updated && !updated.ok) return updated;
  const [entry, last] = [published.value, updated?.value];
  notes.push(...[entry, ...(last ? [last] : [])].flatMap(({ note }) => note ?? []));
  if (last && instantOf(last.timestamp) < instantOf(entry.timestamp))
    return err({ kind: "updated before published", published: entry.timestamp, updated: last.timestamp });
  return ok({
    published: entry.timestamp,
    ...(last && { updated: last.timestamp }),
    unplaced: printed.filter((time) => time !== publication && time !== update).map(asPrinted),
    notes,
  });
}

type ReadTime = { readonly timestamp: Timestamp; readonly note?: string };

function readTime({ label, text }: PrintedTime, zone: string | undefined): Result<ReadTime, WireCopyFault> {
  const clock = readDateTime(text);
  if (!clock) return err({ kind: "unreadable time", found: text, label });
  const resolved = resolveTime(clock, text, zone);
  if (!resolved.ok) return resolved;
  const timestamp = resolved.value;
  return ok(
    clock.offset === undefined ? { timestamp, note: `zone: "${text}" read as ${timestamp} (${zone})` } : { timestamp },
  );
}

function asPrinted({ label, text }: PrintedTime): string {
  return label === "" ? text : `${label}: ${text}`;
}
