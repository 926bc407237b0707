import { instantOf, type Timestamp } from "../../model/timestamp.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import { findTime } from "./date-time.ts";
import type { WireCopyFault } from "./fault.ts";
import { resolveTime } from "./resolve-time.ts";
import type { PrintedTime } from "./times-line.ts";
import type { DateOrder } from "./written-date.ts";

/**
 * `zone` is the zone of times that have none. `published` replaces the copy's own time of publication. `order` is that
 * of day and month in figures, if the copy settles it. `relative` are times such as "2 hours ago".
 */
export type TimesContext = {
  readonly zone?: string | undefined;
  readonly published?: string | undefined;
  readonly order?: DateOrder | undefined;
  readonly relative?: readonly PrintedTime[];
};

/**
 * The times of an article. `unplaced` are printed times that no field takes; `notes` say what was guessed, and
 * `missing` what is not there and why.
 */
export type Times = {
  readonly published: Timestamp;
  readonly updated?: Timestamp;
  readonly unplaced: readonly string[];
  readonly notes: readonly string[];
  readonly missing: readonly string[];
};

/** Reads the times of an article from those that the copy prints. The first of each kind counts. */
export function readTimes(printed: readonly PrintedTime[], context: TimesContext): Result<Times, WireCopyFault> {
  const { published: given, relative = [] } = context;
  const notes: string[] = [];
  const missing: string[] = [];
  const bare = printed.filter(({ label }) => label === "");
  const labelled = printed.filter(({ label, isUpdate }) => label !== "" && !isUpdate);
  // A later one without a label, below the time of publication, is the time of a change.
  const first = labelled[0] ?? bare[0];
  const update = printed.find(({ isUpdate }) => isUpdate);
  const vague = relative.find(({ isUpdate }) => !isUpdate);
  const own = given === undefined ? first : { isUpdate: false, label: "--published", text: given };
  if (!own && vague && !update) return err({ kind: "unreadable time", found: vague.text, label: vague.label });
  const publication = own ?? update;
  if (!publication) return err({ kind: "no published time" });
  if (publication.label === "") notes.push(`published: took "${publication.text}", which has no label`);
  if (!own) missing.push("published: took the time of the update; --published gives the right one");

  const published = readTime(publication, context);
  if (!published.ok) return published;
  const updated = update && readTime(update, context);
  if (updated && !updated.ok) return updated;
  const entry = published.value;
  const last = updated && laterOf(updated.value, entry);
  notes.push(...entry.notes.map((note) => `published: ${note}`.replace(/^published: (?=zone: )/, "")));
  if (last && own) notes.push(...last.notes.map((note) => `updated: ${note}`.replace(/^updated: (?=zone: )/, "")));
  if (last && instantOf(last.timestamp) < instantOf(entry.timestamp))
    return err({ kind: "updated before published", published: entry.timestamp, updated: last.timestamp });
  const changed = relative.find(({ isUpdate }) => isUpdate);
  if (changed && !last) missing.push(`updated: "${changed.text}" names no moment`);
  return ok({
    published: entry.timestamp,
    ...(last && { updated: last.timestamp }),
    unplaced: printed.filter((time) => time !== publication && time !== update).map(asPrinted),
    ...{ notes, missing },
  });
}

/** A day alone begins before the time of publication on the same day, and is not before it. */
function laterOf(update: ReadTime, published: ReadTime): ReadTime {
  const isSameDay = update.timestamp.slice(0, 10) === published.timestamp.slice(0, 10);
  return update.isDay && isSameDay ? { ...update, timestamp: published.timestamp } : update;
}

type ReadTime = { readonly timestamp: Timestamp; readonly isDay: boolean; readonly notes: readonly string[] };

function readTime({ label, text }: PrintedTime, { zone, order }: TimesContext): Result<ReadTime, WireCopyFault> {
  const found = findTime(text, order);
  if (!found) return err({ kind: "unreadable time", found: text, label });
  const { clock, isDay } = found;
  const resolved = resolveTime(clock, text, zone);
  if (!resolved.ok) return resolved;
  const timestamp = resolved.value;
  const isZoned = clock.offset !== undefined || clock.zone !== undefined;
  return ok({
    ...{ timestamp, isDay },
    notes: [
      ...(isDay ? [`"${text}" is a day without a time; took the beginning of the day`] : []),
      ...(isZoned ? [] : [`zone: "${text}" read as ${timestamp} (${zone})`]),
    ],
  });
}

function asPrinted({ label, text }: PrintedTime): string {
  return label === "" ? text : `${label}: ${text}`;
}
