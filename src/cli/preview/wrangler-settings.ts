import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse, TomlError } from "smol-toml";
import { err, ok, type Result } from "../../syntax/result.ts";
import { writeWhole } from "../export/write-whole.ts";

const SOURCE = "wrangler.toml";

/** The settings of the preview, beside those of the Worker: paths in them are relative to the file. */
export const PREVIEW_SETTINGS = ".wrangler.preview.json";

/** The Worker of the preview, from the folder of the project. */
const PREVIEW_WORKER = "src/preview-worker.ts";

/**
 * Writes the settings of the Worker of the preview: those of `wrangler.toml` without its environments, its build command
 * and its assets, which the builder serves.
 *
 * @param builder the builder's address
 * @returns a sentence if `wrangler.toml` cannot be read
 */
export function writePreviewSettings(root: string, builder: string): Result<void, string> {
  try {
    const { env: _, build: __, assets: ___, vars, ...settings } = parse(readFileSync(join(root, SOURCE), "utf8"));
    const known = typeof vars === "object" && !Array.isArray(vars) ? vars : {};
    const preview = { ...settings, main: PREVIEW_WORKER, vars: { ...known, PREVIEW_BUILDER: builder } };
    writeWhole(join(root, PREVIEW_SETTINGS), `${JSON.stringify(preview, null, 2)}\n`);
    return ok(undefined);
  } catch (error) {
    if (error instanceof TomlError) return err(`${SOURCE}: ${error.message}`);
    throw error;
  }
}

export function removePreviewSettings(root: string): void {
  rmSync(join(root, PREVIEW_SETTINGS), { force: true });
}
