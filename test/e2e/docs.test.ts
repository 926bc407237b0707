import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { commandsOf, readerDocuments } from "../documents.ts";
import { runCommand } from "./harness/run-command.ts";
import { test } from "./harness/served-test.ts";

/** All documents share one copy: they run in this order, and later ones use what earlier ones wrote. */
const ORDER = ["README.md", "docs/writing-articles.md", "docs/publishing.md", "docs/newsroom.md"];

test("the commands of README and docs that are marked `sh run` succeed in a copy of the project", {
  timeout: 300_000,
}, async ({ repository, copy }) => {
  const documents = readerDocuments(repository);
  const others = documents.filter((file) => !ORDER.includes(file));
  const steps = [...ORDER, ...others].flatMap((file) =>
    commandsOf(repository, file, "run").map((commands) => ({ file, commands })),
  );
  expect(steps.length).toBeGreaterThan(4);
  for (const { file, commands } of steps) {
    const { exitCode, stdout, stderr } = await runCommand("bash", ["-euo", "pipefail", "-c", commands], {
      cwd: copy.root,
      environment: copy.environment,
      seconds: 120,
    });
    expect(exitCode, `${file}: ${commands}\n${stdout}\n${stderr}`).toBe(0);
  }
  expect(existsSync(join(copy.root, "content/articles/a-headline.md"))).toBe(true);
});
