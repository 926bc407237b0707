import * as z from "zod";
import { line } from "../../../model/schema.ts";
import type { Saved } from "../../../store/newsroom.ts";
import { err, type Result } from "../../../syntax/result.ts";
import { allows } from "../../access/scopes.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { DeskProblem } from "../../problems.ts";
import { isHeldBack } from "./article-etag.ts";
import { describeSaveError, preconditionFailed, unknownArticle } from "./save-error.ts";
import { wasShown } from "./was-shown.ts";

const MAX_REASON = 1_000;

export const reasonSchema = line.pipe(z.string().max(MAX_REASON, `expected at most ${MAX_REASON} characters`));
export const retractionRequestSchema = z.strictObject({ reason: reasonSchema.optional() });

/**
 * Retracts an article with a reason if readers may have seen it. Discards it if no reader has.
 *
 * @param extraStatements returns the statements to write in the same batch
 */
export async function retractArticle(
  { db, newsroom }: DeskService,
  call: DeskCall,
  { slug, reason }: { readonly slug: string; readonly reason: string | undefined },
  extraStatements: (saved: Saved) => readonly D1PreparedStatement[],
): Promise<Result<Saved, DeskProblem>> {
  const { access, now, request } = call;
  const known = await newsroom.read(slug);
  if (isHeldBack(request, known)) return err(preconditionFailed(known));
  if (!known) return err(unknownArticle());
  const isPublisher = allows(access.scopes, ["publish"]);
  if (!isPublisher && (known.state !== "draft" || (await wasShown(db, known)))) {
    const what = "Retracting an article that is public, scheduled or was public before";
    return err({ kind: "insufficient-scope", scope: "publish", what });
  }
  const writing = {
    actor: access.name,
    now,
    expected: { kind: "revision", revision: known.revision },
    extraStatements,
  } as const;
  const outcome = await newsroom.retract(slug, reason, writing);
  return outcome.ok ? outcome : err(describeSaveError(outcome.error, await newsroom.read(slug)));
}
