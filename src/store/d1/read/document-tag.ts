import type { NewsroomSettings } from "../newsroom-settings.ts";
import type { FeedRow } from "./feed-row.ts";
import type { ArchiveRow } from "./read-document.ts";

/** Names the state of a document for good: its revision, what it is rendered with and, of an archive, whether there is a next one to link to. */
export function documentTag(
  { version }: NewsroomSettings,
  { number, revision, archives }: FeedRow,
  archive: ArchiveRow | undefined,
): string {
  const state = archive ? [archive.number, archive.revision, archive.number < archives] : [revision];
  return [number, ...state, version].join(".");
}
