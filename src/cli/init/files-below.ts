import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The paths of all files below a folder, with slashes, sorted. Hidden files belong to an editor or the system. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)).map((name) => `${entry.name}/${name}`) : [entry.name],
    )
    .toSorted();
}
