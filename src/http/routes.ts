import type { Hono } from "hono";
import type { Document } from "../model/feed.ts";
import { EVERYTHING, SCOPE_FOLDERS, type Scope, type ScopeKind } from "../model/scope.ts";
import { FEED_FORMAT_NAMES, FEED_FORMATS } from "../render/formats.ts";
import { STYLESHEET_PATH } from "../render/html/style/style.ts";
import {
  ARTICLES_PREFIX,
  articlePath,
  FAVICON_PATH,
  FEEDS_PATH,
  FRONT_PATH,
  HEALTH_PATH,
  MEDIA_PREFIX,
  NEGOTIATED_PATH,
} from "../site/addresses.ts";
import { FEED_ALIASES } from "../site/own-paths.ts";
import { answerArticle } from "./article-handler.ts";
import { answerFavicon } from "./favicon-handler.ts";
import { answerFeed, answerFeedPage, answerNegotiated, type FeedTarget } from "./feed-handler.ts";
import { answerFrontPage } from "./front-page-handler.ts";
import { answerHealth } from "./health-handler.ts";
import { answerListing } from "./listing-handler.ts";
import { LISTINGS } from "./listings.ts";
import { answerMedia } from "./media-handler.ts";
import { answerPreflight } from "./preflight.ts";
import { answerProblem } from "./problems.ts";
import { logged } from "./request-log.ts";
import type { HttpContext, HttpEnv, Service } from "./service.ts";
import { answerStylesheet } from "./stylesheet-handler.ts";

type Handler = (service: Service, context: HttpContext) => Promise<Response>;
type Route = readonly [pattern: string, handler: Handler];

/** What feeds can be about, by the pattern before their paths. */
const SCOPES: readonly (readonly [pattern: string, scope: (context: HttpContext) => Scope])[] = [
  ["", () => EVERYTHING],
  ...Object.entries(SCOPE_FOLDERS).map(([kind, folder]) => {
    const scopeKind = kind as ScopeKind;
    return [
      `/${folder}/:scope`,
      (context: HttpContext): Scope => ({ kind: scopeKind, slug: parameter(context, "scope") }),
    ] as const;
  }),
];

/** The documents of a feed, by the pattern behind its scope's. */
const DOCUMENTS: readonly (readonly [pattern: string, document: (context: HttpContext) => Document])[] = [
  ["", () => ({ kind: "current" })],
  [
    "/archives/:number{[1-9][0-9]{0,8}}",
    (context) => ({ kind: "archive", number: Number(parameter(context, "number")) }),
  ],
];

/** One code path for every feed there is: each scope, each of its documents, each form. */
function feedRoutes(): Route[] {
  return SCOPES.flatMap(([scopePattern, scope]) =>
    DOCUMENTS.flatMap(([documentPattern, document]): Route[] => {
      const prefix = scopePattern + documentPattern;
      const answerPage = prefix === "" ? answerFrontPage : answerFeedPage;
      const target = (context: HttpContext): FeedTarget => ({ scope: scope(context), document: document(context) });
      return [
        [prefix + FRONT_PATH, (service, context) => answerPage(service, context, target(context))],
        [prefix + NEGOTIATED_PATH, (service, context) => answerNegotiated(service, context, target(context))],
        ...FEED_FORMAT_NAMES.map(
          (form): Route => [
            prefix + FEED_FORMATS[form].path,
            (service, context) => answerFeed(service, context, target(context), form),
          ],
        ),
        ...(prefix === "" ? [] : [[prefix, movedTo((context) => `${context.req.path}/`)] as const]),
      ];
    }),
  );
}

/** Every address the service answers at. To add a route, add a line. */
const ROUTES: readonly Route[] = [
  ...feedRoutes(),
  [`${ARTICLES_PREFIX}:slug`, (service, context) => answerArticle(service, context, parameter(context, "slug"))],
  [
    `${MEDIA_PREFIX}:hash/:name`,
    (service, context) => answerMedia(service, context, parameter(context, "hash"), parameter(context, "name")),
  ],
  ...Object.entries(LISTINGS).map(
    ([pattern, listing]): Route => [pattern, (service, context) => answerListing(service, context, pattern, listing)],
  ),
  [FAVICON_PATH, answerFavicon],
  [STYLESHEET_PATH, answerStylesheet],
  [HEALTH_PATH, answerHealth],
  [`${ARTICLES_PREFIX}:slug/`, movedTo((context) => articlePath(parameter(context, "slug")))],
  [`${NEGOTIATED_PATH}/`, movedTo(() => NEGOTIATED_PATH)],
  [`${FEEDS_PATH}/`, movedTo(() => FEEDS_PATH)],
  ...Object.entries(FEED_ALIASES).map(([alias, path]): Route => [alias, movedTo(() => path)]),
];

/** One handler a pattern: hono calls a single one directly. It answers HEAD with what GET gives, less its body. */
export function mountRoutes(app: Hono<HttpEnv>, service: Service): void {
  for (const [pattern, handler] of ROUTES) {
    app.all(
      pattern,
      logged(service, async (context) => {
        const { method } = context.req.raw;
        if (method === "GET" || method === "HEAD") return handler(service, context);
        if (method === "OPTIONS") return answerPreflight();
        return answerProblem(service, context, { kind: "method-not-allowed" });
      }),
    );
  }
}

function movedTo(path: (context: HttpContext) => string): Handler {
  return async (service, context) => {
    const { origin } = service.siteFor(context.req.raw.url);
    return answerProblem(service, context, { kind: "moved", location: origin + path(context) });
  };
}

/** A part of the path, decoded; one that is no UTF-8 stays as it is written, and names nothing. */
function parameter(context: HttpContext, name: string): string {
  return context.req.param(name) ?? "";
}
