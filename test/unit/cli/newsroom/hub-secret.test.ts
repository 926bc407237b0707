import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { newHubSecret } from "../../../../src/cli/deploy/hub-secret.ts";
import { hubSecretFile } from "../../../../src/cli/newsroom/hub-secret.ts";
import { err, ok } from "../../../../src/syntax/result.ts";

const root = mkdtempSync(join(tmpdir(), "dateline-hub-secret-"));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = (value: number) => (count: number) => new Uint8Array(count).fill(value);
const ran = (exitCode: number, stdout: string, stderr = "") => ({
  exitCode,
  stdout,
  stderr,
  output: stdout + stderr,
});

test("hubSecretFile makes the newsroom's key once, in a file that only its owner can read", () => {
  const file = hubSecretFile(root, bytes(1));
  const made = readFileSync(file, "utf8");
  expect(made).toMatch(/^HUB_SECRET=[\w-]{43}\n$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(hubSecretFile(root, bytes(2)), "utf8")).toBe(made);
});

test("newHubSecret makes no key for a Worker that has one, because stored secrets are encrypted with it", () => {
  const listed = ran(0, '[{ "name": "HUB_SECRET", "type": "secret_text" }]');
  expect(newHubSecret(listed, bytes(1))).toEqual(ok(undefined));
});

test.each([
  ["one that has none", ran(0, "[]")],
  ["one that is deployed for the first time", ran(1, "", "This Worker does not exist on your account. [code: 10007]")],
])("newHubSecret passes a new key to %s, in a file that is removed afterwards", (_, listed) => {
  const secret = newHubSecret(listed, bytes(1));
  if (!secret.ok || secret.value === undefined) throw new Error("no key was made");
  const { args, discard } = secret.value;
  const [flag, file = ""] = args;
  expect([flag, readFileSync(file, "utf8")]).toEqual(["--secrets-file", expect.stringMatching(/^HUB_SECRET=/)]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  discard();
  expect(existsSync(file)).toBe(false);
});

test("newHubSecret makes no key if it cannot list the Worker's secrets", () => {
  const listed = ran(1, "", "Authentication error [code: 10000]");
  expect(newHubSecret(listed, bytes(1))).toEqual(err({ output: listed.output }));
});
