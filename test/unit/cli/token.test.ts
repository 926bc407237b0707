import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { TOKEN } from "../../../src/cli/commands/token.ts";
import { readCommand } from "../../../src/cli/console/command.ts";
import { runTokenCommand, type TokenCommand } from "../../../src/cli/newsroom/token-commands.ts";
import { readResult } from "../../../src/cli/wrangler/run-sql.ts";
import { sqlText } from "../../../src/cli/wrangler/sql-text.ts";
import { readToken, type SqlStatement } from "../../../src/desk/tokens.ts";

describe("the command", () => {
  test.each<[string, TokenCommand]>([
    ["list", { kind: "list", isRemote: false }],
    ["list --remote", { kind: "list", isRemote: true }],
    ["revoke desk", { kind: "revoke", name: "desk", isRemote: false }],
    ["make desk --scopes media,read,read", { kind: "make", name: "desk", scopes: ["read", "media"], isRemote: false }],
    [
      "make d --scopes publish --days 30 --local",
      { kind: "make", name: "d", scopes: ["publish"], days: 30, isRemote: false },
    ],
  ])("%s is read", (line, command) => {
    expect(readCommand(TOKEN, line.split(" "))).toEqual({ ok: true, value: { kind: "run", options: command } });
  });

  test.each([
    ["", "say what to do: make, list or revoke"],
    ["create x", '"create" is not a command: make, list or revoke'],
    ["make", "name the token: up to 64 letters, digits, spaces and . _ @ -, such as city-desk"],
    [
      "make x';-- --scopes read",
      `"x';--" is not a name: up to 64 letters, digits, spaces and . _ @ -, such as city-desk`,
    ],
    ["make x", "--scopes: say what the token is for, separated by commas: read,write,publish,media"],
    ["make x --scopes raed", '--scopes: "raed" is none of read, write, publish, media; did you mean "read"?'],
    ["make x --scopes read --days 0", "--days 0: expected a whole number from 1 to 3650"],
    ["make x --scopes read --days 1.5", "--days 1.5: expected a whole number from 1 to 3650"],
    ["make x y --scopes read", 'one name, in quotation marks if it has spaces: what is "y"?'],
    ["revoke x --days 3", "--scopes and --days are for make"],
    ["list x", "list takes no name"],
    ["list --local --remote", "--local or --remote: not both"],
  ])("%s is refused with a reason: %s", (line, message) => {
    expect(readCommand(TOKEN, line.split(" ").filter(Boolean))).toEqual({ ok: false, error: { message } });
  });
});

describe("values in SQL", () => {
  test.each(["plain", "it's", "''; DROP TABLE tokens; --", "?", 'a"b\\', "\u{1F511}\n"])(
    "%j is escaped as text",
    (text) => {
      const database = new DatabaseSync(":memory:");
      const row = database.prepare(sqlText({ sql: "SELECT ? AS a, ? AS b, ? AS c", values: [text, -7, null] })).get();
      expect({ ...row }).toEqual({ a: text, b: -7, c: null });
    },
  );

  test("that cannot be written throw an error", () => {
    expect(() => sqlText({ sql: "?", values: ["a\0b"] })).toThrow("NUL");
    expect(() => sqlText({ sql: "?", values: [1.5] })).toThrow("not a whole number");
    expect(() => sqlText({ sql: "?", values: [] })).toThrow("more placeholders");
    expect(() => sqlText({ sql: "", values: [1] })).toThrow("more values");
  });
});

describe("tokens", () => {
  const now = Date.UTC(2026, 5, 1);
  const made: number[] = [];
  const randomBytes = (length: number) => new Uint8Array(length).fill(made.push(length));

  /** The newsroom's tables in Node's SQLite, the engine of D1. */
  function openDatabase() {
    const database = new DatabaseSync(":memory:");
    const folder = join(import.meta.dirname, "../../../src/store/d1/migrations");
    for (const file of globSync("*.sql", { cwd: folder }).sort()) {
      const text = readFileSync(join(folder, file), "utf8");
      // Node's SQLite may lack full-text search, which tokens do not need.
      database.exec(text.replace(/CREATE VIRTUAL TABLE[^;]*;/, ""));
    }
    return database;
  }

  const runIn = (database: DatabaseSync) => (statement: SqlStatement) => {
    try {
      return { ok: true as const, value: database.prepare(sqlText(statement)).all() };
    } catch (error) {
      return { ok: false as const, error: { message: String(error) } };
    }
  };

  test("are made, listed and revoked", () => {
    const setting = { now, randomBytes, run: runIn(openDatabase()) };
    const make = { kind: "make", name: "city desk", scopes: ["publish", "media"], days: 30, isRemote: false } as const;
    const first = runTokenCommand(make, setting);
    expect(first).toMatchObject({
      value: {
        note: `This is shown once: keep it safe. "city desk" may, until 2026-07-01:
  publish: do everything with articles and pages: publish, schedule, change, retract; includes write and read
  media: upload files and read them`,
      },
    });
    const { id } = (first.ok && readToken(first.value.output)) || {};
    expect(id).toHaveLength(10);
    expect(runTokenCommand(make, setting)).toEqual({
      ok: false,
      error: { message: 'There already is a token "city desk". Choose another name, or revoke it first.' },
    });
    const list = () => runTokenCommand({ kind: "list", isRemote: false }, setting);
    expect(list()).toEqual({
      ok: true,
      value: { output: `city desk: publish, media; id ${id}; made 2026-06-01; never used; expires 2026-07-01` },
    });
    const revoke = () => runTokenCommand({ kind: "revoke", name: "city desk", isRemote: false }, setting);
    expect(revoke()).toEqual({
      ok: true,
      value: { output: 'Revoked "city desk", and ended the sessions that were opened with it.' },
    });
    expect(revoke()).toEqual({
      ok: false,
      error: { message: 'There is no token "city desk" to revoke. npm run token -- list shows all tokens.' },
    });
    expect(list()).toEqual({
      ok: true,
      value: { output: `city desk: publish, media; id ${id}; made 2026-06-01; never used; revoked 2026-06-01` },
    });
  });

  test("of a database without tables report the command to run", () => {
    const setting = { now, randomBytes, run: runIn(new DatabaseSync(":memory:")) };
    expect(runTokenCommand({ kind: "list", isRemote: true }, setting)).toEqual({
      ok: false,
      error: {
        message:
          "The database has no tables for tokens yet. Run this, and then the command again:\n\n  npx wrangler d1 migrations apply DB --env newsroom --remote",
      },
    });
  });

  test.each([
    ['\n[{"results":[{"id":"a"}],"success":true}]', "", { ok: true, value: [{ id: "a" }] }],
    ['{\n"error": {"text": "no such table: tokens"}}', "", { ok: false, error: { message: "no such table: tokens" } }],
    ["", "You are not logged in.\n", { ok: false, error: { message: "You are not logged in." } }],
  ])("are read from wrangler's output: %j", (stdout, stderr, result) => {
    expect(readResult(stdout, stderr)).toEqual(result);
  });
});
