import { globSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const SOURCE = join(import.meta.dirname, "../../..");

let isRegistered = false;

/** Lets this process import the `.tsx` files of `src`, which Node cannot read: esbuild, which wrangler uses, can. */
export function loadTsx(): void {
  if (isRegistered) return;
  isRegistered = true;
  let compiled: ReadonlyMap<string, string> | undefined;
  registerHooks({
    load: (url, context, next) => {
      if (!url.startsWith("file:") || !url.endsWith(".tsx")) return next(url, context);
      // One call for all files, since each starts a process.
      compiled ??= compileAll();
      const source = compiled.get(url) ?? readFileSync(fileURLToPath(url), "utf8");
      return { format: "module", source, shortCircuit: true };
    },
  });
}

/** The JavaScript of each `.tsx` file, by its URL. */
function compileAll(): ReadonlyMap<string, string> {
  const { outputFiles } = buildSync({
    entryPoints: globSync("**/*.tsx", { cwd: SOURCE }),
    absWorkingDir: SOURCE,
    outdir: SOURCE,
    outExtension: { ".js": ".tsx" },
    write: false,
    allowOverwrite: true,
    format: "esm",
    target: "es2024",
    jsx: "automatic",
    jsxImportSource: "#jsx",
  });
  return new Map(outputFiles.map(({ path, text }) => [pathToFileURL(path).href, text]));
}
