import { expect, test } from "vitest";
import { ID_BYTES, mintArticleId } from "../../../src/compile/mint-id.ts";
import { isTagUri } from "../../../src/model/tag-uri.ts";

const authority = { authority: "example.org", date: "2026-01-01" };

test("mintArticleId returns a tag URI under the publication's authority that spells the bytes without ambiguous letters", () => {
  const id = mintArticleId(
    authority,
    Uint8Array.from({ length: ID_BYTES }, (_, index) => index + 8),
  );
  expect(id).toBe("tag:example.org,2026-01-01:articles/89abcdefghjkmnpq");
  expect(isTagUri(id)).toBe(true);
});
