import { describe, expect, test } from "vitest";
import {
  askIntent,
  callbackAddress,
  notifyCallback,
  openCallbackClient,
  postToCallback,
} from "../../../src/hub/callback-client.ts";

const LIMITS = {
  lease: { default: 1, min: 1, max: 1 },
  maxPending: 1,
  maxPendingPerHost: 1,
  maxPendingPerClient: 1,
  maxPendingPerNetwork: 1,
  maxSubscriptionsPerHost: 1,
  timeout: 20,
};
const CALLBACK = "https://reader.example.org/hook";

/** A client whose callback answers with `answer`, and the requests that it received. */
function clientOf(answer: () => Response | Promise<Response>) {
  const sent: RequestInit[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    sent.push(init);
    return answer();
  };
  return { sent, client: openCallbackClient({ fetch, limits: LIMITS, origin: "https://news.example.org" }) };
}

test("every request has the same User-Agent, which names the product and the publication's address", async () => {
  const { client, sent } = clientOf(() => new Response("c"));
  await askIntent(client, CALLBACK, "c");
  await notifyCallback(client, CALLBACK);
  await postToCallback(client, CALLBACK, { body: "", headers: {} });
  const agents = sent.map(({ headers }) => new Headers(headers).get("user-agent"));
  expect(agents).toEqual(Array(3).fill("Dateline/0.1 (+https://news.example.org/)"));
  expect(sent.map(({ redirect }) => redirect)).toEqual(Array(3).fill("manual"));
});

describe("a callback that answers after the timeout", () => {
  const late = (cancel: () => void) =>
    clientOf(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return new Response(new ReadableStream({ cancel }));
    });

  test("is a timeout for a delivery, and its body is cancelled", async () => {
    let cancelled = 0;
    const { client } = late(() => {
      cancelled += 1;
    });
    const posted = await postToCallback(client, CALLBACK, { body: "", headers: {} });
    expect(posted).toEqual({ ok: false, error: { kind: "timeout", after: 20 } });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(cancelled).toBe(1);
  });

  test("is unreachable for a verification", async () => {
    expect(await askIntent(late(() => {}).client, CALLBACK, "c")).toBe("unreachable");
  });
});

test("a timeout aborts its own request only, also after other requests of the client", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const fetch = (address: string, { signal }: RequestInit) => {
    signals.push(signal);
    return address.endsWith("slow") ? new Promise<Response>(() => {}) : Promise.resolve(new Response(null));
  };
  const client = openCallbackClient({ fetch, limits: LIMITS, origin: "https://news.example.org" });
  const post = async (path: string) => (await postToCallback(client, CALLBACK + path, { body: "", headers: {} })).ok;
  expect(await Promise.all(["/1", "/2"].map(post))).toEqual([true, true]);
  const slow = post("/slow");
  const during = post("/3");
  expect([await during, await slow, await post("/4")]).toEqual([true, false, true]);
  expect(signals.map((signal) => signal?.aborted)).toEqual(signals.map((signal) => signal === signals[2]));
  expect(signals[4]).not.toBe(signals[2]);
});

test("a callback that refuses the connection is unreachable", async () => {
  const { client } = clientOf(() => Promise.reject(new TypeError("refused")));
  expect(await askIntent(client, CALLBACK, "c")).toBe("unreachable");
  const posted = await postToCallback(client, CALLBACK, { body: "", headers: {} });
  expect(posted).toEqual({ ok: false, error: { kind: "unreachable" } });
  await notifyCallback(client, CALLBACK);
});

test.each([
  [CALLBACK, `${CALLBACK}?a=1`],
  [`${CALLBACK}?`, `${CALLBACK}?a=1`],
  [`${CALLBACK}?b=%20&`, `${CALLBACK}?b=%20&a=1`],
  [`${CALLBACK}?b=2`, `${CALLBACK}?b=2&a=1`],
])("callbackAddress keeps the query of %s", (callback, expected) => {
  expect(callbackAddress(callback, { a: "1" })).toBe(expected);
});
