import * as z from "zod";
import { quoted } from "../../../compile/content-fault.ts";
import { line } from "../../../model/schema.ts";
import type { Saved } from "../../../store/newsroom.ts";
import { jsonAnswer } from "../../answer.ts";
import { type DeskCall, isProblem } from "../../desk-call.ts";
import { badRequest, type DeskProblem, type Fault } from "../../desk-problem.ts";
import type { DeskService } from "../../desk-service.ts";
import { idempotent } from "../../idempotency/idempotent.ts";
import { acceptedType } from "../../reading/media-type.ts";
import { readBody, readText } from "../../reading/read-body.ts";
import { readQuery } from "../../reading/read-query.ts";
import { savedAnswer } from "./article-answers.ts";
import { retractArticle } from "./retract-article.ts";

const MAX_BYTES = 10_000;
const MAX_REASON = 1_000;

export const reasonSchema = line.pipe(z.string().max(MAX_REASON, `expected at most ${MAX_REASON} characters`));
export const retractionRequestSchema = z.strictObject({ reason: reasonSchema.optional() });

/** The reason stands in the body or, since some clients send none with DELETE, in the query. */
export async function deleteArticle(service: DeskService, call: DeskCall): Promise<Response | DeskProblem> {
  const body = await readBody(call.request, MAX_BYTES);
  if (isProblem(body)) return body;
  const reason = readReason(call, body);
  if (isProblem(reason)) return reason;
  const slug = call.parameters.slug ?? "";
  const answerTo = (saved: Saved) => jsonAnswer(savedAnswer(saved, [], call.origin));
  return idempotent(service, call, body, async (keep) => {
    const saved = await retractArticle(service, call, { slug, ...reason }, (outcome) => keep(answerTo(outcome)));
    return isProblem(saved) ? saved : answerTo(saved);
  });
}

function readReason(call: DeskCall, body: Uint8Array): { readonly reason: string | undefined } | DeskProblem {
  const { values, faults } = readQuery(call.url.searchParams, ["reason"]);
  if (faults.length > 0) return { problem: true, kind: "bad-request", faults };
  if (body.length === 0) return judgeReason(values, "parameter");
  const type = acceptedType(call.request, ["application/json"]);
  if (typeof type !== "string") return type;
  const text = readText(body);
  if (typeof text !== "string") return text;
  if (values.reason !== undefined)
    return badRequest({ parameter: "reason", expected: "the reason in one place: here or in the body" });
  try {
    return judgeReason(JSON.parse(text), "pointer");
  } catch {
    return badRequest({ pointer: "", found: quoted(text), expected: 'JSON such as {"reason": "It was not true."}' });
  }
}

function judgeReason(
  value: unknown,
  place: "pointer" | "parameter",
): { readonly reason: string | undefined } | DeskProblem {
  const { success, data, error } = retractionRequestSchema.safeParse(value);
  if (success) return { reason: data.reason };
  const faults = error.issues.map(({ message, path }): Fault => {
    const name = path.join("/");
    const at = place === "pointer" ? { pointer: name === "" ? "" : `/${name}` } : { parameter: name };
    return { ...at, expected: message.replace(/^expected /, "") };
  });
  return { problem: true, kind: "invalid", faults };
}
