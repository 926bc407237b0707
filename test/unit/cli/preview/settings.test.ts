import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { wrongArgument } from "../../../../src/cli/commands/dev.ts";
import { removePreviewSettings, writePreviewSettings } from "../../../../src/cli/preview/wrangler-settings.ts";

let root = "";
const REPOSITORY = join(import.meta.dirname, "../../../..");
const settings = () => JSON.parse(readFileSync(join(root, ".wrangler.preview.json"), "utf8"));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dateline-settings-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("are those of wrangler.toml, with the preview's Worker and without its build, assets and environments", () => {
  writeFileSync(join(root, "wrangler.toml"), readFileSync(join(REPOSITORY, "wrangler.toml")));
  expect(writePreviewSettings(root, "http://127.0.0.1:1/x/").ok).toBe(true);
  const { main, vars, build, assets, env, compatibility_flags: flags } = settings();
  expect({ main, build, assets, env, flags }).toEqual({ main: "src/preview-worker.ts", flags: ["nodejs_compat"] });
  expect(vars).toMatchObject({ FEED_ENTRIES: 50, FEED_BYTES: 1_000_000, PREVIEW_BUILDER: "http://127.0.0.1:1/x/" });
  removePreviewSettings(root);
  expect(existsSync(join(root, ".wrangler.preview.json"))).toBe(false);
});

test("a file that cannot be read is named", () => {
  writeFileSync(join(root, "wrangler.toml"), "name = ");
  expect(writePreviewSettings(root, "")).toEqual({ ok: false, error: expect.stringMatching(/^wrangler\.toml: /) });
});

test.each(["--env", "--env=newsroom", "-e", "--config", "--config=a.toml", "-c", "--remote", "-r"])(
  "%s is refused",
  (argument) => expect(wrongArgument(["--port", "1", argument])).toContain(argument),
);

test.each(["--env=", "--port=1", "--ip", "--local", "--env-file=.env", "--experimental"])(
  "%s goes to wrangler",
  (argument) => expect(wrongArgument([argument])).toBeUndefined(),
);
