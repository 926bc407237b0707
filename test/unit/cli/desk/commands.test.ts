import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { projectWith, writeIn, written } from "./content-folder.ts";
import { type FakeDesk, startFakeDesk, TOKEN } from "./fake-desk.ts";

const commands = join(import.meta.dirname, "../../../../src/cli/commands");
// Each command runs in a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let server: FakeDesk;
beforeEach(async () => {
  server = await startFakeDesk();
});
afterEach(() => server.stop());

function start(command: string, root: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const inherited = { ...process.env, DATELINE_TOKEN: TOKEN, ...env };
  const child = spawn(process.execPath, [join(commands, `${command}.ts`), ...args], {
    cwd: root,
    env: inherited,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const outcome = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(([exitCode, stdout, stderr]) => ({
    exitCode,
    stdout,
    stderr,
  }));
  return { child, outcome };
}

describe("npm run publish", () => {
  it("exits with 0 when everything is sent, and prints the totals to its standard output", async () => {
    const root = projectWith({ "content/articles/a.md": written("a") });
    const first = await start("publish", root, ["--to", server.origin]).outcome;
    expect(first).toEqual({
      exitCode: 0,
      stdout: "1 created, 0 changed, 0 unchanged, 0 failed; 0 media files sent\n",
      stderr: "created content/articles/a.md\n",
    });
  });

  it("sends nothing of a folder with faults and names each fault", async () => {
    const root = projectWith({
      "content/articles/a.md": written("a"),
      "mine/articles/b.md": written("b", "tags: 1\n"),
    });
    expect(await start("publish", root, ["mine/", "--to", server.origin]).outcome).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: expect.stringMatching(/^mine\/articles\/b\.md:5 tags: found .*\nNothing was sent\.\n$/),
    });
    expect(server.asked).toEqual([]);
    const none = await start("publish", root, ["nowhere", "--to", server.origin]).outcome;
    expect([none.exitCode, none.stderr]).toEqual([1, "nowhere: there is no such folder\nNothing was sent.\n"]);
  });

  it("exits with 2 if it is called wrongly", async () => {
    const { exitCode, stderr } = await start("publish", projectWith({}), []).outcome;
    expect([exitCode, stderr.split("\n")[0]]).toEqual([2, "say where to: --to https://news.example.org"]);
  });

  it("prints the totals when it is interrupted", async () => {
    const root = projectWith(
      Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`content/articles/a${n}.md`, written(`a${n}`)])),
    );
    const { child, outcome } = start("publish", root, ["--to", server.origin]);
    let puts = 0;
    server.intercept(({ method }) => {
      if (method !== "PUT" || ++puts <= 2) return undefined;
      // A second signal would end the process at once, as intended.
      if (puts === 3) child.kill("SIGINT");
      return { status: 503, headers: { "retry-after": "60" } };
    });
    const { exitCode, stdout } = await outcome;
    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      "Ended early: stopped before it was answered\n2 created, 0 changed, 0 unchanged, 0 failed; 0 media files sent\nRun the command again to continue.\n",
    );
  });
});

describe("npm run export", () => {
  it("writes into a new folder, and into one that is not empty only with --force", async () => {
    const root = projectWith({ "content/articles/a.md": written("a") });
    await start("publish", root, ["--to", server.origin]).outcome;
    const args = ["--from", server.origin, "--to", "out"];
    expect(await start("export", root, args).outcome).toEqual({
      exitCode: 0,
      stdout: "out: 1 as written, 0 as they are now, 0 failed; 0 media files\n",
      stderr: "wrote articles/a.md\n",
    });
    const again = await start("export", root, args).outcome;
    expect([again.exitCode, again.stderr]).toEqual([
      2,
      "out: the folder is not empty; name another, or add --force to write into it\n",
    ]);
    writeIn(root, { "out/articles/mine.md": "" });
    expect((await start("export", root, [...args, "--force"]).outcome).exitCode).toBe(0);
    expect(readdirSync(join(root, "out/articles")).toSorted()).toEqual(["a.md", "mine.md"]);
  });
});
