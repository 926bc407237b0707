import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

/** The packages that make bytes. */
const PACKAGES = ["feed", "hono"];

/**
 * A hash of all that turns articles into bytes: with another renderer, unchanged articles come out changed, and their `Last-Modified` has to
 * say so.
 */
export function hashOfRenderer(): string {
  const hash = createHash("sha256");
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8"),
  );
  for (const name of PACKAGES) hash.update(`${name}@${dependencies[name]}\n`);
  for (const file of globSync("src/render/**/*.{ts,tsx}", { cwd: ROOT }).sort())
    hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex").slice(0, 16);
}
