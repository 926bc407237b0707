import * as z from "zod";
import { line } from "../../../model/schema.ts";
import type { Saved } from "../../../store/newsroom.ts";
import { err, type Result } from "../../../syntax/result.ts";
import { allows } from "../../access/scopes.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import type { DeskProblem } from "../../problems.ts";
import { failedCondition } from "./article-conditions.ts";
import { describeSaveError, isOvertaken, unknownArticle } from "./save-error.ts";
import { OVERTAKEN, tryAgain } from "./try-again.ts";
import { wasShown } from "./was-shown.ts";

const MAX_REASON = 1_000;

export const reasonSchema = line.pipe(z.string().max(MAX_REASON, `expected at most ${MAX_REASON} characters`));
export const retractionRequestSchema = z.strictObject({
  reason: reasonSchema.meta({ description: "why, for readers", minLength: 1, maxLength: MAX_REASON }).optional(),
});

/**
 * Retracts an article with a reason if readers may have seen it. Discards it if no reader has.
 *
 * @param extraStatements returns the statements to write in the same batch
 */
export async function retractArticle(
  service: DeskService,
  call: DeskCall,
  retraction: Retraction,
  extraStatements: (saved: Saved) => readonly D1PreparedStatement[],
): Promise<Result<Saved, DeskProblem>> {
  return tryAgain(service, call, (each) => retractOnce(service, each, retraction, extraStatements));
}

type Retraction = { readonly slug: string; readonly reason: string | undefined };

async function retractOnce(
  { db, newsroom }: DeskService,
  call: DeskCall,
  { slug, reason }: Retraction,
  extraStatements: (saved: Saved) => readonly D1PreparedStatement[],
): Promise<Result<Saved, DeskProblem> | typeof OVERTAKEN> {
  const { access, now, request } = call;
  const known = await newsroom.read(slug);
  const failed = failedCondition(request, known);
  if (failed) return err(failed);
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
  if (outcome.ok) return outcome;
  if (isOvertaken(outcome.error, request)) return OVERTAKEN;
  return err(describeSaveError(outcome.error, request, await newsroom.read(slug)));
}
