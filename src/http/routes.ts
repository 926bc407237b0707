import type { Hono } from "hono";
import type { Document } from "../model/feed.ts";
import { EVERYTHING, PODCAST, SCOPE_FOLDERS, SCOPE_KINDS, type Scope } from "../model/scope.ts";
import { FEED_FORMAT_NAMES, FEED_FORMATS } from "../render/formats.ts";
import {
  ARCHIVES_PATH,
  ARTICLES_PREFIX,
  ASSETS_PREFIX,
  AUTHORS_PATH,
  articlePath,
  FAVICON_PATH,
  FEEDS_PATH,
  FRONT_PATH,
  HEALTH_PATH,
  MEDIA_PREFIX,
  NEGOTIATED_PATH,
  PODCAST_PATH,
  SEARCH_PATH,
  SECTIONS_PATH,
  TAGS_PATH,
} from "../site/addresses.ts";
import { answerArticle } from "./articles.ts";
import {
  answerFeed,
  answerFeedPage,
  answerFrontPage,
  answerNegotiated,
  type FeedTarget,
} from "./feeds/feed-handler.ts";
import { answerListing, LISTINGS } from "./listings.ts";
import { answerMedia } from "./media.ts";
import { answerProblem } from "./problems.ts";
import { logged } from "./request-log.ts";
import { answerSearch } from "./search.ts";
import type { HttpContext, HttpEnv, Service } from "./service.ts";
import { answerAsset, answerFavicon, answerHealth, answerPreflight } from "./small-handlers.ts";

type Handler = (service: Service, context: HttpContext) => Promise<Response>;
type ScopePattern = readonly [pattern: string, scope: (context: HttpContext) => Scope];
type Route = readonly [pattern: string, handler: Handler];

/** The scopes of feeds of articles, by the pattern that their paths start with. */
const SCOPES: readonly ScopePattern[] = [
  ["", () => EVERYTHING],
  ...SCOPE_KINDS.map(
    (kind) =>
      [
        `/${SCOPE_FOLDERS[kind]}/:scope`,
        (context: HttpContext): Scope => ({ kind, slug: parameter(context, "scope") }),
      ] as const,
  ),
];

/** The scopes of podcasts, by the pattern that their paths start with. */
const PODCASTS: readonly ScopePattern[] = [
  ["", () => PODCAST],
  [`/${SCOPE_FOLDERS.section}/:scope`, (context) => ({ kind: "podcast", section: parameter(context, "scope") })],
];

/** The documents of a feed, by the pattern that follows the pattern of its scope. */
const DOCUMENTS: readonly (readonly [pattern: string, document: (context: HttpContext) => Document])[] = [
  ["", () => ({ kind: "current" })],
  [
    "/archives/:number{[1-9][0-9]{0,8}}",
    (context) => ({ kind: "archive", number: Number(parameter(context, "number")) }),
  ],
];

/** The routes of every feed: of each scope, each of its documents and each form. */
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

function podcastRoutes(): Route[] {
  return PODCASTS.flatMap(([scopePattern, scope]) =>
    DOCUMENTS.map(
      ([documentPattern, document]): Route => [
        scopePattern + documentPattern + PODCAST_PATH,
        (service, context) =>
          answerFeed(service, context, { scope: scope(context), document: document(context) }, "podcast"),
      ],
    ),
  );
}

const INDEX_PATHS = [SECTIONS_PATH, TAGS_PATH, AUTHORS_PATH, ARCHIVES_PATH];

/** Every address of the public service. To add a route, add a line. */
const ROUTES: readonly Route[] = [
  ...feedRoutes(),
  ...podcastRoutes(),
  [`${ARTICLES_PREFIX}:slug`, (service, context) => answerArticle(service, context, parameter(context, "slug"))],
  [
    `${MEDIA_PREFIX}:hash/:name`,
    (service, context) => answerMedia(service, context, parameter(context, "hash"), parameter(context, "name")),
  ],
  ...Object.entries(LISTINGS).map(
    ([pattern, listing]): Route => [pattern, (service, context) => answerListing(service, context, pattern, listing)],
  ),
  [FAVICON_PATH, answerFavicon],
  [`${ASSETS_PREFIX}:name`, answerAsset],
  [SEARCH_PATH, answerSearch],
  [`${SEARCH_PATH}/`, movedTo(() => SEARCH_PATH)],
  ...INDEX_PATHS.map((path): Route => [path.slice(0, -1), movedTo(() => path)]),
  [HEALTH_PATH, answerHealth],
  [`${ARTICLES_PREFIX}:slug/`, movedTo((context) => articlePath(parameter(context, "slug")))],
  [`${NEGOTIATED_PATH}/`, movedTo(() => NEGOTIATED_PATH)],
  [`${FEEDS_PATH}/`, movedTo(() => FEEDS_PATH)],
];

/**
 * Registers one handler for each pattern, which hono calls directly. It answers HEAD like GET, without the body.
 */
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

/** A decoded part of the path. A part that is not UTF-8 stays as it is, and so matches nothing that is published. */
function parameter(context: HttpContext, name: string): string {
  return context.req.param(name) ?? "";
}
