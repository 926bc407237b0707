import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { refusal, startFakeVendor, success, type VendorAnswer } from "./harness/fake-vendor.ts";
import type { ProjectCopy } from "./harness/project-copy.ts";
import { runCommand, runToSuccess } from "./harness/run-command.ts";
import { test as plainTest } from "./harness/served-test.ts";

const database = { uuid: "11111111-2222-3333-4444-555555555555", name: "dateline-newsroom" };

/** The account has a bucket and a queue, has no database until one is created, and accepts no Worker. */
function answer(request: string): VendorAnswer {
  if (request.endsWith("/d1/database") || /^GET .*\/d1\/database\//.test(request)) return success(database);
  if (request.includes("/d1/database/")) return success([{ success: true, results: [], meta: { duration: 1 } }]);
  if (/^POST .*\/r2\/buckets$/.test(request))
    return refusal(409, 10004, "The bucket you tried to create already exists, and you own it.");
  if (/^POST .*\/queues$/.test(request))
    return refusal(409, 11009, "Queue name 'dateline-announcements' is already taken. Please use a different name.");
  return refusal(403, 10000, "Authentication error");
}

const test = plainTest.extend("vendor", { scope: "file" }, async ({ copy }, { onCleanup }) => {
  const vendor = await startFakeVendor(copy, answer);
  onCleanup(vendor.stop);
  return vendor;
});

function deploy({ root }: ProjectCopy, environment: Readonly<Record<string, string>>, ...args: string[]) {
  return runCommand("npm", ["run", "--silent", "deploy:newsroom", "--", ...args], { cwd: root, environment });
}

test("a dry run needs no account, lists what it would create and bundles no article", async ({ copy }) => {
  const bundle = join(copy.scratch, "bundle");
  const { exitCode, stdout, stderr } = await deploy(copy, copy.environment, "--dry-run", "--outdir", bundle);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n").filter((line) => line.startsWith("  wrangler "))).toEqual([
    "  wrangler d1 create dateline-newsroom",
    "  wrangler r2 bucket create dateline-newsroom-media",
    "  wrangler queues create dateline-announcements",
    "  wrangler queues create dateline-deliveries",
    "  wrangler d1 migrations apply DB --env newsroom --remote",
  ]);
  expect(stdout).toContain("--dry-run: exiting now.");
  const worker = readdirSync(bundle)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(bundle, name), "utf8"))
    .join("");
  expect(worker).toContain("Insufficient scope");
  expect(worker).not.toContain("tag:dateline.example,2026-01-01:articles/");
});

test("a deploy with the placeholder address sends the vendor no request", async ({ copy, vendor }) => {
  const { exitCode, stderr } = await deploy(copy, vendor.environment);
  expect([exitCode, vendor.requests]).toEqual([1, []]);
  expect(stderr).toContain('address: found "https://dateline.example"; expected the address at which readers reach');
});

test("a deploy creates missing resources, then the tables, and then uploads the Worker", async ({ copy, vendor }) => {
  const path = join(copy.root, "content/publication.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^address: .*$/m, "address: https://news.dateline-desk.org"));
  const cwd = copy.root;
  await runToSuccess(process.execPath, ["src/cli/commands/record.ts"], { cwd, environment: copy.environment });
  const { exitCode, stdout } = await deploy(copy, vendor.environment);
  expect(exitCode).not.toBe(0);
  expect(stdout.split("\n").slice(0, 5)).toEqual([
    "the database dateline-newsroom was created",
    "the bucket dateline-newsroom-media exists",
    "the queue dateline-announcements exists",
    "the queue dateline-deliveries exists",
    "the database is up to date",
  ]);
  const steps = vendor.requests.map((request) => request.replace(/ .*\/accounts\/0+/, " "));
  const first = (pattern: RegExp) => steps.findIndex((step) => pattern.test(step));
  const last = (pattern: RegExp) => steps.findLastIndex((step) => pattern.test(step));
  expect(first(/^POST \/d1\/database$/)).toBeGreaterThan(-1);
  expect(last(/^POST \/d1\/database\/.*\/query$/)).toBeGreaterThan(first(/^POST \/d1\/database$/));
  expect(first(/\/workers\//)).toBeGreaterThan(last(/^POST \/d1\/database\/.*\/query$/));
});
