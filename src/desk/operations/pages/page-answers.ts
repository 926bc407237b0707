import * as z from "zod";
import { pageJsonSchema, pageToJson } from "../../../compile/pages/page-json.ts";
import { timestampInUtc } from "../../../model/timestamp.ts";
import { pagePath } from "../../../site/addresses.ts";
import { withPublicOrigin } from "../../../site/public-origin.ts";
import type { SavedPage, StoredPage } from "../../../store/pages.ts";
import { type Fault, faultSchema } from "../../fault.ts";
import { articleEtag } from "../articles/article-etag.ts";

const storedFields = {
  revision: z.int().positive().describe("counts the changes, from 1"),
  hash: z.string().describe("a hash of the page alone: equal pages have equal hashes"),
  etag: z.string().describe("the ETag of the page as JSON, for If-Match"),
  saved: z.iso.datetime().describe("RFC 3339, UTC"),
  address: z.url().describe("its public address, unless it is a draft"),
};

/** The answer to a change of a page. */
export const savedPageSchema = z.strictObject({
  outcome: z
    .enum(["created", "changed", "unchanged", "deleted"])
    .describe("unchanged: the page was the same already, and nothing was written"),
  page: pageJsonSchema,
  ...storedFields,
  warnings: z.array(faultSchema).describe("faults that did not prevent the change"),
});

export const listedPageSchema = z.strictObject({
  ...pageJsonSchema.pick({ slug: true, title: true, language: true, navigation: true, order: true, status: true })
    .shape,
  ...storedFields,
});

export const pageListSchema = z.strictObject({
  pages: z.array(listedPageSchema),
  next: z.url().optional().describe("the address of the next page of the list; absent on the last one"),
});

export function savedPageAnswer({ kind, kept }: SavedPage, warnings: readonly Fault[], origin: string) {
  const page = pageToJson(withPublicOrigin(kept.page, origin));
  return { outcome: kind, page, ...storedAnswer(kept, origin), warnings };
}

export function listedPageAnswer(stored: StoredPage, origin: string): z.input<typeof listedPageSchema> {
  const { slug, title, language, navigation, order, status } = stored.page;
  const about = { slug, title, language, navigation, ...(order !== undefined && { order }), status };
  return { ...about, ...storedAnswer(stored, origin) };
}

function storedAnswer(stored: StoredPage, origin: string) {
  const { page, revision, hash, saved } = stored;
  const address = origin + pagePath(page.slug);
  return { revision, hash, etag: articleEtag(stored), saved: timestampInUtc(saved), address };
}
