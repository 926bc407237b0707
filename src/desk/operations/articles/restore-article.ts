import type { Article } from "../../../model/article.ts";
import type { Saved } from "../../../store/newsroom.ts";
import { err, type Result } from "../../../syntax/result.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { DeskProblem } from "../../problems.ts";
import { describeSaveError, isOvertaken, unknownArticle } from "./save-error.ts";
import { OVERTAKEN, tryAgain } from "./try-again.ts";

/** Publishes a retracted article again, as it was. Readers are told by a new `updated`. */
export function restoreArticle(
  service: DeskService,
  call: DeskCall,
  slug: string,
): Promise<Result<Saved, DeskProblem>> {
  return tryAgain(service, call, (each) => restoreOnce(service, each, slug));
}

async function restoreOnce(
  { newsroom }: DeskService,
  { access, now, request }: DeskCall,
  slug: string,
): Promise<Result<Saved, DeskProblem> | typeof OVERTAKEN> {
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
  if (outcome.ok) return outcome;
  if (isOvertaken(outcome.error, request)) return OVERTAKEN;
  return err(describeSaveError(outcome.error, request, await newsroom.read(slug)));
}
