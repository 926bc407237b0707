import { instantOf, type Timestamp } from "../../model/timestamp.ts";
import { readDateTime } from "./date-time.ts";
import type { WireCopyFault } from "./fault.ts";
import { resolveTime } from "./resolve-time.ts";
import type { PrintedTime } from "./times-line.ts";

/** `zone` is where a time without a zone was; `published` stands in for the copy's own time of publication. */
export type TimesContext = { readonly zone?: string | undefined; readonly published?: string | undefined };

export type Times =
  | {
      readonly ok: true;
      readonly published: Timestamp;
      readonly updated?: Timestamp;
      readonly unplaced: readonly string[];
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: WireCopyFault };

/** The times of the article, from those that the copy prints: the first of each kind counts. */
export function readTimes(printed: readonly PrintedTime[], { zone, published: given }: TimesContext): Times {
  const notes: string[] = [];
  const labelled = printed.filter(({ label }) => label !== "");
  const first = labelled.find(({ isUpdate }) => !isUpdate) ?? printed.find(({ isUpdate }) => !isUpdate);
  const update = printed.find(({ isUpdate }) => isUpdate);
  const publication = given === undefined ? first : { isUpdate: false, label: "--published", text: given };
  if (!publication) return { ok: false, reason: { kind: "no published time" } };
  if (publication.label === "") notes.push(`published: took "${publication.text}", which has no label`);

  const published = readTime(publication, zone);
  if (!published.ok) return published;
  const updated = update && readTime(update, zone);
  if (updated && !updated.ok) return updated;
  const read = [published, ...(updated ? [updated] : [])];
  notes.push(...read.flatMap(({ note }) => note ?? []));
  if (updated && instantOf(updated.timestamp) < instantOf(published.timestamp))
    return {
      ok: false,
      reason: { kind: "updated before published", published: published.timestamp, updated: updated.timestamp },
    };
  return {
    ok: true,
    published: published.timestamp,
    ...(updated && { updated: updated.timestamp }),
    unplaced: printed.filter((time) => time !== publication && time !== update).map(asPrinted),
    notes,
  };
}

type ReadTime =
  | { readonly ok: true; readonly timestamp: Timestamp; readonly note?: string }
  | { readonly ok: false; readonly reason: WireCopyFault };

function readTime({ label, text }: PrintedTime, zone: string | undefined): ReadTime {
  const clock = readDateTime(text);
  if (!clock) return { ok: false, reason: { kind: "unreadable time", found: text, label } };
  const resolved = resolveTime(clock, text, zone);
  if (!resolved.ok || clock.offset !== undefined) return resolved;
  return { ...resolved, note: `zone: "${text}" read as ${resolved.timestamp} (${zone})` };
}

function asPrinted({ label, text }: PrintedTime): string {
  return label === "" ? text : `${label}: ${text}`;
}
