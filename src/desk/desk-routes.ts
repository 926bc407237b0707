import { guarded } from "./access/guarded.ts";
import type { Handler } from "./desk-call.ts";
import { answerOpenApi } from "./openapi/answer-openapi.ts";
import { deleteArticle } from "./operations/articles/delete-article.ts";
import { getArticle } from "./operations/articles/get-article.ts";
import { listArticles, listAudit } from "./operations/articles/list-articles.ts";
import { putArticle } from "./operations/articles/put-article.ts";
import { getDeliveries, replayDeliveries } from "./operations/hub/deliveries.ts";
import { listSubscriptions } from "./operations/hub/list-subscriptions.ts";
import { getMedia, listMedia } from "./operations/media/get-media.ts";
import { postMedia } from "./operations/media/post-media.ts";
import { answerDeskStyle } from "./pages/answer-desk-style.ts";
import { answerHubPage } from "./pages/answer-hub-page.ts";
import { answerOverview } from "./pages/answer-overview.ts";
import { answerReference } from "./pages/answer-reference.ts";
import { endSessionOfPage, startSession } from "./pages/answer-session.ts";
import { answerView, retractFromView } from "./pages/answer-view.ts";
import * as paths from "./paths.ts";

export type DeskMethod = "GET" | "PUT" | "POST" | "DELETE";

export type DeskRoute = {
  /** With its parts as OpenAPI writes them: `{slug}`. */
  readonly path: string;
  readonly methods: Readonly<Partial<Record<DeskMethod, Handler>>>;
  /** `api`: described by the OpenAPI document. `page`: for a person. */
  readonly kind: "api" | "page";
};

/** Every address of the desk, and who may use it. HEAD and OPTIONS follow. */
export const DESK_ROUTES: readonly DeskRoute[] = [
  { path: paths.ARTICLES_PATH, kind: "api", methods: { GET: guarded(["read"], listArticles) } },
  {
    path: paths.ARTICLE_PATH,
    kind: "api",
    methods: {
      GET: guarded(["read"], getArticle),
      PUT: guarded(["write"], putArticle),
      DELETE: guarded(["write"], deleteArticle),
    },
  },
  { path: paths.AUDIT_PATH, kind: "api", methods: { GET: guarded(["read"], listAudit) } },
  {
    path: paths.MEDIA_PATH,
    kind: "api",
    methods: { GET: guarded(["read", "media"], listMedia), POST: guarded(["media"], postMedia) },
  },
  { path: paths.MEDIA_FILE_PATH, kind: "api", methods: { GET: guarded(["read", "media"], getMedia) } },
  { path: paths.SUBSCRIPTIONS_PATH, kind: "api", methods: { GET: guarded(["read"], listSubscriptions) } },
  { path: paths.DELIVERIES_PATH, kind: "api", methods: { GET: guarded(["read"], getDeliveries) } },
  { path: paths.REPLAY_PATH, kind: "api", methods: { POST: guarded(["publish"], replayDeliveries) } },
  { path: paths.OPENAPI_PATH, kind: "api", methods: { GET: answerOpenApi } },
  { path: paths.REFERENCE_PATH, kind: "page", methods: { GET: answerReference } },
  { path: paths.STYLE_PATH, kind: "page", methods: { GET: answerDeskStyle } },
  { path: paths.DESK_PATH, kind: "page", methods: { GET: answerOverview } },
  { path: paths.HUB_PAGE_PATH, kind: "page", methods: { GET: answerHubPage } },
  { path: paths.SESSION_PATH, kind: "page", methods: { POST: startSession } },
  { path: paths.SESSION_END_PATH, kind: "page", methods: { POST: endSessionOfPage } },
  { path: paths.VIEW_PATH, kind: "page", methods: { GET: answerView } },
  { path: paths.RETRACT_PATH, kind: "page", methods: { POST: retractFromView } },
];
