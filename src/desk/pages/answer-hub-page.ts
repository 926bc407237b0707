import { readDeliveries } from "../../hub/deliver/read-deliveries.ts";
import { allows } from "../access/scopes.ts";
import { judgeSession } from "../access/sessions.ts";
import type { OpenCall } from "../desk-call.ts";
import type { DeskProblem } from "../desk-problem.ts";
import type { DeskService } from "../desk-service.ts";
import { DESK_PATH } from "../paths.ts";
import { renderHubPage } from "./hub-page.tsx";
import { leadTo, sendPage } from "./send-page.ts";

/** Seconds after which the browser loads the page again, by itself and without a script. */
const REFRESH = 10;

export async function answerHubPage(service: DeskService, call: OpenCall): Promise<Response | DeskProblem> {
  const { request, url, now, origin } = call;
  const access = await judgeSession(request, url, service.database, now);
  if (!access) return leadTo(DESK_PATH);
  if (!allows(access.scopes, ["read"]))
    return { problem: true, kind: "insufficient-scope", scope: "read", what: "Seeing deliveries" };
  const publication = await service.siteFor(url.href).store.publication();
  const figures = await readDeliveries(service.database, origin, now);
  const page = renderHubPage({ publication, access, figures, now, refresh: REFRESH });
  return sendPage(page, 200, [["Refresh", String(REFRESH)]]);
}
