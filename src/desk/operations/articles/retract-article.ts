import type { Saved } from "../../../store/newsroom.ts";
import { allows } from "../../access/scopes.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskProblem } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { isHeldBack } from "./article-etag.ts";
import { describeSaveError, preconditionFailed, unknownArticle } from "./save-error.ts";
import { wasShown } from "./was-shown.ts";

/** Takes an article back, with a reason where readers may have seen it; discards it where none has. */
export async function retractArticle(
  { database, newsroom }: DeskService,
  call: DeskCall,
  { slug, reason }: { readonly slug: string; readonly reason: string | undefined },
  extraStatements: (saved: Saved) => readonly D1PreparedStatement[],
): Promise<Saved | DeskProblem> {
  const { access, now, request } = call;
  const known = await newsroom.read(slug);
  if (!known) return isHeldBack(request, known) ? preconditionFailed(known) : unknownArticle();
  if (isHeldBack(request, known)) return preconditionFailed(known);
  const isPublisher = allows(access.scopes, ["publish"]);
  if (!isPublisher && (known.state !== "draft" || (await wasShown(database, known)))) {
    const what = `Retracting an article that readers have seen, or are to see,`;
    return { problem: true, kind: "insufficient-scope", scope: "publish", what };
  }
  const writing = {
    actor: access.name,
    now,
    expected: { kind: "revision", revision: known.revision },
    extraStatements,
  } as const;
  const outcome = await newsroom.retract(slug, reason, writing);
  return "kept" in outcome ? outcome : describeSaveError(outcome, await newsroom.read(slug));
}
