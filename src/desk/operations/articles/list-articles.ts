import { quoted } from "../../../compile/content-fault.ts";
import { hintAt } from "../../../compile/nearest.ts";
import { ARTICLE_STATES, type ArticleState } from "../../../model/article-state.ts";
import { MAX_SEARCH_LENGTH, wordsOf } from "../../../model/search-tokens.ts";
import type { Newsroom, StoredArticleSummary } from "../../../store/newsroom.ts";
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
  summary: "List or search articles, newest first",
  description:
    "With `q`, articles whose title or summary has every word, or a word that begins so: those that readers cannot see first, then the published ones. A search reads a limited number of articles for each page, so a page can have few or no articles and still a `next`.",
  tag: "Articles",
  parameters: ["articleQuery", "state", "limit", "after"],
  responses: {
    200: { description: "A page of the list.", content: { "application/json": "ArticleList" }, headers: ["Link"] },
  },
  problems: ["bad-request"],
  async handler(service, call) {
    const faults: Fault[] = [];
    const query = readQuery(call.url.searchParams, ["q", "state", "limit", "after"], faults);
    const state = readState(query.state, faults);
    const { newsroom } = service;
    const find = query.q === undefined ? readList(query, faults, newsroom) : readSearch(query, faults, newsroom);
    if (faults.length > 0) return err(badRequest(...faults));
    const { items, next } = await find({ ...(state && { state }) });
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

type ListQuery = Readonly<Partial<Record<"q" | "state" | "limit" | "after", string>>>;
type Find = (filter: { readonly state?: ArticleState }) => Promise<{
  readonly items: readonly StoredArticleSummary[];
  readonly next?: number | string;
}>;

function readList(query: ListQuery, faults: Fault[], newsroom: Newsroom): Find {
  const page = readPage(query, faults);
  return (filter) => newsroom.list({ ...filter, ...page });
}

function readSearch({ q = "", limit, after }: ListQuery, faults: Fault[], newsroom: Newsroom): Find {
  const words = wordsOf(q);
  const found = quoted(q);
  if (words === "") faults.push({ parameter: "q", found, expected: "a word to look for" });
  else if (words.length > MAX_SEARCH_LENGTH)
    faults.push({ parameter: "q", found, expected: `at most ${MAX_SEARCH_LENGTH} characters` });
  const most = pageLimit(limit, faults);
  if (after !== undefined && !/^[np]\d{1,15}$/.test(after))
    faults.push({ parameter: "after", found: quoted(after), expected: "the value in `next` of the previous page" });
  return (filter) => newsroom.search({ ...filter, words, most, ...(after !== undefined && { after }) });
}

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
