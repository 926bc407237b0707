import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

let count = 0;

/** Writes a file so that nobody ever finds half of it. Until it is whole it is hidden, and so no content. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  count += 1;
  const temporary = join(folder, `.${basename(file).slice(0, 40)}-${process.pid}-${count}`);
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
