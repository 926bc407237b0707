import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { startFakeVendor } from "./harness/fake-vendor.ts";
import type { ProjectCopy } from "./harness/project-copy.ts";
import { runCommand, runToSuccess } from "./harness/run-command.ts";
import { test as plainTest } from "./harness/served-test.ts";
import { addArticle, readWrittenArticles } from "./harness/written-articles.ts";

const test = plainTest.extend("vendor", { scope: "file" }, async ({ copy }, { onCleanup }) => {
  const vendor = await startFakeVendor(copy);
  onCleanup(vendor.stop);
  return vendor;
});

const draft = {
  slug: "kept-back",
  fields: {
    id: "tag:dateline.example,2026-01-01:articles/keptback00000000",
    title: "A headline that nobody may read yet",
    byline: "Ada Ferrier",
    published: "2026-01-02T03:04:05Z",
    status: "draft",
    image: { src: "kept-back.png", alt: "A square" },
  },
  markdown: "A sentence that nobody may read yet.",
};

function writeDraft({ root }: ProjectCopy): void {
  addArticle(root, draft);
  const icon = readFileSync(join(root, "content/media/icon.png"));
  writeFileSync(join(root, "content/media/kept-back.png"), Buffer.concat([icon, Buffer.from([0])]));
}

function deploy({ root }: ProjectCopy, environment: Readonly<Record<string, string>>, ...args: string[]) {
  return runCommand("npm", ["run", "--silent", "deploy", "--", ...args], { cwd: root, environment });
}

test("a dry run needs no account and bundles only what readers may see", async ({ copy }) => {
  writeDraft(copy);
  const bundle = join(copy.scratch, "bundle");
  const { exitCode, stdout, stderr } = await deploy(copy, copy.environment, "--dry-run", "--outdir", bundle);
  // Pictures that take longer than ten seconds are told of.
  expect([exitCode, stderr.replace(/^\d+\/\d+ pictures made smaller.*\n/gm, "")]).toEqual([0, ""]);
  expect(stdout).toContain("--dry-run: exiting now.");
  expect(stdout).toMatch(
    /static assets: \d+ files, .*\n.*largest files: .*\n.*\n.*fits the free plan: \d+ of 20,000 files/,
  );

  const files = readdirSync(bundle).map((name) => ({ name, text: readFileSync(join(bundle, name), "utf8") }));
  const worker = files.find(({ name }) => name === "worker.js")?.text ?? "";
  const written = readWrittenArticles(copy.root);
  const isDraft = ({ fields }: (typeof written)[number]) => fields.status === "draft";
  expect(written.filter(isDraft).length).toBeGreaterThan(0);
  for (const { fields } of written)
    expect(worker.includes(String(fields.id)), String(fields.id)).toBe(fields.status !== "draft");

  const mayNotBe = [...written.filter(isDraft).map(({ fields }) => String(fields.title)), draft.markdown, "micromark"];
  const found = files.flatMap(({ name, text }) =>
    mayNotBe.filter((words) => text.includes(words)).map((words) => [name, words]),
  );
  expect(found).toEqual([]);

  const media = readdirSync(join(copy.root, ".dateline/assets/media"), { recursive: true }).map(String);
  expect(media.filter((path) => path.endsWith("icon.png"))).toHaveLength(1);
  expect(media.filter((path) => path.includes("kept-back"))).toEqual([]);
});

test("a deploy with the placeholder address fails and names the line to change", async ({ copy, vendor }) => {
  const { exitCode, stdout, stderr } = await deploy(copy, vendor.environment);
  expect(exitCode).not.toBe(0);
  const file = readFileSync(join(copy.root, "content/publication.yaml"), "utf8");
  const line = file.split("\n").findIndex((text) => text.startsWith("address:")) + 1;
  expect(stdout + stderr).toContain(
    `content/publication.yaml:${line} address: found "https://dateline.example"; expected the address at which readers reach the service, in place of the placeholder`,
  );
  expect(vendor.requests).toEqual([]);
});

test("a deploy with a real address requires a record and then sends the vendor requests", async ({ copy, vendor }) => {
  const path = join(copy.root, "content/publication.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^address: .*$/m, "address: https://news.dateline-desk.org"));
  const unrecorded = await deploy(copy, vendor.environment);
  expect([unrecorded.exitCode, vendor.requests]).toEqual([1, []]);
  expect(unrecorded.stderr).toBe(
    "content/ledger: found a change to the publication; expected it to be recorded: run npm run record, and commit the ledger\ncontent: 1 fault; nothing was built\n",
  );
  const cwd = copy.root;
  await runToSuccess(process.execPath, ["src/cli/commands/record.ts"], { cwd, environment: copy.environment });
  const { exitCode } = await deploy(copy, vendor.environment);
  expect(exitCode).not.toBe(0);
  expect(vendor.requests.length).toBeGreaterThan(0);
  expect(readFileSync(join(copy.root, ".dateline/content.js"), "utf8")).toContain("https://news.dateline-desk.org");
});
