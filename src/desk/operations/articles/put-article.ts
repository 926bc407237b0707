import { jsonAnswer } from "../../answer.ts";
import { type DeskCall, isProblem } from "../../desk-call.ts";
import type { DeskProblem } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { ARTICLE_PATH, pathOf } from "../../paths.ts";
import { acceptedType } from "../../reading/media-type.ts";
import { readBody, readText } from "../../reading/read-body.ts";
import { savedAnswer } from "./article-answers.ts";
import { type ArticleForm, articleEtag } from "./article-etag.ts";
import { readSlug } from "./read-slug.ts";
import { saveSubmission } from "./save-submission.ts";

export const MAX_ARTICLE_BYTES = 1_000_000;

export const ARTICLE_TYPES = ["application/json", "text/markdown", "text/html"] as const satisfies ArticleForm[];

/**
 * Creates or changes an article. The answer tells of the article and is none, so what was sent gets a validator only where it is kept as it is
 * (RFC 9110 section 9.3.4): text that is no JSON. The tag to go on with stands in the body.
 */
export async function putArticle(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const slug = readSlug(call);
  if (typeof slug !== "string") return slug;
  const mediaType = acceptedType(call.request, ARTICLE_TYPES);
  if (typeof mediaType !== "string") return mediaType;
  const body = await readBody(call.request, MAX_ARTICLE_BYTES);
  if (isProblem(body)) return body;
  const text = readText(body);
  if (typeof text !== "string") return text;
  const answerTo = (saved: Exclude<Awaited<ReturnType<typeof saveSubmission>>, DeskProblem>) => {
    const { kept, kind, warnings } = saved;
    const location = call.origin + pathOf(ARTICLE_PATH, { slug: kept.article.slug });
    return jsonAnswer(savedAnswer(saved, warnings, call.origin), kind === "created" ? 201 : 200, [
      ...(kind === "created" ? [["Location", location] as const] : []),
      ...(mediaType === "application/json" ? [] : [["ETag", articleEtag(kept, mediaType)] as const]),
    ]);
  };
  return idempotent(service, call, body, async (keep) => {
    const saved = await saveSubmission(service, call, { mediaType, text, slug }, (outcome) => keep(answerTo(outcome)));
    return isProblem(saved) ? saved : answerTo(saved);
  });
}
