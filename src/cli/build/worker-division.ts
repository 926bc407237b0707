import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TomlError } from "smol-toml";
import * as z from "zod";
import type { ContentFault } from "../../compile/content-fault.ts";
import { ConfigError, readConfig } from "../../http/config.ts";
import type { Division } from "../../store/history.ts";
import { err, ok, type Result } from "../../syntax/result.ts";

const FILE = "wrangler.toml";

const settingsSchema = z.object({ vars: z.record(z.string(), z.unknown()).optional() });

/** Reads how the Worker's variables divide feeds into archives. A build lays out its files by it. */
export function readDivision(root: string): Result<Division, ContentFault> {
  const path = join(root, FILE);
  try {
    const settings = existsSync(path) ? settingsSchema.parse(parse(readFileSync(path, "utf8"))) : {};
    return ok(readConfig(settings.vars ?? {}).division);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof TomlError)
      return err({
        file: FILE,
        found: error.message.split("\n")[0] ?? "",
        expected: "settings that wrangler can read",
      });
    if (error instanceof z.ZodError) return err({ file: FILE, found: "[vars] that is no table", expected: "a table" });
    throw error;
  }
}
