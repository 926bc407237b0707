import { quoted } from "../../../compile/content-fault.ts";
import { timestampInUtc } from "../../../model/timestamp.ts";
import type { StoredArticle } from "../../../store/newsroom.ts";
import type { Access } from "../../access/access.ts";
import type { DeskService } from "../../desk-service.ts";
import type { Fault } from "../../fault.ts";
import { articleEtag } from "./article-etag.ts";

/**
 * A warning if another token wrote the article last. For a request that names neither the id nor the tag of the article
 * that it replaces: it may not know that there is one.
 */
export async function workOfAnother(
  { db }: DeskService,
  { name }: Access,
  stored: StoredArticle,
): Promise<readonly Fault[]> {
  const { id } = stored.article;
  // The clock writes what is due. It is nobody's work.
  const actor = await db
    .prepare("SELECT actor FROM audit WHERE id = ? AND actor <> 'clock' ORDER BY number DESC LIMIT 1")
    .bind(id)
    .first<string>("actor");
  if (actor === null || actor === name) return [];
  const found = `revision ${stored.revision} of ${id}, which ${quoted(actor)} saved at ${timestampInUtc(stored.saved)}`;
  const expected = `its id in the article, or If-Match: ${articleEtag(stored)}, to replace the work of another knowingly`;
  return [{ pointer: "", found, expected }];
}
