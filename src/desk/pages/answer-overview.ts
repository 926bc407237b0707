import { ARTICLE_STATES } from "../../model/article-state.ts";
import { allows } from "../access/scopes.ts";
import { judgeSession } from "../access/sessions.ts";
import type { OpenCall } from "../desk-call.ts";
import type { DeskProblem } from "../desk-problem.ts";
import type { DeskService } from "../desk-service.ts";
import { listUploaded } from "../operations/media/stored-media.ts";
import { countByState } from "./count-by-state.ts";
import { renderOverviewPage } from "./overview-page.tsx";
import { sendPage } from "./send-page.ts";
import { renderSignInPage } from "./sign-in-page.tsx";

const ARTICLES = 30;
const CHANGES = 15;
const FILES = 10;

/** The desk at a glance, or the way in. A token that may not read shows files only. */
export async function answerOverview(service: DeskService, call: OpenCall): Promise<Response | DeskProblem> {
  const { request, url, now } = call;
  const { database, newsroom } = service;
  const publication = await service.siteFor(url.href).store.publication();
  const access = await judgeSession(request, url, database, now);
  if (!access) return sendPage(renderSignInPage(publication));
  const state = ARTICLE_STATES.find((each) => each === url.searchParams.get("state"));
  const media = await listUploaded(database, { most: FILES });
  const shared = { publication, access, state, media: media.slice(0, FILES) };
  if (!allows(access.scopes, ["read"]))
    return sendPage(renderOverviewPage({ ...shared, counts: new Map(), articles: [], audit: [] }));
  const [counts, articles, audit] = await Promise.all([
    countByState(database),
    newsroom.list({ ...(state && { state }), most: ARTICLES }),
    newsroom.audit({ most: CHANGES }),
  ]);
  return sendPage(renderOverviewPage({ ...shared, counts, articles: articles.items, audit: audit.items }));
}
