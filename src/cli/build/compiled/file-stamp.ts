import type { Stats } from "node:fs";

/** What stands for the bytes of a file that need not be read again. `readAt` is the clock before they were read. */
export type FileStamp = {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
  readonly readAt: number;
};

/** @param readAt milliseconds since the epoch */
export function fileStamp({ size, mtimeMs, ctimeMs, ino }: Stats, readAt: number): FileStamp {
  return { size, modified: mtimeMs, changed: ctimeMs, inode: ino, readAt };
}

/** The coarsest times of a file that are common: those of FAT. */
export const COARSEST_MS = 2_000;

/**
 * Returns whether the file has the bytes that were read. A file that was changed shortly before it was read may have
 * been changed once more within the same tick of its clock, so its times tell nothing (git's "racy" files).
 */
export function isUnchanged(known: FileStamp, { size, mtimeMs, ctimeMs, ino }: Stats): boolean {
  const { modified, changed, inode, readAt } = known;
  const isSame = size === known.size && mtimeMs === modified && ctimeMs === changed && ino === inode;
  return isSame && Math.max(modified, changed) + COARSEST_MS < readAt;
}
