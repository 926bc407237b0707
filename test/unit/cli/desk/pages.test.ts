import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readContent } from "../../../../src/cli/build/content-sources.ts";
import { openDesk } from "../../../../src/cli/desk-client/desk-client.ts";
import { runExport } from "../../../../src/cli/export/run-export.ts";
import { summarise } from "../../../../src/cli/publish/push-report.ts";
import { readFolder } from "../../../../src/cli/publish/read-folder.ts";
import { runPush } from "../../../../src/cli/publish/run-push.ts";
import { compileContent } from "../../../../src/compile/compile-content.ts";
import { picture, projectWith, writeIn, written } from "./content-folder.ts";
import { type FakeDesk, startFakeDesk, TOKEN } from "./fake-desk.ts";

let server: FakeDesk;
let other: FakeDesk;

beforeEach(async () => {
  server = await startFakeDesk();
  other = await startFakeDesk();
});
afterEach(() => {
  server.stop();
  other.stop();
});

const progress = { expect: () => {}, step: () => {}, end: () => {} };
const deskAt = ({ origin }: FakeDesk) =>
  openDesk({ origin, token: TOKEN, stop: new AbortController().signal, patience: 0 });

async function publish(
  root: string,
  to = server,
  more: { retractMissing?: string; isDryRun?: boolean } = {},
  at = "content",
) {
  const folder = await readFolder({ root, folder: join(root, at), shownAs: at, origin: to.origin, randomBytes });
  if (!folder.ok) throw new Error(folder.error.join("\n"));
  const given = { isDryRun: false, restores: false, isMinor: false, progress, ...more };
  const report = await runPush(deskAt(to), { ...folder.value, ...given });
  return [...summarise(report, given.isDryRun), ...report.failures.flat()];
}

async function exportTo(root: string, from = server) {
  const { publication, media } = await readContent(root);
  const compiled = compileContent({ publication, articles: [], media }, { mode: "development", randomBytes });
  if (!publication || !compiled.ok) throw new Error("no publication");
  const compiledPublication = compiled.value.publication;
  const setting = { folder: join(root, "export"), publication, compiledPublication, media: [], randomBytes, progress };
  return runExport(deskAt(from), setting);
}

const ABOUT =
  "---\n# who we are\ntitle: About us\nnavigation: header\nimage: { src: pics/map.png, alt: A map }\n---\n\nSee *us* and ![a map](pics/map.png).\n";
const IMPRINT = "---\ntitle: Imprint\nnavigation: footer\norder: 1\nformerPaths: [/legal/]\n---\n<p>The desk.</p>\n";

const project = () =>
  projectWith({
    "content/articles/a.md": written("a"),
    "content/pages/about.md": ABOUT,
    "content/pages/imprint.html": IMPRINT,
    "content/media/pics/map.png": picture(1),
  });

it("publish sends the pages of a folder with their media, and nothing the second time", async () => {
  const root = project();
  expect(await publish(root, server, { isDryRun: true })).toEqual([
    "Nothing was sent. It would be: 3 created, 0 changed, 0 unchanged, 0 failed; 1 media file sent",
  ]);
  expect(await publish(root)).toEqual(["3 created, 0 changed, 0 unchanged, 0 failed; 1 media file sent"]);
  expect([...server.pages.keys()].sort()).toEqual(["about", "imprint"]);
  expect(server.pages.get("about")?.text).toBe(ABOUT);
  expect(await publish(root)).toEqual(["0 created, 0 changed, 3 unchanged, 0 failed; 0 media files sent"]);
  writeIn(root, { "content/pages/imprint.html": IMPRINT.replace("desk", "whole desk") });
  expect(await publish(root)).toEqual(["0 created, 1 changed, 2 unchanged, 0 failed; 0 media files sent"]);
});

it("publish deletes a page that the folder does not have only with --retract-missing", async () => {
  const root = project();
  await publish(root);
  const less = projectWith({
    "content/articles/a.md": written("a"),
    "content/pages/about.md": ABOUT,
    "content/media/pics/map.png": picture(1),
  });
  await publish(less);
  expect(server.pages.has("imprint")).toBe(true);
  expect(await publish(less, server, { retractMissing: "gone" })).toEqual([
    "0 created, 0 changed, 2 unchanged, 1 retracted, 0 failed; 0 media files sent",
  ]);
  expect([...server.pages.keys()]).toEqual(["about"]);
});

it("publish reports the faults of a page with its file", async () => {
  const root = project();
  server.intercept(({ path, method }) =>
    method === "PUT" && path === "/desk/pages/about"
      ? {
          status: 409,
          headers: { "content-type": "application/problem+json" },
          body: { title: "Address already in use", detail: "/about leads to an article" },
        }
      : undefined,
  );
  const lines = await publish(root);
  expect(lines.at(-1)).toMatch(/^content\/pages\/about\.md: .*\/about leads to an article/);
});

it("export brings pages back as they were written, with their media, and they can be published again", async () => {
  const root = project();
  await publish(root);
  expect(await exportTo(root)).toMatchObject({ asWritten: 1, pages: 2, media: 1, failures: [] });
  expect(readFileSync(join(root, "export/pages/about.md"), "utf8")).toBe(ABOUT);
  expect(readFileSync(join(root, "export/pages/imprint.html"), "utf8")).toBe(IMPRINT);
  expect(existsSync(join(root, "export/media/pics/map.png"))).toBe(true);
  expect(await publish(root, server, {}, "export")).toEqual([
    "0 created, 0 changed, 3 unchanged, 0 failed; 0 media files sent",
  ]);
  expect((await publish(root, other, {}, "export"))[0]).toMatch(/^3 created/);
  expect([...other.pages.values()].map(({ page }) => page)).toEqual(
    expect.arrayContaining([...server.pages.values()].map(({ page }) => page)),
  );
});

it("export writes a page that was not sent as a text as it is", async () => {
  const root = project();
  await publish(root);
  for (const [slug, kept] of server.pages) server.pages.set(slug, { ...kept, type: "none" });
  expect(await exportTo(root)).toMatchObject({ pages: 2, failures: [] });
  expect(readFileSync(join(root, "export/pages/imprint.html"), "utf8")).toBe(
    "---\ntitle: Imprint\nlanguage: en\nnavigation: footer\norder: 1\nformerPaths:\n  - /legal/\n---\n<p>The desk.</p>\n",
  );
  expect((await publish(root, other, {}, "export"))[0]).toMatch(/^3 created/);
  for (const [slug, { page }] of server.pages) expect(other.pages.get(slug)?.page).toEqual(page);
});
