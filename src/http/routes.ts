import type { Hono } from "hono";
import {
  ARTICLES_PREFIX,
  ATOM_PATH,
  articlePath,
  FRONT_PATH,
  HEALTH_PATH,
  JSON_FEED_PATH,
  MEDIA_PREFIX,
  NEGOTIATED_PATH,
  RSS_PATH,
} from "../model/addresses.ts";
import type { Selection } from "../model/feed.ts";
import { STYLESHEET_PATH } from "../render/html/style.ts";
import { answerProblem } from "./answer-problem.ts";
import { answerArticle } from "./article-handler.ts";
import { answerFeed, answerFeedPage, answerNegotiated } from "./feed-handler.ts";
import { answerHealth } from "./health-handler.ts";
import { answerMedia } from "./media-handler.ts";
import { answerPreflight } from "./preflight.ts";
import { FEED_FORM_NAMES, FEED_FORMS } from "./representations.ts";
import type { HttpContext, HttpEnv, Service } from "./service.ts";
import { answerStylesheet } from "./stylesheet-handler.ts";

type Handler = (service: Service, context: HttpContext) => Promise<Response>;

const EVERYTHING: Selection = { kind: "everything" };

/** Every address the service answers at. To add a route, add a line. */
const ROUTES: readonly (readonly [pattern: string, handler: Handler])[] = [
  [FRONT_PATH, (service, context) => answerFeedPage(service, context, EVERYTHING)],
  [NEGOTIATED_PATH, (service, context) => answerNegotiated(service, context, EVERYTHING)],
  ...FEED_FORM_NAMES.map((form): [string, Handler] => [
    FEED_FORMS[form].path,
    (service, context) => answerFeed(service, context, EVERYTHING, form),
  ]),
  [`${ARTICLES_PREFIX}:slug`, (service, context) => answerArticle(service, context, parameter(context, "slug"))],
  [
    `${MEDIA_PREFIX}:hash/:name`,
    (service, context) => answerMedia(service, context, parameter(context, "hash"), parameter(context, "name")),
  ],
  [STYLESHEET_PATH, answerStylesheet],
  [HEALTH_PATH, answerHealth],
  [`${ARTICLES_PREFIX}:slug/`, movedTo((context) => articlePath(parameter(context, "slug")))],
  // Where people and readers that find no link look for a feed.
  [`${NEGOTIATED_PATH}/`, movedTo(() => NEGOTIATED_PATH)],
  ["/rss", movedTo(() => RSS_PATH)],
  ["/feed.xml", movedTo(() => RSS_PATH)],
  ["/index.xml", movedTo(() => RSS_PATH)],
  ["/atom", movedTo(() => ATOM_PATH)],
  ["/index.json", movedTo(() => JSON_FEED_PATH)],
];

/** Hono answers HEAD with what GET gives, less its body. */
export function mountRoutes(app: Hono<HttpEnv>, service: Service): void {
  for (const [pattern, handler] of ROUTES) {
    app.get(pattern, (context) => handler(service, context));
    app.options(pattern, answerPreflight);
    app.all(pattern, (context) => answerProblem(service, context, { kind: "method-not-allowed" }));
  }
}

function movedTo(path: (context: HttpContext) => string): Handler {
  return async (service, context) => {
    const { origin } = service.shelfFor(context.req.raw.url);
    return answerProblem(service, context, { kind: "moved", location: origin + path(context) });
  };
}

/** A part of the path, decoded; one that is no UTF-8 stays as it is written, and names nothing. */
function parameter(context: HttpContext, name: string): string {
  return context.req.param(name) ?? "";
}
