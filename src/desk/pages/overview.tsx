import * as z from "zod";
import { ARTICLE_STATES, type ArticleState } from "../../model/article-state.ts";
import type { Publication } from "../../model/publication.ts";
import { isTagUri } from "../../model/tag-uri.ts";
import { formatMediaType, formatSize } from "../../render/html/parts/format-file.ts";
import { articlePath } from "../../site/addresses.ts";
import type { AuditRecord, StoredArticleSummary } from "../../store/newsroom.ts";
import { ok } from "../../syntax/result.ts";
import type { Access } from "../access/access.ts";
import { allows } from "../access/scopes.ts";
import { findSession } from "../access/sessions.ts";
import type { OpenOperation } from "../operation.ts";
import { listUploaded, type UploadedMedia } from "../operations/media/stored-media.ts";
import { DESK_PATH, HUB_PAGE_PATH, MEDIA_FILE_PATH, OVERVIEW_PATH, pathOf, VIEW_PATH } from "../paths.ts";
import { DESK_LANGUAGE, DeskTime, deskNumber, renderDeskPage } from "./desk-page.tsx";
import { sendPage } from "./send-page.ts";
import { renderSignInPage } from "./sign-in.tsx";

/** How many items each list of the page shows. */
const MAX_ARTICLES = 30;
const MAX_CHANGES = 15;
const MAX_FILES = 10;

/** Counting reads each row, so a larger count is shown as `1,000+`. */
const MAX_COUNTED = 1_000;

/** A token without the scope `read` sees files only. */
export const OVERVIEW: OpenOperation = {
  kind: "page",
  id: "showDesk",
  method: "GET",
  path: OVERVIEW_PATH,
  access: "open",
  summary: "The overview of the desk, or the form to sign in",
  tag: "Pages",
  parameters: ["state"],
  responses: { 200: { description: "The page.", content: { "text/html": "text" } } },
  problems: [],
  async handler(service, { request, url, now }) {
    const { db, newsroom } = service;
    const publication = await service.siteFor(url.href).store.publication();
    const access = await findSession(request, url, db, now);
    if (!access) return ok(sendPage(renderSignInPage(publication)));
    const state = ARTICLE_STATES.find((each) => each === url.searchParams.get("state"));
    const shared = { publication, access, state, media: await listUploaded(db, { max: MAX_FILES }) };
    if (!allows(access.scopes, ["read"]))
      return ok(sendPage(renderOverviewPage({ ...shared, counts: new Map(), articles: [], audit: [] })));
    const [counts, articles, audit] = await Promise.all([
      countByState(db),
      newsroom.list({ ...(state && { state }), most: MAX_ARTICLES }),
      newsroom.audit({ most: MAX_CHANGES }),
    ]);
    return ok(sendPage(renderOverviewPage({ ...shared, counts, articles: articles.items, audit: audit.items })));
  },
};

const countSchema = z.object({ articles: z.number() });

async function countByState(db: D1Database): Promise<ReadonlyMap<ArticleState, string>> {
  const statement = db.prepare("SELECT count(*) AS articles FROM (SELECT 1 FROM articles WHERE state = ? LIMIT ?)");
  const results = await db.batch(ARTICLE_STATES.map((state) => statement.bind(state, MAX_COUNTED + 1)));
  return new Map(
    ARTICLE_STATES.map((state, index) => {
      const { articles } = countSchema.parse(results[index]?.results[0]);
      return [state, articles > MAX_COUNTED ? `${deskNumber(MAX_COUNTED)}+` : deskNumber(articles)];
    }),
  );
}

type Overview = {
  readonly publication: Publication;
  readonly access: Access;
  readonly state: ArticleState | undefined;
  readonly counts: ReadonlyMap<ArticleState, string>;
  readonly articles: readonly StoredArticleSummary[];
  readonly audit: readonly AuditRecord[];
  readonly media: readonly UploadedMedia[];
};

/** The latest articles, changes and files. */
export function renderOverviewPage({ publication, access, ...rest }: Overview): string {
  const { articles, audit, counts, media, state } = rest;
  return renderDeskPage({
    title: "The desk",
    publication,
    access,
    children: (
      <>
        <h1>The desk</h1>
        <p>
          <a href={HUB_PAGE_PATH}>The hub: subscribers and deliveries</a>
        </p>
        <Counts counts={counts} state={state} />
        <section aria-labelledby="articles">
          <h2 id="articles">{state ? `Latest articles: ${state}` : "Latest articles"}</h2>
          {articles.length === 0 ? <p>None.</p> : <Articles articles={articles} />}
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes">Latest changes</h2>
          {audit.length === 0 ? <p>None.</p> : <Changes audit={audit} />}
        </section>
        <section aria-labelledby="media">
          <h2 id="media">Latest files</h2>
          {media.length === 0 ? <p>None.</p> : <Files media={media} />}
        </section>
      </>
    ),
  });
}

function Counts({ counts, state }: Pick<Overview, "counts" | "state">) {
  return (
    <nav aria-label="Articles by state">
      <ul class="counts">
        <li>
          <a href={DESK_PATH} aria-current={state === undefined ? "true" : undefined}>
            all
          </a>
        </li>
        {[...counts].map(([each, count]) => (
          <li>
            <a href={`${DESK_PATH}?state=${each}`} aria-current={state === each ? "true" : undefined}>
              {each}
            </a>{" "}
            {count}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Articles({ articles }: Pick<Overview, "articles">) {
  return (
    <ul class="items">
      {articles.map(({ due, saved, slug, state, title }) => (
        <li>
          <p>
            <a href={pathOf(VIEW_PATH, { slug })}>
              <bdi>{title}</bdi>
            </a>
          </p>
          <p class="about">
            <strong>{state}</strong>{" "}
            <span>
              saved <DeskTime instant={saved} />
            </span>{" "}
            <Due due={due} state={state} />{" "}
            {state === "published" && (
              <a href={articlePath(slug)} aria-label={`${title}: readers' page`}>
                readers' page
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** When readers see the article first. Of a draft or a withdrawn article nothing is due. */
function Due({ due, state }: Pick<StoredArticleSummary, "due" | "state">) {
  if (state !== "scheduled" && state !== "published") return null;
  return (
    <span>
      {state === "scheduled" ? "due" : "published"} <DeskTime instant={due} />
    </span>
  );
}

function Changes({ audit }: Pick<Overview, "audit">) {
  return (
    <ul>
      {audit.map(({ action, actor, at, id, slug }) => (
        <li>
          <DeskTime instant={at} />: <bdi>{actor}</bdi>, {action},{" "}
          {isTagUri(id) ? <a href={pathOf(VIEW_PATH, { slug })}>{slug}</a> : <bdi>{slug}</bdi>}
        </li>
      ))}
    </ul>
  );
}

function Files({ media }: Pick<Overview, "media">) {
  return (
    <ul>
      {media.map(({ file: { length = 0, mediaType }, name, path, uploaded }) => {
        const [hash = "", own = ""] = path.split("/");
        return (
          <li>
            <DeskTime instant={uploaded} />: <a href={pathOf(MEDIA_FILE_PATH, { hash, name: own })}>{name ?? own}</a> (
            {formatMediaType(mediaType)}, {formatSize(length, DESK_LANGUAGE)})
          </li>
        );
      })}
    </ul>
  );
}
