import { expect, test } from "vitest";
import { createRepresentation } from "../../../src/http/representation/representation.ts";
import { RepresentationCache } from "../../../src/http/representation/representation-cache.ts";

const NOW = 1_000;
/** The cache holds 24 MB, so eight of these without another coding. */
const LENGTH = 3_000_000;
const TEXT = "a".repeat(LENGTH);

function representationOf() {
  return createRepresentation({ text: TEXT, mediaType: "text/plain", modified: 0, stateTag: "a" }, NOW);
}

/** The keys that the cache still has after these were added, and used once if `coding` is given. */
function keptOf(keys: readonly string[], coding?: "gzip"): readonly string[] {
  const cache = new RepresentationCache();
  for (const key of keys) {
    cache.set(key, representationOf());
    if (coding) cache.get(key, NOW)?.codings.set(coding, new Uint8Array(LENGTH));
  }
  return keys.filter((key) => cache.get(key, NOW));
}

const KEYS = ["a", "b", "c", "d", "e", "f", "g", "h", "i"] as const;

test("the cache drops what was used least recently when there is no room", () => {
  expect(keptOf(KEYS)).toEqual(KEYS.slice(1));
});

test("the bytes of a coding that an answer added count as well", () => {
  // The last one had no coding when it came.
  expect(keptOf(KEYS, "gzip")).toEqual(["f", "g", "h", "i"]);
});

test("bytes that were dropped, replaced or expired are no longer counted", () => {
  const cache = new RepresentationCache();
  for (let count = 0; count < 50; count += 1) {
    cache.set("same", representationOf());
    cache.get("same", NOW)?.codings.set("gzip", new Uint8Array(LENGTH));
    cache.set("short", { ...representationOf(), validUntil: NOW + 1 });
    expect(cache.get("short", NOW + 1)).toBeUndefined();
  }
  for (const key of KEYS.slice(0, 6)) cache.set(key, representationOf());
  expect(["same", ...KEYS.slice(0, 6)].filter((key) => cache.get(key, NOW))).toEqual(["same", ...KEYS.slice(0, 6)]);
});
