import type { SavedPage } from "../../../store/pages.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { allows } from "../../access/scopes.ts";
import { jsonAnswer } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskService } from "../../desk-service.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { CHANGE_PROBLEMS, type GuardedOperation } from "../../operation.ts";
import { PAGE_PATH } from "../../paths.ts";
import type { DeskProblem } from "../../problems.ts";
import { readBody } from "../../reading/read-body.ts";
import { OVERTAKEN, tryAgain } from "../articles/try-again.ts";
import { savedPageAnswer } from "./page-answers.ts";
import { describePageError, failedPageCondition, isPageOvertaken, unknownPage } from "./page-problems.ts";

const MAX_BYTES = 10_000;

export const DELETE_PAGE: GuardedOperation = {
  kind: "api",
  id: "deletePage",
  method: "DELETE",
  path: PAGE_PATH,
  access: ["write", "publish"],
  summary: "Delete a page",
  description: "Its address is then one where nothing is. A token with only the scope write can delete drafts only.",
  tag: "Site pages",
  parameters: ["pageSlug", "ifMatch", "idempotencyKey", "csrfToken"],
  responses: {
    200: {
      description: "The page as it was before it was deleted.",
      content: { "application/json": "SavedPage" },
      headers: ["Idempotency-Replayed"],
    },
  },
  problems: ["not-found", "precondition-failed", "busy", ...CHANGE_PROBLEMS],
  async handler(service, call) {
    const body = await readBody(call.request, MAX_BYTES);
    if (!body.ok) return body;
    const answerTo = (saved: SavedPage) => jsonAnswer(savedPageAnswer(saved, [], call.origin));
    return idempotent(service, call, body.value, async (store) => {
      const outcome = await tryAgain(service, call, (each) =>
        deleteOnce(service, each, (saved) => store(answerTo(saved))),
      );
      return outcome.ok ? ok(answerTo(outcome.value)) : outcome;
    });
  },
};

async function deleteOnce(
  { pages }: DeskService,
  { access, now, parameters: { slug = "" }, request }: DeskCall,
  extraStatements: (saved: SavedPage) => readonly D1PreparedStatement[],
): Promise<Result<SavedPage, DeskProblem> | typeof OVERTAKEN> {
  const known = await pages.read(slug);
  const failed = failedPageCondition(request, known);
  if (failed) return err(failed);
  if (!known) return err(unknownPage());
  if (known.page.status === "published" && !allows(access.scopes, ["publish"]))
    return err({ kind: "insufficient-scope", scope: "publish", what: "Deleting a page that is published" });
  const outcome = await pages.delete(slug, { actor: access.name, now, expected: known.revision, extraStatements });
  if (outcome.ok) return outcome;
  if (isPageOvertaken(outcome.error, request)) return OVERTAKEN;
  return err(describePageError(outcome.error, request, await pages.read(slug)));
}
