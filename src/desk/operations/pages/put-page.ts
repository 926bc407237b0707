import { ok } from "../../../syntax/result.ts";
import { type Answer, jsonAnswer } from "../../answer.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { CHANGE_PROBLEMS, type GuardedOperation } from "../../operation.ts";
import { PAGE_PATH, pathOf } from "../../paths.ts";
import { acceptedType, readBody, readText } from "../../reading/read-body.ts";
import { articleEtag, FORMS } from "../articles/article-etag.ts";
import { readSlug } from "../articles/read-slug.ts";
import { savedPageAnswer } from "./page-answers.ts";
import { type SavedPageSubmission, savePage } from "./save-page.ts";

const MAX_PAGE_BYTES = 500_000;

const saved = { "application/json": "SavedPage" } as const;

export const PUT_PAGE: GuardedOperation = {
  kind: "api",
  id: "savePage",
  method: "PUT",
  path: PAGE_PATH,
  access: ["write", "publish"],
  summary: "Save a page",
  description: `Creates the page with this slug, such as "about", or replaces it. Readers find it at /{slug}, and by its links in the header or the footer of every page. A page has no dates and is in no feed. Sending the same page again writes nothing. At most ${MAX_PAGE_BYTES} bytes. A token with only the scope write can save drafts only. If the text is not JSON, \`ETag\` is the tag of the stored text. If-Match accepts both tags.`,
  tag: "Site pages",
  parameters: ["pageSlug", "ifMatch", "ifNoneMatch", "idempotencyKey", "csrfToken"],
  body: {
    isRequired: true,
    content: { "application/json": "PageSubmission", "text/markdown": "text", "text/html": "text" },
  },
  responses: {
    200: {
      description: "The page was changed, or was the same already.",
      content: saved,
      headers: ["ETag", "Idempotency-Replayed"],
    },
    201: {
      description: "The page was created.",
      content: saved,
      headers: ["Location", "ETag", "Idempotency-Replayed"],
    },
  },
  problems: [
    "bad-request",
    "invalid",
    "precondition-failed",
    "path-taken",
    "unsupported-media-type",
    "busy",
    ...CHANGE_PROBLEMS,
  ],
  async handler(service, call) {
    const slug = readSlug(call);
    if (!slug.ok) return slug;
    const mediaType = acceptedType(call.request, FORMS);
    if (!mediaType.ok) return mediaType;
    const body = await readBody(call.request, MAX_PAGE_BYTES);
    if (!body.ok) return body;
    const text = readText(body.value);
    if (!text.ok) return text;
    const form = mediaType.value;
    const answerTo = (outcome: SavedPageSubmission): Answer => {
      const { kept, kind, warnings } = outcome;
      const location = call.origin + pathOf(PAGE_PATH, { slug: kept.page.slug });
      return jsonAnswer(savedPageAnswer(outcome, warnings, call.origin), kind === "created" ? 201 : 200, [
        ...(kind === "created" ? [["Location", location] as const] : []),
        ...(form === "application/json" ? [] : [["ETag", articleEtag(kept, form)] as const]),
      ]);
    };
    return idempotent(service, call, body.value, async (store) => {
      const submission = { mediaType: form, text: text.value, slug: slug.value };
      const outcome = await savePage(service, call, submission, (each) => store(answerTo(each)));
      return outcome.ok ? ok(answerTo(outcome.value)) : outcome;
    });
  },
};
