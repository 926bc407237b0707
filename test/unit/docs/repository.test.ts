import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { deployWorkflowText } from "../../../src/cli/init/deploy-workflow.ts";
import { readDocument } from "../../documents.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
/** Ours. An owner may have others. */
const WORKFLOWS = [
  ["ci.yml", readDocument(REPOSITORY, ".github/workflows/ci.yml")],
  ["the workflow that init writes for file mode", deployWorkflowText("files")],
  ["the workflow that init writes for a newsroom", deployWorkflowText("newsroom")],
] as const;

describe("a workflow pins its actions by commit, may do little, and ends", () => {
  test.each(WORKFLOWS)("%s", (_, text) => {
    const actions = [...text.matchAll(/uses: (\S+)(.*)$/gm)].map(([, action = "", note = ""]) => [action, note.trim()]);
    expect(actions.length).toBeGreaterThan(0);
    for (const [action, note] of actions) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(note, "the release stands behind the commit, for people and for Dependabot").toMatch(/^# v\d+\.\d+\.\d+$/);
    }
    const { permissions, jobs } = parse(text);
    expect(permissions).toEqual({});
    for (const job of Object.values<{ "timeout-minutes"?: number; permissions?: object }>(jobs)) {
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(90);
      expect(job.permissions).toEqual({ contents: "read" });
    }
  });
});

test("issue forms and Dependabot's configuration are whole YAML with what GitHub asks for", () => {
  const read = (file: string) => parse(readFileSync(join(REPOSITORY, ".github", file), "utf8"));
  for (const file of ["ISSUE_TEMPLATE/fault.yml", "ISSUE_TEMPLATE/idea.yml"])
    expect(read(file)).toMatchObject({
      name: expect.any(String),
      description: expect.any(String),
      body: expect.any(Array),
    });
  const { version, updates } = read("dependabot.yml");
  expect(version).toBe(2);
  const ecosystems = updates.map((update: Record<string, unknown>) => [update["package-ecosystem"], !!update.groups]);
  expect(ecosystems).toEqual([
    ["npm", true],
    ["github-actions", true],
  ]);
});

test("the Node of .nvmrc is the major version that the project runs on", () => {
  const { dependencies } = JSON.parse(readDocument(REPOSITORY, "package.json"));
  expect(readDocument(REPOSITORY, ".nvmrc").trim()).toBe(dependencies.node.split(".")[0]);
});
