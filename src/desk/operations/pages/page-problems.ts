import type { PageError, StoredPage } from "../../../store/pages.ts";
import type { DeskProblem } from "../../problems.ts";
import { conditionFailed, failedCondition, statesCondition } from "../articles/article-conditions.ts";

/** The problem if the conditions of the request forbid the change of a page, as `failedCondition` has it. */
export function failedPageCondition(request: Request, current: StoredPage | undefined): DeskProblem | undefined {
  return failedCondition(request, current && withHolder(current));
}

/** Whether the change is tried again, as `isOvertaken` has it for articles. */
export function isPageOvertaken(error: PageError, request: Request): boolean {
  return error.kind === "busy" || (error.kind === "lost-update" && !statesCondition(request));
}

/** The problem that an error of the pages is for the client. */
export function describePageError(error: PageError, request: Request, current: StoredPage | undefined): DeskProblem {
  switch (error.kind) {
    case "busy":
    case "lost-update":
      return conditionFailed(request, current && withHolder(current));
    case "unknown":
      return unknownPage();
    case "path-taken":
      return { kind: "path-taken", path: error.path, id: error.holder };
  }
}

export function unknownPage(): DeskProblem {
  return { kind: "not-found", what: "There is no page with this slug." };
}

function withHolder(stored: StoredPage) {
  const { slug } = stored.page;
  return { ...stored, article: { id: `page ${slug}`, slug } };
}
