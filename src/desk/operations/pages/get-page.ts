import { quoted } from "../../../compile/content-fault.ts";
import { pageToJson } from "../../../compile/pages/page-json.ts";
import { evaluatePreconditions } from "../../../http/representation/conditional.ts";
import { slug as slugSchema } from "../../../model/schema.ts";
import { pagePath } from "../../../site/addresses.ts";
import { withPublicOrigin } from "../../../site/public-origin.ts";
import { negotiate, type Offer } from "../../../syntax/accept.ts";
import { formatHttpDate } from "../../../syntax/http-date.ts";
import { formatLink } from "../../../syntax/link-header.ts";
import { err, ok } from "../../../syntax/result.ts";
import { headersOf, sendAnswer, sendJson } from "../../answer.ts";
import type { Fault } from "../../fault.ts";
import type { GuardedOperation } from "../../operation.ts";
import { PAGE_PATH, PAGES_PATH } from "../../paths.ts";
import { badRequest } from "../../problems.ts";
import { nextPage, pageLimit, readQuery } from "../../reading/read-query.ts";
import { type ArticleForm, articleEtag } from "../articles/article-etag.ts";
import { listedPageAnswer } from "./page-answers.ts";
import { unknownPage } from "./page-problems.ts";

export const LIST_PAGES: GuardedOperation = {
  kind: "api",
  id: "listPages",
  method: "GET",
  path: PAGES_PATH,
  access: ["read"],
  summary: "List pages by their slugs",
  tag: "Site pages",
  parameters: ["limit", "after"],
  responses: {
    200: { description: "A part of the list.", content: { "application/json": "PageList" }, headers: ["Link"] },
  },
  problems: ["bad-request"],
  async handler({ pages }, call) {
    const faults: Fault[] = [];
    const { limit, after } = readQuery(call.url.searchParams, ["limit", "after"], faults);
    const most = pageLimit(limit, faults);
    if (after !== undefined && !slugSchema.safeParse(after).success)
      faults.push({ parameter: "after", found: quoted(after), expected: "the value in `next` of the previous page" });
    if (faults.length > 0) return err(badRequest(...faults));
    const { items, next } = await pages.list({ most, ...(after !== undefined && { after }) });
    const following = nextPage(call, next);
    const listed = items.map((item) => listedPageAnswer(item, call.origin));
    return ok(sendJson({ pages: listed, ...following.member }, following.headers));
  },
};

export const GET_PAGE: GuardedOperation = {
  kind: "api",
  id: "getPage",
  method: "GET",
  path: PAGE_PATH,
  access: ["read"],
  summary: "Read a page",
  description:
    "As JSON, which can be changed and sent back with PUT. With `Accept: text/markdown` or `text/html`: the text that the page was written as, if that was not JSON.",
  tag: "Site pages",
  parameters: ["pageSlug", "ifNoneMatch"],
  responses: {
    200: {
      description: "The page.",
      content: { "application/json": "Page", "text/markdown": "text", "text/html": "text" },
      headers: ["ETag", "Last-Modified", "Dateline-Revision", "Link"],
    },
    304: { description: "The client has the current page.", headers: ["ETag"] },
  },
  problems: ["not-found", "not-acceptable", "precondition-failed"],
  async handler({ pages }, { request, origin, parameters }) {
    const stored = await pages.read(parameters.slug ?? "");
    if (!stored) return err(unknownPage());
    const { page, source, revision, saved } = stored;
    const offers: Offer<ArticleForm>[] = [
      { name: "application/json", mediaType: "application/json", aliases: [] },
      ...(source ? [{ name: source.mediaType, mediaType: source.mediaType, aliases: [] }] : []),
    ];
    const form = negotiate(request.headers.get("accept"), offers);
    if (!form) return err({ kind: "not-acceptable", available: offers.map(({ mediaType }) => mediaType) });
    const etag = articleEtag(stored, form);
    const headers = [
      ["ETag", etag],
      ["Last-Modified", formatHttpDate(saved)],
      ["Vary", "Accept"],
      ["Dateline-Revision", String(revision)],
      ["Link", formatLink(origin + pagePath(page.slug), { rel: "alternate", type: "text/html" })],
    ] as const;
    const outcome = evaluatePreconditions(request.headers, { etag, modified: saved });
    if (outcome === "not-modified") return ok(new Response(null, { status: 304, headers: headersOf(headers) }));
    if (outcome === "precondition-failed") return err({ kind: "precondition-failed", etag });
    const [type, body] =
      form === "application/json" || !source
        ? ["application/json", `${JSON.stringify(pageToJson(withPublicOrigin(page, origin)))}\n`]
        : [`${form}; charset=utf-8`, source.text];
    return ok(sendAnswer({ status: 200, headers: [["Content-Type", type], ...headers], body }));
  },
};
