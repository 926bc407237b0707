import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { clearExpired } from "../../../src/desk/idempotency/idempotency-record.ts";
import { savedSchema } from "../../../src/desk/operations/articles/article-answers.ts";
import { articleToSend, makeToken, NOON, openDesk, problemOf } from "./open-desk.ts";

const { send, clock, service } = openDesk();
const HOUR = 3_600_000;
let token = "";

beforeAll(async () => {
  token = await makeToken("retrying", ["publish", "media"]);
});

const put = (slug: string, key: string, value: object = {}, headers: Record<string, string> = {}) =>
  send("PUT", `/desk/articles/${slug}`, {
    token,
    headers: { "content-type": "application/json", "idempotency-key": key, ...headers },
    body: articleToSend(value),
  });

describe("an idempotency key", () => {
  test("gets the same answer again after later changes", async () => {
    const first = await put("one", '"key-1"', { title: "One" });
    const text = await first.text();
    expect([first.status, first.headers.get("idempotency-replayed")]).toEqual([201, null]);
    await put("one", "key-2", { title: "Two" });
    const again = await put("one", "key-1", { title: "One" });
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(await again.text()).toBe(text);
    expect(await service.newsroom.read("one")).toMatchObject({ revision: 2, article: { title: "Two" } });
  });

  test("is refused for another address, body or precondition", async () => {
    await put("mine", "key-3", { title: "Mine" });
    for (const other of [
      await put("mine", "key-3", { title: "Other" }),
      await put("other", "key-3", { title: "Mine" }),
      await put("mine", "key-3", { title: "Mine" }, { "if-match": "*" }),
    ])
      expect(await problemOf(other)).toMatchObject({ status: 422, kind: "key-reused" });
    const stranger = await makeToken("other one", ["publish"]);
    const theirs = await send("PUT", "/desk/articles/theirs", {
      token: stranger,
      headers: { "content-type": "application/json", "idempotency-key": "key-3" },
      body: articleToSend(),
    });
    expect(theirs.status).toBe(201);
  });

  test("can be used again after a request that failed", async () => {
    expect((await put("mended", "key-4", { title: "" })).status).toBe(422);
    expect((await put("mended", "key-4", { title: "Mended" })).status).toBe(201);
  });

  test("gets one change and the same answer if requests run at the same time", async () => {
    const answers = await Promise.all(
      ["a", "b", "c"].map(() => put("raced", "key-5", { title: "Raced" }, { "if-none-match": "*" })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(await service.newsroom.read("raced")).toMatchObject({ revision: 1 });
  });

  test.each(["", '"unfinished', "a b", "é", "x".repeat(256)])("is refused if it is %j", async (key) => {
    const { status, problem } = await problemOf(await put("keyed", key));
    expect([status, problem.faults]).toMatchObject([400, [{ header: "Idempotency-Key" }]]);
  });

  test("is stored for a day and then deleted", async () => {
    const count = () => env.DB.prepare("SELECT count(*) AS n FROM receipts WHERE key = 'key-6'").first("n");
    await put("kept", "key-6", { title: "Kept" });
    clock.now = NOON + 23 * HOUR;
    await clearExpired(env.DB, clock.now);
    expect((await put("kept", "key-6", { title: "Kept" })).headers.get("idempotency-replayed")).toBe("true");
    clock.now = NOON + 24 * HOUR;
    expect((await put("kept", "key-6", { title: "Again" })).headers.get("idempotency-replayed")).toBeNull();
    expect(await count()).toBe(1);
    clock.now = NOON + 48 * HOUR;
    await clearExpired(env.DB, clock.now);
    expect(await count()).toBe(0);
    clock.now = NOON;
  });

  test("works for DELETE, even if the draft no longer exists", async () => {
    await put("doomed", "key-7", { status: "draft" });
    const remove = () => send("DELETE", "/desk/articles/doomed", { token, headers: { "idempotency-key": "key-8" } });
    const first = savedSchema.parse(await (await remove()).json());
    const again = await remove();
    expect([first.outcome, again.status, savedSchema.parse(await again.json())]).toEqual(["discarded", 200, first]);
  });

  test("works for uploads", async () => {
    const upload = () =>
      send("POST", "/desk/media?name=note.txt", { token, headers: { "idempotency-key": "key-9" }, body: "Note" });
    expect([(await upload()).status, (await upload()).status]).toEqual([201, 201]);
  });
});
