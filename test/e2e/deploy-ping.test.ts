import { mkdirSync, readdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { formsOf, startHub, startLiveService, type Version, versionOf } from "../unit/cli/ping/fake-web.ts";
import type { ProjectCopy } from "./harness/project-copy.ts";
import { runCommand, runToSuccess } from "./harness/run-command.ts";
import { test as plainTest } from "./harness/served-test.ts";

const ADDRESS = "http://news.dateline-desk.org";
const OLD = versionOf({ "": "1", "/tags/boats": "1" });
const NEW = versionOf({ "": "1", "/tags/boats": "2" });
const CHANGED = formsOf("/tags/boats").map((path) => ADDRESS + path);

/** A replacement for wrangler that reports its arguments to the service, and fails if the test wants that. */
const WRANGLER = `
const order = encodeURIComponent(process.argv.slice(2).join(" "));
await fetch(process.env.SERVICE + "/wrangler/" + order, { method: "POST" });
process.exitCode = Number(process.env.WRANGLER_EXIT ?? 0);
`;

/** Links the modules of the repository except wrangler. */
function replaceWrangler(repository: string, { root }: ProjectCopy): void {
  const modules = join(root, "node_modules");
  unlinkSync(modules);
  mkdirSync(join(modules, "wrangler/bin"), { recursive: true });
  for (const name of readdirSync(join(repository, "node_modules")))
    if (name !== "wrangler") symlinkSync(join(repository, "node_modules", name), join(modules, name));
  writeFileSync(join(modules, "wrangler/bin/wrangler.js"), WRANGLER);
  writeFileSync(join(modules, "wrangler/package.json"), `{ "type": "module" }`);
}

/** A service that has the old version until wrangler has run, and a hub. The project names both. */
const test = plainTest.extend("world", { scope: "file" }, async ({ repository, copy }, { onCleanup }) => {
  const shown: { version: Version; orders: string[] } = { version: OLD, orders: [] };
  const hubAnswers = { status: 204 };
  const service = await startLiveService((path) => {
    const [, order] = /^\/wrangler\/(.*)$/.exec(path) ?? [];
    if (order !== undefined) {
      shown.orders.push(decodeURIComponent(order));
      shown.version = NEW;
    }
    return shown.version;
  }, ADDRESS);
  const hub = await startHub(() => hubAnswers.status);
  onCleanup(() => {
    service.stop();
    hub.stop();
  });
  replaceWrangler(repository, copy);
  const file = join(copy.root, "content/publication.yaml");
  const text = readFileSync(file, "utf8").replace(/^address: .*$/m, `address: ${ADDRESS}\nhub: ${hub.origin}/`);
  writeFileSync(file, text);
  const environment = {
    ...copy.environment,
    NODE_USE_ENV_PROXY: "1",
    HTTP_PROXY: service.origin,
    NO_PROXY: "127.0.0.1",
    SERVICE: service.origin,
  };
  await runToSuccess("npm", ["run", "--silent", "record"], { cwd: copy.root, environment });
  /** Runs one command. Returns its output, the arguments of wrangler and the addresses that the hub was told. */
  const run = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    shown.version = OLD;
    shown.orders.length = 0;
    hub.pings.length = 0;
    const asked = service.asked.length;
    const ended = await runCommand("npm", ["run", "--silent", ...args], {
      cwd: copy.root,
      environment: { ...environment, ...more },
      seconds: 110,
    });
    return {
      ...ended,
      orders: [...shown.orders],
      told: hub.pings.map(({ urls }) => urls.toSorted()),
      asked: service.asked.slice(asked).filter((each) => !each.includes("/wrangler/")),
    };
  };
  return { run, hubAnswers, hub: `${hub.origin}/` };
});

test("after a deploy the hub is told of the feeds that changed and of no other", async ({ world }) => {
  const { exitCode, stdout, stderr, orders, told } = await world.run(["deploy", "--", "--keep-vars"]);
  expect([exitCode, stderr, orders]).toEqual([0, "", ["deploy --env= --keep-vars"]]);
  expect(told).toEqual([CHANGED.toSorted()]);
  expect(stdout).toBe(`The hub ${world.hub} was told of 4 addresses that have changed.\n`);
});

test("a dry run, a deploy with --no-ping and a failing deploy tell the hub nothing", async ({ world }) => {
  const dry = await world.run(["deploy", "--", "--dry-run"]);
  expect([dry.exitCode, dry.orders, dry.told, dry.asked]).toEqual([0, ["deploy --env= --dry-run"], [], []]);
  const quiet = await world.run(["deploy", "--", "--no-ping"]);
  expect([quiet.exitCode, quiet.orders, quiet.told, quiet.asked]).toEqual([0, ["deploy --env="], [], []]);
  const failed = await world.run(["deploy"], { WRANGLER_EXIT: "3" });
  expect([failed.exitCode, failed.told]).toEqual([3, []]);
});

test("a deploy succeeds with a warning if the hub refuses the ping", async ({ world }) => {
  world.hubAnswers.status = 400;
  const { exitCode, stdout, stderr } = await world.run(["deploy"]);
  expect([exitCode, stdout]).toEqual([0, ""]);
  expect(stderr).toMatch(
    /^warning: the hub \S+ was not told of 4 addresses that have changed: it answered 400\nTell it again: npm run ping -- /,
  );
  world.hubAnswers.status = 204;
  const [, command = ""] = /npm run (ping .*)\n/.exec(stderr) ?? [];
  const again = await world.run(command.split(" "));
  expect([again.exitCode, again.told]).toEqual([0, [CHANGED.toSorted()]]);
});

test("ping without addresses tells the hub of every feed, and fails if the hub fails", async ({ world }) => {
  const { exitCode, told } = await world.run(["ping"]);
  expect([exitCode, told]).toEqual([
    0,
    [
      ["", "/tags/boats"]
        .flatMap(formsOf)
        .map((path) => ADDRESS + path)
        .toSorted(),
    ],
  ]);
  world.hubAnswers.status = 404;
  const failed = await world.run(["ping"]);
  expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining("it answered 404")]);
  const mistaken = await world.run(["ping", "--", "rss.xml"]);
  expect([mistaken.exitCode, mistaken.told]).toEqual([2, []]);
});
