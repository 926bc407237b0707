import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NEWSROOM } from "../../../../src/cli/commands/newsroom.ts";
import { readCommand } from "../../../../src/cli/console/command.ts";
import { isThereAlready, newsroomResources } from "../../../../src/cli/deploy/newsroom-resources.ts";
import { withWorkerName } from "../../../../src/cli/init/worker-names.ts";
import { developmentToken, TOKEN_FILE } from "../../../../src/cli/newsroom/development-token.ts";
import { freePort } from "../../../../src/cli/newsroom/local-worker.ts";
import type { RanSql } from "../../../../src/cli/wrangler/run-sql.ts";
import { readToken, type SqlStatement } from "../../../../src/desk/tokens.ts";
import { err, ok } from "../../../../src/syntax/result.ts";

const repository = join(import.meta.dirname, "../../../..");

describe("the options of newsroom", () => {
  it("name a port", () => {
    const asked = (port: number, allowLoopback: boolean, seed = false) => ({
      ok: true,
      value: { kind: "run", options: { port, allowLoopback, seed } },
    });
    expect(readCommand(NEWSROOM, [])).toEqual(asked(8787, false));
    expect(readCommand(NEWSROOM, ["--allow-loopback"])).toEqual(asked(8787, true));
    expect(readCommand(NEWSROOM, ["--seed"])).toEqual(asked(8787, true, true));
    expect(readCommand(NEWSROOM, ["--port", "0"])).toEqual(asked(0, false));
    for (const port of ["x", "70000", "-1"])
      expect(readCommand(NEWSROOM, [`--port=${port}`])).toEqual({
        ok: false,
        error: { message: `--port ${port}: expected a whole number from 0 to 65535` },
      });
  });
});

describe("freePort", () => {
  it("returns undefined if the port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const taken = typeof address === "object" && address ? address.port : 0;
    expect(await freePort(taken)).toBeUndefined();
    server.close();
    await once(server, "close");
    expect(await freePort(taken)).toBe(taken);
    expect(await freePort(0)).toBeGreaterThan(0);
  });
});

describe("the token of this machine", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "dateline-token-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const make = (run: (statement: SqlStatement) => RanSql) =>
    developmentToken(root, { now: 1, randomBytes: (count) => new Uint8Array(count).fill(7), run });

  it("is made once, with all scopes, in a file that only its owner can read", () => {
    const ran: SqlStatement[] = [];
    const run = (statement: SqlStatement): RanSql => {
      ran.push(statement);
      return { ok: true, value: [] };
    };
    const made = make(run);
    if (!made.ok) throw new Error(made.error.message);
    expect(readToken(made.value)).toBeDefined();
    expect(ran[0]?.values).toContain("read write publish media");
    const file = join(root, TOKEN_FILE);
    expect(readFileSync(file, "utf8")).toBe(`${made.value}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(make(run)).toEqual(made);
    expect(ran).toHaveLength(1);
  });

  it("is made again if its file was lost, and the old token is revoked", () => {
    const ran: string[] = [];
    const made = make(({ sql }) => {
      ran.push(sql.slice(0, 6));
      const isFirst = ran.length === 1;
      return isFirst ? err({ message: "UNIQUE constraint failed: tokens.name" }) : ok([]);
    });
    expect([made.ok, ran]).toEqual([true, ["INSERT", "UPDATE", "INSERT"]]);
  });

  it("is not stored if the database refuses it", () => {
    expect(make(() => err({ message: "database is locked" }))).toEqual(err({ message: "database is locked" }));
    expect(existsSync(join(root, TOKEN_FILE))).toBe(false);
  });
});

describe("the resources that a deploy creates", () => {
  it("are those that the configuration names", () => {
    const folder = mkdtempSync(join(tmpdir(), "dateline-resources-"));
    const configuration = join(folder, "wrangler.toml");
    const named = withWorkerName(readFileSync(join(repository, "wrangler.toml"), "utf8"), "harbour");
    writeFileSync(configuration, named);
    expect(newsroomResources(configuration).map(({ what }) => what)).toEqual([
      "the database harbour-newsroom",
      "the bucket harbour-newsroom-media",
      "the queue harbour-announcements",
      "the queue harbour-deliveries",
    ]);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["A database with that name already exists", true],
    ["The bucket you tried to create already exists, and you own it. [code: 10004]", true],
    ["Queue name 'a' is already taken. Please use a different name. [code: 11009]", true],
    ["Authentication error [code: 10000]", false],
    ["You have reached the limit of databases", false],
  ])("isThereAlready reads %s as %s", (output, isThere) => {
    expect(isThereAlready(output)).toBe(isThere);
  });
});
