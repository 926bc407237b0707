import type { ValueRepair } from "../../syntax/xml/tolerant/xml-repair.ts";
import type { FeedHead } from "./feed-head.ts";
import type { ImportNote } from "./import-note.ts";
import type { ReadEntry } from "./imported-entry.ts";

/** Repairs of the markup as notes: each says where the fault is, and what the source says there. */
export function notesOfRepairs(repairs: readonly ValueRepair[] = []): readonly ImportNote[] {
  return repairs.map(({ kind, message, line, column, found }) => ({
    kind,
    message,
    found: line === undefined ? found : `line ${line}, column ${column}: ${found}`,
  }));
}

/** Adds notes to an entry, before those of its reader. What is no entry has no notes. */
export function withNotes(read: ReadEntry, notes: readonly ImportNote[]): ReadEntry {
  if (read.kind !== "entry" || notes.length === 0) return read;
  return { ...read, entry: { ...read.entry, notes: [...notes, ...(read.entry.notes ?? [])] } };
}

/** Notes of a document that are kept. A broken document may have one at every byte. */
const MAX_NOTES = 200;

/** Adds notes about a document outside of its entries. */
export function noteInHead(head: FeedHead, notes: readonly ImportNote[]): void {
  if (notes.length > 0) head.notes = [...(head.notes ?? []), ...notes].slice(0, MAX_NOTES);
}
