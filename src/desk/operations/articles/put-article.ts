import { quoted } from "../../../compile/content-fault.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { type Answer, jsonAnswer } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { Fault } from "../../fault.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { CHANGE_PROBLEMS, type GuardedOperation } from "../../operation.ts";
import { ARTICLE_PATH, pathOf } from "../../paths.ts";
import { badRequest, type DeskProblem } from "../../problems.ts";
import { acceptedType, readBody, readText } from "../../reading/read-body.ts";
import { readQuery } from "../../reading/read-query.ts";
import { savedAnswer } from "./article-answers.ts";
import { type ArticleForm, articleEtag } from "./article-etag.ts";
import { readSlug } from "./read-slug.ts";
import { type SavedSubmission, saveSubmission } from "./save-submission.ts";

const MAX_ARTICLE_BYTES = 1_000_000;

const ARTICLE_TYPES = ["application/json", "text/markdown", "text/html"] as const satisfies ArticleForm[];

const saved = { "application/json": "SavedArticle" } as const;

/**
 * The answer describes the article and is not the article. So it has a validator only if the text is stored as it was
 * sent (RFC 9110 section 9.3.4), that is, if it is not JSON. The tag of the article as JSON is in the body.
 */
export const PUT_ARTICLE: GuardedOperation = {
  kind: "api",
  id: "saveArticle",
  method: "PUT",
  path: ARTICLE_PATH,
  access: ["write", "publish"],
  summary: "Save an article",
  description: `Creates the article with this slug, or changes it. An \`id\` in the article selects the article with that id, whatever its slug is: it moves to this slug, and its old address redirects to the new one. Sending the same article again writes nothing. A change of what readers see of a published article moves \`updated\` to now, so that readers show it, unless the article has a later \`updated\` than before, or the request says \`minor=true\` in the query or \`"minor": true\` in the JSON. At most ${MAX_ARTICLE_BYTES} bytes. A token with only the scope write can save drafts only. If the text is not JSON, \`ETag\` is the tag of the stored text, and \`etag\` in the answer is the tag of the article as JSON. If-Match accepts both.`,
  tag: "Articles",
  parameters: ["slug", "minor", "ifMatch", "ifNoneMatch", "idempotencyKey", "csrfToken"],
  body: {
    isRequired: true,
    content: { "application/json": "Submission", "text/markdown": "text", "text/html": "text" },
  },
  responses: {
    200: {
      description: "The article was changed, or was the same already.",
      content: saved,
      headers: ["ETag", "Idempotency-Replayed"],
    },
    201: {
      description: "The article was created.",
      content: saved,
      headers: ["Location", "ETag", "Idempotency-Replayed"],
    },
  },
  problems: [
    "bad-request",
    "invalid",
    "precondition-failed",
    "slug-taken",
    "path-taken",
    "unsupported-media-type",
    "busy",
    ...CHANGE_PROBLEMS,
  ],
  async handler(service, call) {
    const slug = readSlug(call);
    if (!slug.ok) return slug;
    const isMinor = readMinor(call);
    if (!isMinor.ok) return isMinor;
    const mediaType = acceptedType(call.request, ARTICLE_TYPES);
    if (!mediaType.ok) return mediaType;
    const body = await readBody(call.request, MAX_ARTICLE_BYTES);
    if (!body.ok) return body;
    const text = readText(body.value);
    if (!text.ok) return text;
    const answerTo = (outcome: SavedSubmission) => {
      const { kept, kind, warnings } = outcome;
      const location = call.origin + pathOf(ARTICLE_PATH, { slug: kept.article.slug });
      return jsonAnswer(savedAnswer(outcome, warnings, call.origin), kind === "created" ? 201 : 200, [
        ...(kind === "created" ? [["Location", location] as const] : []),
        ...(mediaType.value === "application/json" ? [] : [["ETag", articleEtag(kept, mediaType.value)] as const]),
      ]);
    };
    const submission = { mediaType: mediaType.value, text: text.value, slug: slug.value, isMinor: isMinor.value };
    return idempotent(service, call, body.value, async (store) => {
      // The answer that is stored with the change is the one that is sent. It holds the whole article, so each try
      // makes it once.
      let answer: Answer | undefined;
      const outcome = await saveSubmission(service, call, submission, (each) => {
        answer = answerTo(each);
        return store(answer);
      });
      return outcome.ok ? ok(answer ?? answerTo(outcome.value)) : outcome;
    });
  },
};

/** Whether the query says that readers need not notice the change. */
function readMinor({ url }: DeskCall): Result<boolean, DeskProblem> {
  const faults: Fault[] = [];
  const { minor = "false" } = readQuery(url.searchParams, ["minor"], faults);
  if (minor !== "true" && minor !== "false")
    faults.push({ parameter: "minor", found: quoted(minor), expected: "true or false" });
  return faults.length > 0 ? err(badRequest(...faults)) : ok(minor === "true");
}
