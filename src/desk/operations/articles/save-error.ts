import type { SaveError, StoredArticle } from "../../../store/newsroom.ts";
import type { DeskProblem } from "../../desk-problem.ts";
import { articleEtag } from "./article-etag.ts";

/** What the newsroom will not save, in the desk's words. `current` is the article as it is now, where it is there. */
export function describeSaveError(outcome: SaveError, current: StoredArticle | undefined): DeskProblem {
  switch (outcome.kind) {
    case "lost-update":
      return preconditionFailed(current);
    case "unknown":
      return unknownArticle();
    case "reason-missing": {
      const expected = "a reason, which readers are told: they may have seen the article";
      return { problem: true, kind: "invalid", faults: [{ pointer: "/reason", expected }] };
    }
    case "slug-taken":
    case "path-taken":
      return { problem: true, ...outcome };
  }
}

export function preconditionFailed(current: StoredArticle | undefined): DeskProblem {
  return { problem: true, kind: "precondition-failed", ...(current && { etag: articleEtag(current) }) };
}

export function unknownArticle(): DeskProblem {
  return { problem: true, kind: "not-found", what: "There is no article with this slug." };
}
