import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { imageSize } from "image-size";
import { expect, test as plainTest } from "vitest";
import { chromiumPackage } from "./browser/browser-test.ts";
import { describeWith } from "./harness/installed.ts";
import { runCommand, runToSuccess } from "./harness/run-command.ts";

const ROOT = join(import.meta.dirname, "../..");
const SCRIPT = "test/gallery/gallery.ts";
const environment = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "" };

const test = plainTest.extend("folder", ({ task: _ }, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-gallery-"));
  onCleanup(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
});

const gallery = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runCommand(process.execPath, [SCRIPT, ...args], { cwd: ROOT, environment: { ...environment, ...more } });

describeWith(chromiumPackage, "in Chromium", () => {
  test("the gallery takes eight pictures of each kind and lists them in an index", async ({ folder }) => {
    const only = ["--only", "not-found,desk-reference"];
    await runToSuccess("npm", ["run", "--silent", "gallery", "--", ...only, "--out", folder], {
      cwd: ROOT,
      environment,
      seconds: 110,
    });
    expect(readdirSync(folder).toSorted()).toEqual(["desk-reference", "index.html", "not-found"]);
    const index = readFileSync(join(folder, "index.html"), "utf8");
    const linked = [...index.matchAll(/<a href="([^"#]+)"><img class="\w+" src="([^"]+)"/g)];
    expect(linked.length).toBe(16);
    for (const [, link = "", thumbnail] of linked) {
      expect(thumbnail).toBe(link);
      const [, windowWidth] = /\/(?:ltr|rtl)-(390|1280)-(?:light|dark)\.png$/.exec(link) ?? [];
      const { type, width, height } = imageSize(readFileSync(join(folder, link)));
      expect([type, width], link).toEqual(["png", Number(windowWidth)]);
      expect(height, link).toBeGreaterThan(800);
      expect(height, link).toBeLessThanOrEqual(5_000);
    }
    expect(index).not.toMatch(/<script|https?:|(?:src|href)="\//);
    const picture = (name: string) => readFileSync(join(folder, "not-found", name));
    expect(picture("ltr-390-light.png").equals(picture("ltr-390-dark.png"))).toBe(false);
    expect(picture("ltr-390-light.png").equals(picture("rtl-390-light.png"))).toBe(false);
  });
});

test("the gallery says in one sentence that Chromium is missing", async ({ folder }) => {
  const { exitCode, stderr } = await gallery(["--out", folder], { CHROMIUM: join(folder, "none") });
  expect([exitCode, stderr]).toEqual([
    1,
    "Chromium was not found: install it, or put the path of its program into the variable CHROMIUM.\n",
  ]);
});

test("the gallery refuses unknown kinds and options, and explains itself", async ({ folder }) => {
  const unknownKind = await gallery(["--only", "nothing", "--out", folder], { CHROMIUM: process.execPath });
  expect(unknownKind).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("Unknown kind: nothing. The kinds are front,"),
  });
  expect(await gallery(["--wrong"])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--only KIND") });
  expect(await gallery(["--help"])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("--only KIND") });
});
