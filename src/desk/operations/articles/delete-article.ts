import { quoted } from "../../../compile/content-fault.ts";
import type { Saved } from "../../../store/newsroom.ts";
import { err, ok, type Result } from "../../../syntax/result.ts";
import { jsonAnswer } from "../../answer.ts";
import type { DeskCall } from "../../desk-call.ts";
import type { Fault } from "../../fault.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { CHANGE_PROBLEMS, type GuardedOperation } from "../../operation.ts";
import { ARTICLE_PATH } from "../../paths.ts";
import { badRequest, type DeskProblem } from "../../problems.ts";
import { acceptedType, readBody, readText } from "../../reading/read-body.ts";
import { readQuery } from "../../reading/read-query.ts";
import { savedAnswer } from "./article-answers.ts";
import { retractArticle, retractionRequestSchema } from "./retract-article.ts";

const MAX_BYTES = 10_000;

export const DELETE_ARTICLE: GuardedOperation = {
  kind: "api",
  id: "retractArticle",
  method: "DELETE",
  path: ARTICLE_PATH,
  access: ["write", "publish"],
  summary: "Retract an article, or discard a draft",
  description:
    "An article that readers may have seen is retracted with a reason, which readers are told. A draft is deleted.",
  tag: "Articles",
  parameters: ["slug", "reason", "ifMatch", "idempotencyKey", "csrfToken"],
  body: { isRequired: false, content: { "application/json": "Retraction" } },
  responses: {
    200: {
      description: "The current article; a draft as it was before it was deleted.",
      content: { "application/json": "SavedArticle" },
      headers: ["Idempotency-Replayed"],
    },
  },
  problems: [
    "bad-request",
    "invalid",
    "not-found",
    "precondition-failed",
    "unsupported-media-type",
    "busy",
    ...CHANGE_PROBLEMS,
  ],
  async handler(service, call) {
    const body = await readBody(call.request, MAX_BYTES);
    if (!body.ok) return body;
    const retraction = readRetraction(call, body.value);
    if (!retraction.ok) return retraction;
    const { reason } = retraction.value;
    const slug = call.parameters.slug ?? "";
    const answerTo = (saved: Saved) => jsonAnswer(savedAnswer(saved, [], call.origin));
    return idempotent(service, call, body.value, async (store) => {
      const saved = await retractArticle(service, call, { slug, reason }, (outcome) => store(answerTo(outcome)));
      return saved.ok ? ok(answerTo(saved.value)) : saved;
    });
  },
};

type Retraction = { readonly reason?: string | undefined };

/** The reason is in the body or, because some clients send no body with DELETE, in the query. */
function readRetraction(call: DeskCall, body: Uint8Array): Result<Retraction, DeskProblem> {
  const faults: Fault[] = [];
  const query = readQuery(call.url.searchParams, ["reason"], faults);
  if (faults.length > 0) return err(badRequest(...faults));
  if (body.length === 0) return parseRetraction(query, "parameter");
  const type = acceptedType(call.request, ["application/json"]);
  if (!type.ok) return type;
  const text = readText(body);
  if (!text.ok) return text;
  if (query.reason !== undefined)
    return err(badRequest({ parameter: "reason", expected: "the reason in one place: here or in the body" }));
  try {
    return parseRetraction(JSON.parse(text.value), "pointer");
  } catch {
    const expected = 'JSON such as {"reason": "It was not true."}';
    return err(badRequest({ pointer: "", found: quoted(text.value), expected }));
  }
}

function parseRetraction(value: unknown, place: "pointer" | "parameter"): Result<Retraction, DeskProblem> {
  const { success, data, error } = retractionRequestSchema.safeParse(value);
  if (success) return ok(data);
  const faults = error.issues.map(({ message, path }): Fault => {
    const name = path.join("/");
    const at = place === "pointer" ? { pointer: name === "" ? "" : `/${name}` } : { parameter: name };
    return { ...at, expected: message.replace(/^expected /, "") };
  });
  return err({ kind: "invalid", faults });
}
