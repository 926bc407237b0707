import type { SaveError, StoredArticle } from "../../../store/newsroom.ts";
import type { DeskProblem } from "../../problems.ts";
import { articleEtag } from "./article-etag.ts";

/**
 * The problem that an error of the newsroom is for the client.
 *
 * @param current the article that is stored now, if there is one
 */
export function describeSaveError(error: SaveError, current: StoredArticle | undefined): DeskProblem {
  switch (error.kind) {
    case "lost-update":
      return preconditionFailed(current);
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

export function preconditionFailed(current: StoredArticle | undefined): DeskProblem {
  return { kind: "precondition-failed", ...(current && { etag: articleEtag(current) }) };
}

export function unknownArticle(): DeskProblem {
  return { kind: "not-found", what: "There is no article with this slug." };
}
