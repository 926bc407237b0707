import { Hono } from "hono";
import type { DeskService } from "../../src/desk/desk-service.ts";
import { mountDesk } from "../../src/desk/mount-desk.ts";
import { createOpenApi } from "../../src/desk/openapi/openapi-document.ts";
import { OPERATIONS } from "../../src/desk/operations.ts";
import { renderArticlePage } from "../../src/desk/pages/article.tsx";
import { renderHubPage } from "../../src/desk/pages/hub.tsx";
import { renderOverviewPage } from "../../src/desk/pages/overview.tsx";
import { renderReferencePage } from "../../src/desk/pages/reference.tsx";
import { sendPage } from "../../src/desk/pages/send-page.ts";
import { renderSignInPage } from "../../src/desk/pages/sign-in.tsx";
import { readConfig } from "../../src/http/config.ts";
import { RepresentationCache } from "../../src/http/representation/representation-cache.ts";
import type { HttpEnv } from "../../src/http/service.ts";
import type { Article } from "../../src/model/article.ts";
import type { ArticleState } from "../../src/model/article-state.ts";
import { dueAt } from "../../src/model/release.ts";
import { artifactOf } from "../fixtures/file-content.ts";
import { ORIGIN } from "../fixtures/full-article.ts";
import { NO_DELIVERIES } from "../fixtures/no-deliveries.ts";
import { writtenSites } from "../fixtures/written-content.ts";
import { type GalleryPublication, NOON } from "./publications.ts";

const MINUTE = 60_000;

const access = {
  tokenId: "0123456789",
  name: "city desk",
  scopes: ["publish", "media"],
  csrf: "0123456789abcdef",
} as const;

/**
 * The desk as it answers without a session. Pages that need a session are rendered from values by the functions below.
 */
export function openDesk({ publication }: GalleryPublication) {
  const config = readConfig({});
  const service: DeskService = {
    config,
    siteFor: writtenSites(artifactOf([], { publication }), config.division),
    mediaFiles: { open: async () => undefined },
    now: () => NOON,
    log: () => {},
    representations: new RepresentationCache(),
    newsroom: absent("newsroom"),
    pages: absent("pages"),
    db: absent("database"),
    bucket: absent("bucket"),
    sendToHub: async () => {},
    tokenLimit: { limit: async () => ({ success: true }) },
    anonymousLimit: { limit: async () => ({ success: true }) },
    randomBytes: (count) => new Uint8Array(count),
    pause: async () => {},
  };
  const app = new Hono<HttpEnv>();
  mountDesk(app, service);
  return async (path: string, init: RequestInit = {}) => app.fetch(new Request(ORIGIN + path, init));
}

/** Stands in for what no page without a session may use. */
function absent<Value extends object>(name: string): Value {
  return new Proxy({} as Value, {
    get: () => {
      throw new Error(`The gallery has no ${name}`);
    },
  });
}

export function refusedSignIn({ publication }: GalleryPublication): Response {
  return sendPage(renderSignInPage(publication, "The token has expired"), 401);
}

export function overview({ publication, full, draft, retracted, many }: GalleryPublication): Response {
  const inState = (article: Article, state: ArticleState, index: number) => ({
    id: article.id,
    slug: article.slug,
    title: article.title,
    state,
    revision: index + 1,
    hash: "0a",
    saved: NOON - index * 17 * MINUTE,
    updated: article.updated,
    due: state === "scheduled" ? NOON + 600 * MINUTE : dueAt(article),
  });
  const articles = [
    inState(draft, "draft", 0),
    inState(retracted, "retracted", 1),
    ...many.slice(6, 14).map((article, index) => inState(article, index === 0 ? "scheduled" : "published", index + 2)),
  ];
  const actions = ["created", "changed", "retracted", "published"];
  return sendPage(
    renderOverviewPage({
      publication,
      access,
      state: undefined,
      counts: new Map<ArticleState, string>([
        ["draft", "3"],
        ["scheduled", "12"],
        ["published", "1000+"],
        ["retracted", "1"],
        ["unpublished", "0"],
      ]),
      articles,
      audit: articles.map(({ id, slug, saved }, index) => ({
        number: index + 1,
        at: saved,
        actor: index % 3 === 0 ? access.name : "clock",
        action: actions[index % actions.length] ?? "",
        id,
        slug,
      })),
      media: [full.image?.file, ...full.attachments.map(({ file }) => file)].flatMap((file, index) =>
        file ? [{ path: file.url.replace(`${ORIGIN}/media/`, ""), file, uploaded: NOON - index * MINUTE }] : [],
      ),
    }),
  );
}

export function emptyOverview({ publication }: GalleryPublication): Response {
  const nothing = { counts: new Map<ArticleState, string>(), articles: [], audit: [], media: [] };
  return sendPage(renderOverviewPage({ publication, access, state: "draft", ...nothing }));
}

/** @param fault the error in the form to retract that was sent before */
export function articleAtDesk(
  { publication }: GalleryPublication,
  article: Article,
  state: ArticleState,
  fault?: string,
): Response {
  const stored = { article, state, revision: 3, hash: "0a", saved: NOON };
  return sendPage(renderArticlePage({ publication, access, stored, fault }), fault === undefined ? 200 : 422);
}

export function busyHub({ publication }: GalleryPublication): Response {
  const fanOut = { pages: 40, pagesLeft: 0, delivered: 9_871, failed: 12 };
  const topics = ["/rss.xml", "/sections/harbour/atom.xml", "/tags/ferries/feed.json"].map((path) => ORIGIN + path);
  const [everything = "", section = "", tag = ""] = topics;
  const figures = {
    topics: topics.length,
    subscribers: 10_204,
    outbox: { entries: 2, oldest: NOON - 4_000 },
    fanOuts: [
      { ...fanOut, number: 19, topic: everything, pagesLeft: 11, created: NOON - MINUTE, finished: null },
      { ...fanOut, number: 18, topic: section, created: NOON - 50 * MINUTE, finished: NOON - 48 * MINUTE },
      { ...fanOut, number: 17, topic: tag, created: NOON - 300 * MINUTE, finished: NOON - 299 * MINUTE },
    ],
    waiting: [
      { attempts: 1, deliveries: 12, due: NOON + MINUTE },
      { attempts: 5, deliveries: 1, due: NOON + 240 * MINUTE },
    ],
    dead: 2,
    deadLetters: ["answered 503", "the connection timed out"].map((fault, index) => ({
      topic: everything,
      slot: index + 4,
      host: `reader${index + 1}.example.org`,
      fanOut: 11,
      attempts: 9,
      fault,
      since: NOON - 2_000 * MINUTE,
      dead: NOON - 90 * MINUTE,
    })),
  };
  return sendPage(renderHubPage({ publication, access, figures, now: NOON, refresh: 10 }));
}

export function quietHub({ publication }: GalleryPublication): Response {
  return sendPage(renderHubPage({ publication, access, figures: NO_DELIVERIES, now: NOON, refresh: 10 }));
}

export function reference({ publication }: GalleryPublication): Response {
  return sendPage(renderReferencePage(createOpenApi(OPERATIONS, ORIGIN), publication));
}
