import { withPublicOrigin } from "../../site/public-origin.ts";
import type { StoredArticle } from "../../store/newsroom.ts";
import type { Access } from "../access/access.ts";
import { isMeant } from "../access/own-page.ts";
import { allows } from "../access/scopes.ts";
import { judgeSession } from "../access/sessions.ts";
import { describeProblem, PROBLEM_KINDS } from "../describe-problem.ts";
import { isProblem, type OpenCall } from "../desk-call.ts";
import type { DeskProblem } from "../desk-problem.ts";
import type { DeskService } from "../desk-service.ts";
import { reasonSchema } from "../operations/articles/delete-article.ts";
import { retractArticle } from "../operations/articles/retract-article.ts";
import { unknownArticle } from "../operations/articles/save-error.ts";
import { DESK_PATH, pathOf, VIEW_PATH } from "../paths.ts";
import { readForm } from "../reading/read-form.ts";
import { leadTo, sendPage } from "./send-page.ts";
import { renderViewPage } from "./view-page.tsx";

export async function answerView(service: DeskService, call: OpenCall): Promise<Response | DeskProblem> {
  const access = await judgeSession(call.request, call.url, service.database, call.now);
  if (!access) return leadTo(DESK_PATH);
  if (!allows(access.scopes, ["read"]))
    return { problem: true, kind: "insufficient-scope", scope: "read", what: "Seeing articles" };
  const kept = await service.newsroom.read(call.parameters.slug ?? "");
  return kept ? sendPage(await viewPage(service, call, access, kept)) : unknownArticle();
}

/** The form on the page of an article. */
export async function retractFromView(service: DeskService, call: OpenCall): Promise<Response | DeskProblem> {
  const { request, url, parameters, now } = call;
  const slug = parameters.slug ?? "";
  const access = await judgeSession(request, url, service.database, now);
  if (!access) return leadTo(DESK_PATH);
  const form = await readForm(request);
  if (isProblem(form)) return form;
  if (!isMeant(request, url, access, form.get("csrf"))) return { problem: true, kind: "forged" };
  if (!allows(access.scopes, ["write"]))
    return { problem: true, kind: "insufficient-scope", scope: "write", what: "Discarding a draft" };
  const { data: reason } = reasonSchema.safeParse(form.get("reason"));
  const outcome = await retractArticle(service, { ...call, access }, { slug, reason }, () => []);
  if (!isProblem(outcome)) return leadTo(outcome.kind === "discarded" ? DESK_PATH : pathOf(VIEW_PATH, { slug }));
  const kept = outcome.kind === "invalid" ? await service.newsroom.read(slug) : undefined;
  if (!kept || outcome.kind !== "invalid") return outcome;
  const fault = outcome.faults.map(({ expected }) => `Expected ${expected}.`).join(" ");
  const [status] = PROBLEM_KINDS.invalid;
  return sendPage(await viewPage(service, call, access, kept, fault || describeProblem(outcome).detail), status);
}

async function viewPage(service: DeskService, call: OpenCall, access: Access, kept: StoredArticle, fault?: string) {
  const publication = await service.siteFor(call.url.href).store.publication();
  return renderViewPage({
    publication,
    access,
    kept: { ...kept, article: withPublicOrigin(kept.article, call.origin) },
    fault,
  });
}
