import { describe, expect, test } from "vitest";
import { discard, readLimitedBody } from "../../../src/syntax/limited-body.ts";

/** A body that says whether it was cancelled, and how much of it was asked for. */
function bodyOf(parts: readonly string[], { ends = true } = {}) {
  const seen = { given: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = parts[seen.given];
        if (part === undefined) return ends ? controller.close() : new Promise(() => {});
        seen.given += 1;
        controller.enqueue(new TextEncoder().encode(part));
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, body };
}

const plain = new Headers();
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a body up to a limit", () => {
  test("is read whole if it is as long as allowed", async () => {
    const { seen, body } = bodyOf(["ab", "", "cd"]);
    const read = await readLimitedBody({ body, headers: plain }, 4);
    expect(read.ok && textOf(read.value)).toBe("abcd");
    expect(seen.cancelled).toBe(false);
  });

  test("is empty if there is none", async () => {
    expect(await readLimitedBody({ body: null, headers: plain }, 0)).toEqual({ ok: true, value: new Uint8Array(0) });
    expect(await readLimitedBody(new Response(""), 0)).toMatchObject({ ok: true });
  });

  test("is cancelled one byte behind the limit, and not read on", async () => {
    const { seen, body } = bodyOf(["ab", "cde", "f", "g"]);
    expect(await readLimitedBody({ body, headers: plain }, 4)).toEqual({ ok: false, error: "too-large" });
    expect(seen).toEqual({ given: 2, cancelled: true });
  });

  test("is not read at all if its Content-Length says that it is too long", async () => {
    const { seen, body } = bodyOf(["ab"]);
    const headers = new Headers({ "content-length": "5" });
    expect(await readLimitedBody({ body, headers }, 4)).toEqual({ ok: false, error: "too-large" });
    expect(seen).toEqual({ given: 0, cancelled: true });
  });

  test("is counted as decoded bytes, whatever the length of the encoded ones", async () => {
    const headers = new Headers({ "content-length": "50", "content-encoding": "gzip" });
    expect(await readLimitedBody({ body: bodyOf(["ab"]).body, headers }, 4)).toMatchObject({ ok: true });
  });

  test("is cancelled if the signal is aborted while it drips", async () => {
    const { seen, body } = bodyOf(["a"], { ends: false });
    const controller = new AbortController();
    const reading = readLimitedBody({ body, headers: plain }, 4, controller.signal);
    setTimeout(() => controller.abort(new Error("too slow")), 5);
    await expect(reading).rejects.toThrow("too slow");
    expect(seen.cancelled).toBe(true);
    await expect(readLimitedBody({ body: bodyOf([]).body, headers: plain }, 4, controller.signal)).rejects.toThrow();
  });

  test("rejects with the error of a broken connection", async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error("reset"));
      },
    });
    await expect(readLimitedBody({ body, headers: plain }, 4)).rejects.toThrow("reset");
  });
});

test("errors of a discarded body are ignored", async () => {
  discard({ cancel: () => Promise.reject(new Error("locked")) });
  discard(null);
  await new Promise((resolve) => setTimeout(resolve, 1));
});
