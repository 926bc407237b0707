import type { SaveError, StoredArticle } from "../../../store/newsroom.ts";
import type { DeskProblem } from "../../problems.ts";
import { conditionFailed, statesCondition } from "./article-conditions.ts";

/**
 * Whether the change is tried again, because another writer was first and the request says nothing of what it expects
 * to be there.
 */
export function isOvertaken(error: SaveError, request: Request): error is Overtaken {
  return error.kind === "busy" || (error.kind === "lost-update" && !statesCondition(request));
}

type Overtaken = Extract<SaveError, { kind: "busy" }>;

/**
 * The problem that an error of the newsroom is for the client.
 *
 * @param current the article that is stored now, if there is one
 */
export function describeSaveError(
  error: Exclude<SaveError, Overtaken>,
  request: Request,
  current: StoredArticle | undefined,
): DeskProblem {
  switch (error.kind) {
    case "lost-update":
      return conditionFailed(request, current);
    case "unknown":
      return unknownArticle();
    case "reason-missing": {
      const expected = "a reason, which readers are told: they may have seen the article";
      return { kind: "invalid", faults: [{ pointer: "/reason", expected }] };
    }
    case "slug-taken":
    case "path-taken":
      return error;
  }
}

export function unknownArticle(): DeskProblem {
  return { kind: "not-found", what: "There is no article with this slug." };
}
