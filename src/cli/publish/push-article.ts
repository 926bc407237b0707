import { createHash } from "node:crypto";
import * as z from "zod";
import { timestamp } from "../../model/schema.ts";
import { err, ok, type Result } from "../../syntax/result.ts";
import type { DeskClient } from "../desk-client/desk-client.ts";
import { jsonOf } from "../desk-client/desk-lists.ts";
import { type Refusal, refused } from "../desk-client/refusal.ts";
import type { Push } from "./plan-push.ts";

/** `isOther`: the newsroom compiled the file to a different article than this folder does. */
export type Pushed = {
  readonly outcome: "created" | "changed" | "unchanged";
  readonly isOther: boolean;
};

const savedSchema = z.object({
  outcome: z.enum(["created", "changed", "unchanged"]),
  hash: z.string(),
  article: z.object({ updated: timestamp }),
});

/**
 * Sends one article as its author wrote it. `If-Match` protects changes that were made at the desk since it was listed.
 * The idempotency key covers the revision and the content. With the content alone, a change that was reverted could not
 * be made again: the newsroom would repeat its first response.
 */
export async function pushArticle(
  desk: DeskClient,
  { article, listed }: Push,
  { isMinor }: { readonly isMinor: boolean },
): Promise<Result<Pushed, Refusal>> {
  const { id, slug, hashAt, updated, mediaType, bytes } = article;
  const step = JSON.stringify([
    id,
    listed?.revision ?? 0,
    isMinor,
    hashAt(updated),
    createHash("sha256").update(bytes).digest("hex"),
  ]);
  const reply = await desk.send({
    method: "PUT",
    path: `/desk/articles/${encodeURIComponent(slug)}${isMinor ? "?minor=true" : ""}`,
    headers: {
      "Content-Type": `${mediaType}; charset=utf-8`,
      "Idempotency-Key": `"${createHash("sha256").update(step).digest("hex")}"`,
      ...(listed && { "If-Match": listed.etag }),
    },
    body: bytes,
  });
  if (!reply.ok) return reply;
  const saved = savedSchema.safeParse(jsonOf(reply.value.bytes));
  if (!saved.success) return err(refused(`unexpected response from ${desk.origin}: it does not say what was saved`));
  return ok({ outcome: saved.data.outcome, isOther: saved.data.hash !== hashAt(saved.data.article.updated) });
}
