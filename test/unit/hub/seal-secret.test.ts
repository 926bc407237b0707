import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openSecret, sealSecret } from "../../../src/hub/seal-secret.ts";

const BOUND = { callback: "https://reader.example.org/hook", topic: "rss everything" };
const seal = (secret: string, key = "the Worker's key") => sealSecret(key, secret, BOUND, randomBytes);

describe("a subscriber's secret", () => {
  test("opens to the same text", async () => {
    for (const secret of ["s", "ключ 🗝", "a".repeat(199)])
      expect(await openSecret("the Worker's key", await seal(secret), BOUND)).toBe(secret);
  });

  test("is sealed differently each time, and its seal reveals nothing", async () => {
    const [one, other] = [await seal("open sesame"), await seal("open sesame")];
    expect(one).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
    expect(one).not.toContain(btoa("open sesame").slice(0, 6));
    expect(one).not.toBe(other);
  });

  test("does not open for another callback, topic or key", async () => {
    const sealed = await seal("open sesame");
    expect(await openSecret("another", sealed, BOUND)).toBeUndefined();
    expect(await openSecret(undefined, sealed, BOUND)).toBeUndefined();
    for (const other of [{ topic: "atom everything" }, { callback: "https://reader.example.org/hook2" }])
      expect(await openSecret("the Worker's key", sealed, { ...BOUND, ...other })).toBeUndefined();
  });

  test("does not open if it was changed, cut or has another version", async () => {
    const sealed = await seal("open sesame");
    const flipped = sealed.slice(0, -2) + (sealed.at(-2) === "A" ? "B" : "A") + sealed.slice(-1);
    for (const wrong of [flipped, sealed.slice(0, -8), sealed.replace("v1.", "v2."), "v1..", "", "v1.x", "v1.%.%"])
      expect(await openSecret("the Worker's key", wrong, BOUND), wrong).toBeUndefined();
  });
});
