import { quoted } from "../../../compile/content-fault.ts";
import { hintAt } from "../../../compile/nearest.ts";
import { ARTICLE_STATES, type ArticleState } from "../../../model/article-state.ts";
import { err, ok } from "../../../syntax/result.ts";
import { sendJson } from "../../answer.ts";
import type { Fault } from "../../fault.ts";
import type { GuardedOperation } from "../../operation.ts";
import { ARTICLES_PATH, AUDIT_PATH } from "../../paths.ts";
import { badRequest } from "../../problems.ts";
import { nextPage, pageLimit, readQuery, wholeNumber } from "../../reading/read-query.ts";
import { auditAnswer, listedAnswer } from "./article-answers.ts";

export const LIST_ARTICLES: GuardedOperation = {
  kind: "api",
  id: "listArticles",
  method: "GET",
  path: ARTICLES_PATH,
  access: ["read"],
  summary: "List articles, newest first",
  tag: "Articles",
  parameters: ["state", "limit", "after"],
  responses: {
    200: { description: "A page of the list.", content: { "application/json": "ArticleList" }, headers: ["Link"] },
  },
  problems: ["bad-request"],
  async handler(service, call) {
    const faults: Fault[] = [];
    const query = readQuery(call.url.searchParams, ["state", "limit", "after"], faults);
    const state = readState(query.state, faults);
    const page = readPage(query, faults);
    if (faults.length > 0) return err(badRequest(...faults));
    const { items, next } = await service.newsroom.list({ ...(state && { state }), ...page });
    const following = nextPage(call, next);
    const articles = items.map((item) => listedAnswer(item, call.origin));
    return ok(sendJson({ articles, ...following.member }, following.headers));
  },
};

export const LIST_AUDIT: GuardedOperation = {
  kind: "api",
  id: "listAudit",
  method: "GET",
  path: AUDIT_PATH,
  access: ["read"],
  summary: "List changes and who made them, newest first",
  tag: "Articles",
  parameters: ["limit", "after"],
  responses: {
    200: { description: "A page of the list.", content: { "application/json": "AuditList" }, headers: ["Link"] },
  },
  problems: ["bad-request"],
  async handler(service, call) {
    const faults: Fault[] = [];
    const page = readPage(readQuery(call.url.searchParams, ["limit", "after"], faults), faults);
    if (faults.length > 0) return err(badRequest(...faults));
    const { items, next } = await service.newsroom.audit(page);
    const following = nextPage(call, next);
    return ok(sendJson({ records: items.map(auditAnswer), ...following.member }, following.headers));
  },
};

function readPage({ limit, after }: { readonly limit?: string; readonly after?: string }, faults: Fault[]) {
  const most = pageLimit(limit, faults);
  const start = wholeNumber("after", after, { min: 0, max: Number.MAX_SAFE_INTEGER }, faults);
  return { most, ...(start !== undefined && { after: start }) };
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
