import { execFile } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { writeContent, writeNewsroom } from "../../src/cli/build/content-output.ts";
import { readConfig } from "../../src/http/config.ts";
import type { ContentArtifact } from "../../src/store/files/content-artifact.ts";
import { layOutArtifact } from "../fixtures/written-content.ts";
import { progress } from "./progress.ts";
import type { WorkerSettings } from "./worker-settings.ts";

const execute = promisify(execFile);

/** Milliseconds. A build takes seconds on a machine that does nothing else, and makes pictures smaller. */
const BUILD_TIMEOUT = 900_000;

/** `assets` is the folder of the Static Assets. `bytes` are those of the bundle, with its content. */
export type Bundle = {
  readonly path: string;
  readonly assets: string;
  readonly bytes: number;
  readonly gzippedBytes: number;
};

/**
 * What is built before the bundle, each where its Worker imports it from: the repository's content for file mode or for
 * a newsroom; another artifact for file mode, as a production build writes it; the settings of another newsroom, which
 * are an artifact without articles; or what a build has left in the folder already.
 */
export type BundledContent =
  | { readonly kind: "repository" }
  | { readonly kind: "newsroom" }
  | { readonly kind: "artifact"; readonly text: string }
  | { readonly kind: "settings"; readonly text: string }
  | { readonly kind: "built" };

export type BundleOrder = { readonly name: string; readonly entry: string; readonly content: BundledContent };

/** Builds as `wrangler deploy` does, without the upload. Builds run one at a time, because all share the folder. */
export async function buildBundle(
  folder: string,
  { compatibilityDate, compatibilityFlags, bundling, vars }: WorkerSettings,
  { name, entry, content }: BundleOrder,
): Promise<Bundle> {
  progress(`building ${name}`);
  await placeContent(folder, content, vars);
  const config = join(folder, `${name}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      name: "dateline",
      main: entry,
      compatibility_date: compatibilityDate,
      compatibility_flags: compatibilityFlags,
      send_metrics: false,
      ...bundling,
    }),
  );
  const output = join(folder, "bundles", name);
  const wrangler = join(folder, "node_modules/wrangler/bin/wrangler.js");
  await execute(process.execPath, [wrangler, "deploy", "--dry-run", "--config", config, "--outdir", output], {
    cwd: folder,
    timeout: BUILD_TIMEOUT,
    maxBuffer: 64 * 1024 * 1024,
  });
  const path = join(output, entry.replace(/^.*\/|\.ts$/g, "").concat(".js"));
  const text = readFileSync(path);
  // A folder that was built for one bundle keeps its assets where they are: there may be a hundred thousand.
  const assets = content.kind === "built" ? join(folder, ASSETS) : join(output, "assets");
  if (content.kind !== "built" && existsSync(join(folder, ASSETS)))
    cpSync(join(folder, ASSETS), assets, { recursive: true });
  return { path, assets, bytes: text.length, gzippedBytes: gzipSync(text).length };
}

const ASSETS = ".dateline/assets";

async function placeContent(folder: string, content: BundledContent, vars: WorkerSettings["vars"]): Promise<void> {
  if (content.kind === "built") return;
  if (content.kind === "artifact") {
    rmSync(join(folder, ASSETS), { recursive: true, force: true });
    const laidOut = layOutArtifact(content.text, readConfig(vars).division, Date.now());
    await writeContent(join(folder, ".dateline"), join(folder, "content/media"), [], laidOut, "bench");
    return;
  }
  if (content.kind === "settings") {
    const { media: _, ...facts }: ContentArtifact = JSON.parse(content.text);
    await writeNewsroom(join(folder, ".dateline/newsroom"), join(folder, "content/media"), { ...facts, media: [] });
    return;
  }
  const env = { ...process.env, DATELINE_DRY_RUN: "1" };
  // The script's path differs between checkouts, its name does not.
  if (content.kind === "newsroom")
    await execute("npm", ["run", "--silent", "build", "--", "--development", "--newsroom"], {
      cwd: folder,
      timeout: BUILD_TIMEOUT,
      env,
    });
  else
    await execute(process.execPath, ["src/cli/commands/build-content.ts"], {
      cwd: folder,
      timeout: BUILD_TIMEOUT,
      env,
    });
}
