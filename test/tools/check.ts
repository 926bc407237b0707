import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * `npm run check`: all that can be said of the code without running it, side by side. Prints what each part said in one
 * piece, when it ends. Ends with 1 if a part failed, and names it.
 */

const ROOT = join(import.meta.dirname, "../..");

const PARTS = {
  biome: ["biome", "check", "--error-on-warnings"],
  tsc: ["tsc"],
  architecture: ["vitest", "run", "--project", "unit", "test/unit/architecture.test.ts"],
  knip: ["knip", "--no-progress"],
  dependencies: ["knip", "--no-progress", "--production", "--strict", "--dependencies"],
  record: ["node", "src/cli/commands/record.ts", "--check"],
} as const satisfies Record<string, readonly [program: string, ...args: string[]]>;

const environment = {
  ...process.env,
  PATH: `${join(ROOT, "node_modules/.bin")}:${process.env.PATH}`,
  // Loading is most of what these programs do.
  NODE_COMPILE_CACHE: join(ROOT, "node_modules/.cache/node"),
};

function run(name: string, [program, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  const started = performance.now();
  const child = spawn(program, args, { cwd: ROOT, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => said.push(piece));
  child.stderr.on("data", (piece: Buffer) => said.push(piece));
  return new Promise((resolve) => {
    child.once("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.once("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
      const text = Buffer.concat(said).toString().trim();
      if (text !== "") console.log(`${text.replaceAll(/^/gm, "  ")}\n`);
      resolve(code === 0);
    });
  });
}

const results = await Promise.all(
  Object.entries(PARTS).map(async ([name, command]) => ({ name, passed: await run(name, command) })),
);
const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
console.log(failed.length === 0 ? "All checks passed" : `Failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
