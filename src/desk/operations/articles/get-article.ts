import { articleToJson } from "../../../compile/submission/article-json.ts";
import { evaluatePreconditions } from "../../../http/representation/conditional.ts";
import { articlePath } from "../../../site/addresses.ts";
import { withPublicOrigin } from "../../../site/public-origin.ts";
import { negotiate, type Offer } from "../../../syntax/accept.ts";
import { formatHttpDate } from "../../../syntax/http-date.ts";
import { formatLink } from "../../../syntax/link-header.ts";
import { err, ok } from "../../../syntax/result.ts";
import { headersOf, sendAnswer } from "../../answer.ts";
import type { GuardedOperation } from "../../operation.ts";
import { ARTICLE_PATH, SCHEMA_PATH } from "../../paths.ts";
import { type ArticleForm, articleEtag } from "./article-etag.ts";
import { unknownArticle } from "./save-error.ts";

export const GET_ARTICLE: GuardedOperation = {
  kind: "api",
  id: "getArticle",
  method: "GET",
  path: ARTICLE_PATH,
  access: ["read"],
  summary: "Read an article",
  description:
    "As JSON, which can be changed and sent back with PUT. With `Accept: text/markdown` or `text/html`: the text that the article was written as, if that was not JSON.",
  tag: "Articles",
  parameters: ["slug", "ifNoneMatch"],
  responses: {
    200: {
      description: "The article.",
      content: { "application/json": "Article", "text/markdown": "text", "text/html": "text" },
      headers: ["ETag", "Last-Modified", "Dateline-State", "Dateline-Revision", "Link"],
    },
    304: { description: "The client has the current article.", headers: ["ETag"] },
  },
  problems: ["not-found", "not-acceptable", "precondition-failed"],
  async handler(service, { request, origin, parameters }) {
    const stored = await service.newsroom.read(parameters.slug ?? "");
    if (!stored) return err(unknownArticle());
    const { article, source, state, revision, saved } = stored;
    const offers: Offer<ArticleForm>[] = [
      { name: "application/json", mediaType: "application/json", aliases: [] },
      ...(source ? [{ name: source.mediaType, mediaType: source.mediaType, aliases: [] }] : []),
    ];
    const form = negotiate(request.headers.get("accept"), offers);
    if (!form) return err({ kind: "not-acceptable", available: offers.map(({ mediaType }) => mediaType) });
    const etag = articleEtag(stored, form);
    const page = formatLink(origin + articlePath(article.slug), { rel: "alternate", type: "text/html" });
    const schema = formatLink(origin + SCHEMA_PATH, { rel: "describedby", type: "application/schema+json" });
    const headers = [
      ["ETag", etag],
      ["Last-Modified", formatHttpDate(saved)],
      ["Vary", "Accept"],
      ["Dateline-State", state],
      ["Dateline-Revision", String(revision)],
      ["Link", `${page}, ${schema}`],
    ] as const;
    const outcome = evaluatePreconditions(request.headers, { etag, modified: saved });
    if (outcome === "not-modified") return ok(new Response(null, { status: 304, headers: headersOf(headers) }));
    if (outcome === "precondition-failed") return err({ kind: "precondition-failed", etag });
    const [type, body] =
      form === "application/json" || !source
        ? ["application/json", `${JSON.stringify(articleToJson(withPublicOrigin(article, origin)))}\n`]
        : [`${form}; charset=utf-8`, source.text];
    return ok(sendAnswer({ status: 200, headers: [["Content-Type", type], ...headers], body }));
  },
};
