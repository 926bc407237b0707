import type { Publication } from "../../model/publication.ts";
import { err, ok } from "../../syntax/result.ts";
import { authenticateToken } from "../access/authenticate.ts";
import { comesFromOwnPage, passesCsrfCheck } from "../access/own-page.ts";
import { beginSession, endSession, findSession } from "../access/sessions.ts";
import { FORM_PROBLEMS, type OpenOperation } from "../operation.ts";
import { DESK_PATH, SESSION_END_PATH, SESSION_PATH } from "../paths.ts";
import { describeProblem } from "../problems.ts";
import { readForm } from "../reading/read-body.ts";
import { renderDeskPage } from "./desk-page.tsx";
import { leadTo, sendPage } from "./send-page.ts";

/**
 * Only a page of this origin may sign a browser in. Another site could otherwise sign somebody in under a token of its
 * own.
 */
export const SIGN_IN: OpenOperation = {
  kind: "page",
  id: "signIn",
  method: "POST",
  path: SESSION_PATH,
  access: "open",
  summary: "Sign a browser in",
  tag: "Pages",
  body: { isRequired: true, content: { "application/x-www-form-urlencoded": { fields: ["token"] } } },
  responses: {
    303: { description: "To the desk.", headers: ["Location", "Set-Cookie"] },
    401: { description: "The form, with the error.", content: { "text/html": "text" } },
  },
  problems: [...FORM_PROBLEMS, "too-many-requests"],
  async handler(service, { request, url, origin, now }) {
    if (!comesFromOwnPage(request, url)) return err({ kind: "forged" });
    const fields = await readForm(request);
    if (!fields.ok) return fields;
    const access = await authenticateToken(service, request, `Bearer ${fields.value.get("token")?.trim()}`, now);
    if (access.ok)
      return ok(leadTo(DESK_PATH, [["Set-Cookie", await beginSession(access.value, url, { ...service, now })]]));
    if (access.error.kind !== "unauthenticated") return access;
    const publication = await service.siteFor(url.href).store.publication();
    const { status, detail, headers } = describeProblem(access.error, origin);
    return ok(sendPage(renderSignInPage(publication, detail), status, headers));
  },
};

export const SIGN_OUT: OpenOperation = {
  kind: "page",
  id: "signOut",
  method: "POST",
  path: SESSION_END_PATH,
  access: "session",
  summary: "Sign a browser out",
  tag: "Pages",
  body: { isRequired: true, content: { "application/x-www-form-urlencoded": { fields: ["csrf"] } } },
  responses: { 303: { description: "To the desk.", headers: ["Location", "Set-Cookie"] } },
  problems: FORM_PROBLEMS,
  async handler({ db }, { request, url, now }) {
    const access = await findSession(request, url, db, now);
    const fields = await readForm(request);
    if (!fields.ok) return fields;
    if (access && !passesCsrfCheck(request, url, access, fields.value.get("csrf"))) return err({ kind: "forged" });
    return ok(leadTo(DESK_PATH, [["Set-Cookie", await endSession(request, url, db)]]));
  },
};

/** @param fault why the token that was sent before was refused, without a full stop */
export function renderSignInPage(publication: Publication, fault?: string): string {
  return renderDeskPage({
    title: "Sign in at the desk",
    publication,
    children: (
      <>
        <h1>Sign in at the desk</h1>
        {fault && (
          <p class="fault" role="alert" id="fault">
            {fault}.
          </p>
        )}
        <form class="fields" method="post" action={SESSION_PATH}>
          <label for="token">Access token</label>
          <input
            id="token"
            name="token"
            type="password"
            autocomplete="current-password"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby={fault ? "fault how" : "how"}
          />
          <p id="how">
            It begins with <code>dateline_</code>. The operator of the service makes one with{" "}
            <code>npm run token -- make NAME</code>. The browser stays signed in for twelve hours.
          </p>
          <button type="submit">Sign in</button>
        </form>
      </>
    ),
  });
}
