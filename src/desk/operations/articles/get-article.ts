import { evaluatePreconditions } from "../../../http/conditional.ts";
import { negotiate, type Offer } from "../../../http/negotiation.ts";
import { toHttpDate } from "../../../model/timestamp.ts";
import { articlePath } from "../../../site/addresses.ts";
import { withPublicOrigin } from "../../../site/public-origin.ts";
import { sendAnswer } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { DeskProblem } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { SCHEMA_PATH } from "../../paths.ts";
import { type ArticleForm, articleEtag } from "./article-etag.ts";
import { unknownArticle } from "./save-error.ts";

/** The article itself, so that what was read can be changed and sent back; or the text it was made from, to whoever asks for that. */
export async function getArticle(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const { request, origin, parameters } = call;
  const kept = await service.newsroom.read(parameters.slug ?? "");
  if (!kept) return unknownArticle();
  const { article, source, state, revision, saved } = kept;
  const offers: Offer<ArticleForm>[] = [
    { name: "application/json", mediaType: "application/json", aliases: [] },
    ...(source ? [{ name: source.mediaType, mediaType: source.mediaType, aliases: [] }] : []),
  ];
  const form = negotiate(request.headers.get("accept"), offers);
  if (!form) return { problem: true, kind: "not-acceptable", available: offers.map(({ mediaType }) => mediaType) };
  const etag = articleEtag(kept, form);
  const headers = [
    ["ETag", etag],
    ["Last-Modified", toHttpDate(saved)],
    ["Vary", "Accept"],
    ["Dateline-State", state],
    ["Dateline-Revision", String(revision)],
    [
      "Link",
      `<${origin}${articlePath(article.slug)}>; rel="alternate"; type="text/html", <${origin}${SCHEMA_PATH}>; rel="describedby"; type="application/schema+json"`,
    ],
  ] as const;
  const outcome = evaluatePreconditions(request.headers, { etag, modified: saved });
  if (outcome === "not-modified")
    return new Response(null, { status: 304, headers: new Headers([...headers].map(([n, v]) => [n, v])) });
  if (outcome === "precondition-failed") return { problem: true, kind: "precondition-failed", etag };
  const json = () => `${JSON.stringify(withPublicOrigin(article, origin))}\n`;
  const [type, body] =
    form === "application/json" || !source ? ["application/json", json()] : [`${form}; charset=utf-8`, source.text];
  return sendAnswer({ status: 200, headers: [["Content-Type", type], ...headers], body });
}
