import { quoted } from "../../../compile/content-fault.ts";
import { hintAt } from "../../../compile/nearest.ts";
import { ARTICLE_STATES, type ArticleState } from "../../../model/article-state.ts";
import { sendJson } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskProblem, Fault } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { nextPage, PAGE_LIMITS } from "../../reading/next-page.ts";
import { readQuery, wholeNumber } from "../../reading/read-query.ts";
import { auditAnswer, listedAnswer } from "./article-answers.ts";

/** The articles at the desk, the newest first. */
export async function listArticles(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { values, faults: mistakes } = readQuery(call.url.searchParams, ["state", "limit", "after"]);
  const faults = [...mistakes];
  const state = readState(values.state, faults);
  const page = readPage(values, faults);
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  const { items, next } = await service.newsroom.list({ ...(state && { state }), ...page });
  const following = nextPage(call, next);
  const articles = items.map((item) => listedAnswer(item, call.origin));
  return sendJson({ articles, ...following.member }, following.headers);
}

/** Who changed what, the newest first. */
export async function listAudit(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { values, faults: mistakes } = readQuery(call.url.searchParams, ["limit", "after"]);
  const faults = [...mistakes];
  const page = readPage(values, faults);
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  const { items, next } = await service.newsroom.audit(page);
  const following = nextPage(call, next);
  return sendJson({ records: items.map(auditAnswer), ...following.member }, following.headers);
}

function readPage({ limit, after }: { readonly limit?: string; readonly after?: string }, faults: Fault[]) {
  const most = wholeNumber("limit", limit, { least: 1, most: PAGE_LIMITS.most }, faults) ?? PAGE_LIMITS.usual;
  const behind = wholeNumber("after", after, { least: 0, most: Number.MAX_SAFE_INTEGER }, faults);
  return { most, ...(behind !== undefined && { after: behind }) };
}

function readState(text: string | undefined, faults: Fault[]): ArticleState | undefined {
  const state = ARTICLE_STATES.find((each) => each === text);
  if (text !== undefined && !state)
    faults.push({
      parameter: "state",
      found: quoted(text),
      expected: `one of ${ARTICLE_STATES.join(", ")}${hintAt(text, ARTICLE_STATES)}`,
    });
  return state;
}
