import { authenticateToken } from "../access/authenticate.ts";
import { comesFromOwnPage, isMeant } from "../access/own-page.ts";
import { beginSession, endSession, judgeSession } from "../access/sessions.ts";
import { describeProblem } from "../describe-problem.ts";
import { isProblem, type OpenCall } from "../desk-call.ts";
import type { DeskProblem } from "../desk-problem.ts";
import type { DeskService } from "../desk-service.ts";
import { DESK_PATH } from "../paths.ts";
import { readForm } from "../reading/read-form.ts";
import { leadTo, sendPage } from "./send-page.ts";
import { renderSignInPage } from "./sign-in-page.tsx";

const FORGED = { problem: true, kind: "forged" } as const satisfies DeskProblem;

/** Signs a browser in. A page of another origin may not, or it could sign someone in as somebody else. */
export async function startSession(service: DeskService, call: OpenCall): Promise<Response | DeskProblem> {
  const { request, url, now } = call;
  if (!comesFromOwnPage(request, url)) return FORGED;
  const form = await readForm(request);
  if (isProblem(form)) return form;
  const access = await authenticateToken(service, request, `Bearer ${form.get("token")?.trim()}`, now);
  if (!isProblem(access))
    return leadTo(DESK_PATH, [["Set-Cookie", await beginSession(access, url, { ...service, now })]]);
  if (access.kind !== "unauthenticated") return access;
  const publication = await service.siteFor(url.href).store.publication();
  return sendPage(renderSignInPage(publication, describeProblem(access).detail), 401, describeProblem(access).headers);
}

export async function endSessionOfPage(service: DeskService, call: OpenCall): Promise<Response | DeskProblem> {
  const { request, url, now } = call;
  const access = await judgeSession(request, url, service.database, now);
  const form = await readForm(request);
  if (isProblem(form)) return form;
  if (access && !isMeant(request, url, access, form.get("csrf"))) return FORGED;
  return leadTo(DESK_PATH, [["Set-Cookie", await endSession(request, url, service.database)]]);
}
