import type { Article } from "../../../model/article.ts";
import type { Saved } from "../../../store/newsroom.ts";
import { err, type Result } from "../../../syntax/result.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { DeskProblem } from "../../problems.ts";
import { describeSaveError, unknownArticle } from "./save-error.ts";

/** Publishes a retracted article again, as it was. Readers are told by a new `updated`. */
export async function restoreArticle(
  { newsroom }: DeskService,
  { access, now }: DeskCall,
  slug: string,
): Promise<Result<Saved, DeskProblem>> {
  const known = await newsroom.read(slug);
  if (!known) return err(unknownArticle());
  if (known.state !== "retracted")
    return err({ kind: "invalid", faults: [{ pointer: "", found: known.state, expected: "a retracted article" }] });
  const { retraction: _, ...article } = known.article;
  const restored: Article = { ...article, status: "published" };
  const outcome = await newsroom.save(restored, known.source, {
    actor: access.name,
    now,
    isNoticeable: true,
    expected: { kind: "revision", revision: known.revision },
  });
  return outcome.ok ? outcome : err(describeSaveError(outcome.error, await newsroom.read(slug)));
}
