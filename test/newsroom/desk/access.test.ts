import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { revokeToken } from "../../../src/desk/tokens.ts";
import { makeToken, NOON, openDesk, problemOf, run } from "./open-desk.ts";

const { send, clock, log } = openDesk();

describe("authentication", () => {
  test("a request without a token gets 401 and the scheme of the token", async () => {
    const response = await send("GET", "/desk/articles");
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="desk"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(await problemOf(response)).toMatchObject({
      status: 401,
      type: "application/problem+json",
      kind: "unauthenticated",
    });
    const basic = await send("GET", "/desk/articles", { headers: { authorization: "Basic YTpi" } });
    expect([basic.status, basic.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="desk"']);
  });

  test("a token is accepted if it has the scope of the operation", async () => {
    const token = await makeToken("reader", ["read"]);
    expect((await send("GET", "/desk/articles", { token })).status).toBe(200);
    const denied = await send("POST", "/desk/media?name=a.txt", { token, body: "a" });
    expect(denied.headers.get("www-authenticate")).toBe(
      'Bearer realm="desk", error="insufficient_scope", scope="media"',
    );
    expect((await problemOf(denied)).status).toBe(403);
  });

  test("publish includes write and read but not media", async () => {
    const publish = await makeToken("publisher", ["publish"]);
    const media = await makeToken("photographer", ["media"]);
    expect((await send("GET", "/desk/audit", { token: publish })).status).toBe(200);
    expect((await send("GET", "/desk/audit", { token: media })).status).toBe(403);
    expect((await send("GET", "/desk/media", { token: media })).status).toBe(200);
  });

  test("a malformed, unknown, expired or revoked token gets 401 and the reason", async () => {
    const token = await makeToken("short-lived", ["read"], NOON + 1_000);
    expect((await send("GET", "/desk/articles", { token })).status).toBe(200);
    const describe = async (shown: string) => {
      const response = await send("GET", "/desk/articles", { token: shown });
      expect(response.status).toBe(401);
      return /error="invalid_token", error_description="([^"]*)"$/.exec(
        response.headers.get("www-authenticate") ?? "",
      )?.[1];
    };
    expect(await describe("dateline_x")).toMatch(
      /^The token is malformed: expected dateline_, 10 small letters and digits, _, and 40 more, copied whole\. .*npm run token/,
    );
    const last = token.endsWith("0") ? "1" : "0";
    expect(await describe(token.slice(0, -1) + last)).toMatch(/^The token is not known here: .*npm run token/);
    expect(await describe(`dateline_0000000000_${token.slice(-40)}`)).toMatch(/^The token is not known here: /);
    clock.now = NOON + 1_000;
    expect(await describe(token)).toBe("The token has expired");
    clock.now = NOON;
    await run(revokeToken("short-lived", NOON));
    expect(await describe(token)).toBe("The token was revoked");
  });

  test("the database stores no secret and is written once a day for each token", async () => {
    const token = await makeToken("once-a-day", ["read"]);
    const lastUsed = () => env.DB.prepare("SELECT last_used FROM tokens WHERE name = 'once-a-day'").first("last_used");
    expect(await lastUsed()).toBeNull();
    await send("GET", "/desk/articles", { token });
    expect(await lastUsed()).toBe(Date.UTC(2026, 5, 1));
    const rows = await env.DB.prepare("SELECT * FROM tokens").all();
    expect(JSON.stringify(rows)).not.toContain(token.slice(-40));
    expect(JSON.stringify(log)).not.toContain(token.slice(-40));
  });

  test("a name cannot be used again until its token is revoked", async () => {
    await makeToken("desk one", ["read"]);
    await expect(makeToken("desk one", ["read"])).rejects.toThrow(/UNIQUE/);
    await run(revokeToken("desk one", NOON));
    await makeToken("desk one", ["read"]);
  });
});

describe("rate limits", () => {
  test("a token and an address with invalid tokens are limited, and the response has Retry-After", async () => {
    const keys: string[] = [];
    const strict = { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) < 1 }) };
    const limited = openDesk({ tokenLimit: strict, anonymousLimit: strict });
    const token = await makeToken("busy", ["read"]);
    const answers = [
      await limited.send("GET", "/desk/articles", { token }),
      await limited.send("GET", "/desk/articles", {
        token: "dateline_",
        headers: { "cf-connecting-ip": "2001:db8::1:2" },
      }),
      await limited.send("GET", "/desk/articles", { token: "x", headers: { "cf-connecting-ip": "192.0.2.7" } }),
      await limited.send("GET", "/desk/articles"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429, 401]);
    expect(answers[0]?.headers.get("retry-after")).toBe("60");
    expect(keys).toEqual([token.split("_")[1], "2001:db8:0:0", "192.0.2.7"]);
  });
});

describe("methods and addresses", () => {
  test("each path names its methods in Allow and redirects or refuses the others", async () => {
    const token = await makeToken("methods", ["publish"]);
    const wrong = await send("PATCH", "/desk/articles/a", { token });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD, PUT, DELETE, OPTIONS"]);
    const options = await send("OPTIONS", "/desk/media");
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    expect(options.headers.get("access-control-allow-methods")).toBeNull();
    const head = await send("HEAD", "/desk/articles", { token });
    expect([head.status, await head.text(), head.headers.get("content-type")]).toEqual([200, "", "application/json"]);
    expect((await send("HEAD", "/desk/session")).status).toBe(405);
    expect((await send("GET", "/desk")).status).toBe(200);
    expect(await problemOf(await send("GET", "/desk/nowhere", { token }))).toMatchObject({
      status: 404,
      kind: "not-found",
    });
  });

  test("an exception is logged in full, and the client gets one sentence", async () => {
    const broken = openDesk();
    broken.service.newsroom.list = async () => {
      throw new Error("no such table: secret");
    };
    const token = await makeToken("unlucky", ["read"]);
    const { status, problem } = await problemOf(await broken.send("GET", "/desk/articles", { token }));
    expect([status, JSON.stringify(problem).includes("secret")]).toEqual([500, false]);
    expect(broken.log.at(-1)).toMatchObject({ level: "error", status: 500 });
    expect(broken.log.at(-1)?.error).toContain("no such table: secret");
  });
});
