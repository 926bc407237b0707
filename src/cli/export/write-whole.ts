import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

let count = 0;

/**
 * Writes a file so that no reader finds half of it. The content goes to a hidden file first, which does not count as
 * content, and a rename then replaces the file at once.
 *
 * @throws the error of the operating system, for example if the disk is full. Nothing is left behind then, and an older
 *   file of the name is unchanged.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  putWhole(file, (temporary) => writeFileSync(temporary, content));
}

/** The same for content that `write` puts into the temporary file. */
export function putWhole(file: string, write: (temporary: string) => void): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  count += 1;
  const temporary = join(folder, `.${basename(file).slice(0, 40)}-${process.pid}-${count}`);
  try {
    write(temporary);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
