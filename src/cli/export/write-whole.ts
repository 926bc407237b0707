import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

let count = 0;

/**
 * Writes a file so that no reader finds half of it. The content goes to a hidden file first, which does not count as
 * content, and a rename then replaces the file at once.
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  count += 1;
  const temporary = join(folder, `.${basename(file).slice(0, 40)}-${process.pid}-${count}`);
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
