import { expect, test } from "vitest";
import { encodeFor } from "../../../src/http/representation/content-coding.ts";
import { createRepresentation } from "../../../src/http/representation/representation.ts";

const representation = createRepresentation({ text: "a".repeat(5_000), mediaType: "text/plain", modified: 0 }, 1_000);

/** A request as the platform passes it on: with the client's own field in `cf`, if there is one. */
function asked(field: string | undefined, own?: string) {
  const reads: string[] = [];
  const headers = new Headers(field === undefined ? {} : { "accept-encoding": field });
  const cf = { clientAcceptEncoding: own } as unknown as Request["cf"];
  const request = {
    headers,
    get cf() {
      reads.push("cf");
      return cf;
    },
  };
  return { reads, coding: encodeFor(request, representation).coding };
}

test.each([
  ["br, gzip", "gzip;q=1.0", "gzip"],
  ["br, gzip", "", "identity"],
  ["gzip, br", "identity", "identity"],
  ["br,gzip", "br;q=0.5, gzip", "gzip"],
  ["br, gzip", undefined, "br"],
])("a field %j that the platform put there gives way to that of the client, %j", (field, own, coding) => {
  expect(asked(field, own)).toEqual({ reads: ["cf"], coding });
});

test.each([
  [undefined, "identity"],
  ["gzip", "gzip"],
  ["br", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["br, gzip;q=0.5", "br"],
])("a field %j that a client sent is read alone, since reading `cf` takes time", (field, coding) => {
  expect(asked(field, "identity")).toEqual({ reads: [], coding });
});
